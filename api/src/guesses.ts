import { LRUCache } from 'lru-cache'
import type { Actor } from './platform/actor.ts'
import { sha256 } from './platform/crypto.ts'
import { RateLimited, Unauthenticated } from './platform/errors.ts'

const MOST = 10_000
const KNOWN_FOR = 3_600_000

/** Somebody's credentials, as they were sent. */
interface Attempt {
  address: string
  secret: string
}

/**
 * Credentials that are no good cost their address something. When it spent all it may take on them, further guesses are
 * not looked at for a while, so that they ask the database nothing. Those that were good within the last hour are: an
 * office behind one address must not be shut out by one of its machines.
 */
export class Guesses {
  readonly #charge: (address: string) => Promise<void>
  readonly #silenced = new LRUCache<string, true>({ max: MOST })
  readonly #good = new LRUCache<string, true>({ max: MOST, ttl: KNOWN_FOR })

  constructor(charge: (address: string) => Promise<void>) {
    this.#charge = charge
  }

  /** Whose the credentials are. */
  async look({ address, secret }: Attempt, identify: () => Promise<Actor>): Promise<Actor> {
    const left = this.#silenced.getRemainingTTL(address)
    const name = sha256(secret).toString('base64')
    if (left > 0 && !this.#good.has(name)) throw new RateLimited(Math.ceil(left / 1000))
    const actor = await identify().catch(async error => {
      if (error instanceof Unauthenticated) await this.#guessedWrong(address)
      throw error
    })
    if (actor.kind === 'ANONYMOUS') await this.#guessedWrong(address)
    else this.#good.set(name, true)
    return actor
  }

  async #guessedWrong(address: string) {
    await this.#charge(address).catch(error => {
      if (error instanceof RateLimited) this.#silenced.set(address, true, { ttl: error.retryAfter * 1000 })
      throw error
    })
  }
}
