import { LRUCache } from 'lru-cache'
import type { ChannelProfile } from '../adapters/profile.ts'

/** A bucket that fills evenly. Times in milliseconds. */
interface Bucket {
  left: number
  at: number
}

const MOST_PERSONS = 50_000
const MOST_ACCOUNTS = 10_000
/** Calls under way at first, and at most: a line that turns out to be dead is found so by a few. */
const [FEWEST_AT_ONCE, MOST_AT_ONCE] = [2, 16]

/** What may be sent on one account now: so many a second in all, so many to one person, and not too many at once. */
export class Allowance {
  readonly #persons = new LRUCache<string, Bucket>({ max: MOST_PERSONS })
  #account?: Bucket
  #pausedUntil = 0
  #atOnce = FEWEST_AT_ONCE

  /** Calls that may be under way together. */
  get atOnce(): number {
    return this.#atOnce
  }

  /** How long to wait before the next call on the account, in milliseconds; 0 takes it. */
  take({ perSecond }: Pick<ChannelProfile, 'perSecond'>, now: number): number {
    if (now < this.#pausedUntil) return this.#pausedUntil - now
    this.#account = filled(this.#account, bucketOf(perSecond, now))
    return taken(this.#account, 1000 / perSecond)
  }

  /** Takes a call that may as well not be made: only of what messages leave over. */
  takeSpare({ perSecond }: Pick<ChannelProfile, 'perSecond'>, now: number): boolean {
    if (now < this.#pausedUntil) return false
    const bucket = bucketOf(perSecond, now)
    this.#account = filled(this.#account, bucket)
    return this.#account.left >= Math.max(1, bucket.most / 2) && taken(this.#account, bucket.everyMs) === 0
  }

  /** The same for one person. */
  takeFor(person: string, { perPerson }: Pick<ChannelProfile, 'perPerson'>, now: number): number {
    const bucket = filled(this.#persons.get(person), { ...perPerson, now })
    this.#persons.set(person, bucket)
    return taken(bucket, perPerson.everyMs)
  }

  /** The provider asked for it. */
  pause(untilMs: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, untilMs)
    this.#atOnce = FEWEST_AT_ONCE
  }

  succeeded(): void {
    this.#atOnce = Math.min(this.#atOnce + 1, MOST_AT_ONCE)
  }

  failed(): void {
    this.#atOnce = FEWEST_AT_ONCE
  }
}

/** One for each account: whatever calls its provider about messages takes from the same. */
export class Allowances {
  readonly #accounts = new LRUCache<string, Allowance>({ max: MOST_ACCOUNTS })

  of(channelAccountId: string): Allowance {
    const allowance = this.#accounts.get(channelAccountId) ?? new Allowance()
    this.#accounts.set(channelAccountId, allowance)
    return allowance
  }
}

const bucketOf = (perSecond: number, now: number) => ({ most: Math.max(1, perSecond / 10), everyMs: 1000 / perSecond, now })

function filled(bucket: Bucket | undefined, { most, everyMs, now }: { most: number; everyMs: number; now: number }): Bucket {
  if (!bucket) return { left: most, at: now }
  return { left: Math.min(most, bucket.left + Math.max(0, now - bucket.at) / everyMs), at: Math.max(now, bucket.at) }
}

function taken(bucket: Bucket, everyMs: number): number {
  if (bucket.left >= 1) {
    bucket.left -= 1
    return 0
  }
  return Math.max(1, Math.ceil((1 - bucket.left) * everyMs))
}
