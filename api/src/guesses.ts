import { LRUCache } from 'lru-cache'
import type { Actor } from './platform/actor.ts'
import { sha256 } from './platform/crypto.ts'
import { RateLimited, Unauthenticated } from './platform/errors.ts'

const MOST = 10_000
const KNOWN_FOR = 3_600_000

/** Somebody's credentials, as they were sent. */
interface Attempt {
  network: string
  secret: string
}

/**
 * Credentials that are no good cost their network something. When it spent all it may take on them, further guesses are
 * not looked at for a while, so that they ask the database nothing. Those that were good within the last hour are: an
 * office behind one address must not be shut out by one of its machines.
 */
export class Guesses {
  readonly #charge: (network: string) => Promise<void>
  readonly #silenced = new LRUCache<string, true>({ max: MOST })
  readonly #good = new LRUCache<string, true>({ max: MOST, ttl: KNOWN_FOR })

  constructor(charge: (network: string) => Promise<void>) {
    this.#charge = charge
  }

  /** Whose the credentials are. */
  async look({ network, secret }: Attempt, identify: () => Promise<Actor>): Promise<Actor> {
    const left = this.#silenced.getRemainingTTL(network)
    const name = sha256(secret).toString('base64')
    if (left > 0 && !this.#good.has(name)) throw new RateLimited(Math.ceil(left / 1000))
    const actor = await identify().catch(async error => {
      if (error instanceof Unauthenticated) await this.#guessedWrong(network)
      throw error
    })
    if (actor.kind === 'ANONYMOUS') await this.#guessedWrong(network)
    else this.#good.set(name, true)
    return actor
  }

  async #guessedWrong(network: string) {
    await this.#charge(network).catch(error => {
      if (error instanceof RateLimited) this.#silenced.set(network, true, { ttl: error.retryAfter * 1000 })
      throw error
    })
  }
}
