import type { FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { NotFound, RateLimited } from '../../../platform/errors.ts'
import { networkOf } from '../../../platform/http/address.ts'

const MOST = 10_000
const KNOWN_FOR = 3_600_000

/**
 * Whoever asks at a webhook's address that is nobody's, or signs wrongly, pays for it with her network's allowance. When that is
 * spent, further keys are not looked at for a while, so that they ask the database nothing. Those that were somebody's within
 * the last hour are: one provider's network serves many accounts, and some of them were let go of.
 */
export class Strangers {
  readonly #charge: (request: FastifyRequest) => Promise<void>
  readonly #silenced = new LRUCache<string, true>({ max: MOST })
  readonly #known = new LRUCache<string, true>({ max: MOST, ttl: KNOWN_FOR })

  constructor(charge: (request: FastifyRequest) => Promise<void>) {
    this.#charge = charge
  }

  assertMayAsk({ ip }: FastifyRequest, hookKey: string): void {
    const left = this.#silenced.getRemainingTTL(networkOf(ip))
    if (left > 0 && !this.#known.has(hookKey)) throw new RateLimited(Math.ceil(left / 1000))
  }

  knows(hookKey: string): void {
    this.#known.set(hookKey, true)
  }

  /** What is not there and what is not hers look the same. */
  async refuse(request: FastifyRequest): Promise<never> {
    await this.#charge(request).catch(error => {
      if (error instanceof RateLimited) this.#silenced.set(networkOf(request.ip), true, { ttl: error.retryAfter * 1000 })
      throw error
    })
    throw new NotFound('The webhook')
  }
}
