import type { Redis } from 'ioredis'
import {
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible'
import { RateLimited } from '../errors.ts'

export interface Allowance {
  points: number
  seconds: number
  blockSeconds?: number
}

export interface RateLimitOptions<Kind extends string> {
  allowances: Record<Kind, Allowance>
  /** Shared by all processes when given; each counts alone while it is away. */
  redis?: Redis
}

/** Counts what each address, visitor, member or key takes, and says when it is too much. */
export class RateLimits<Kind extends string> {
  readonly #limiters: Map<Kind, RateLimiterAbstract>

  constructor({ allowances, redis }: RateLimitOptions<Kind>) {
    const kinds = Object.entries(allowances) as [Kind, Allowance][]
    this.#limiters = new Map(kinds.map(([kind, allowance]) => [kind, limiterOf(kind, allowance, redis)]))
  }

  /** Throws `RateLimited`, which knows after how many seconds to try again. */
  async take(kind: Kind, key: string, points = 1): Promise<void> {
    try {
      await this.#limiters.get(kind)!.consume(key, points)
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      throw new RateLimited(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)))
    }
  }

  /** Forgets what was taken: after a right password, the wrong ones before it no longer count. */
  async forget(kind: Kind, key: string): Promise<void> {
    await this.#limiters.get(kind)!.delete(key)
  }
}

function limiterOf(
  kind: string,
  { points, seconds, blockSeconds }: Allowance,
  redis?: Redis,
): RateLimiterAbstract {
  const rule = { keyPrefix: `limit:${kind}`, points, duration: seconds, blockDuration: blockSeconds }
  const memory = new RateLimiterMemory(rule)
  return redis ? new RateLimiterRedis({ ...rule, storeClient: redis, insuranceLimiter: memory }) : memory
}
