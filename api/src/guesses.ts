import { LRUCache } from 'lru-cache'
import type { Actor } from './platform/actor.ts'
import { RateLimited, Unauthenticated } from './platform/errors.ts'

const MOST = 10_000

/**
 * Credentials that are no good cost their address something. One that spent all it may take on them is not looked at
 * for a while, so that further guesses ask the database nothing. Strangers there, who show none, are heard as before.
 */
export class Guesses {
  readonly #charge: (address: string) => Promise<void>
  readonly #silenced = new LRUCache<string, true>({ max: MOST })

  constructor(charge: (address: string) => Promise<void>) {
    this.#charge = charge
  }

  /** Whose the credentials are that were sent from this address. */
  async look(address: string, identify: () => Promise<Actor>): Promise<Actor> {
    const left = this.#silenced.getRemainingTTL(address)
    if (left > 0) throw new RateLimited(Math.ceil(left / 1000))
    const actor = await identify().catch(async error => {
      if (error instanceof Unauthenticated) await this.#guessedWrong(address)
      throw error
    })
    if (actor.kind === 'ANONYMOUS') await this.#guessedWrong(address)
    return actor
  }

  async #guessedWrong(address: string) {
    await this.#charge(address).catch(error => {
      if (error instanceof RateLimited) this.#silenced.set(address, true, { ttl: error.retryAfter * 1000 })
      throw error
    })
  }
}
