import { LRUCache } from 'lru-cache'
import type { ChannelProfile } from '../adapters/profile.ts'

/** A bucket that fills evenly. Times in milliseconds. */
interface Bucket {
  left: number
  at: number
}

const MOST_PERSONS = 50_000
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
    this.#account = filled(this.#account, { most: Math.max(1, perSecond / 10), everyMs: 1000 / perSecond, now })
    return taken(this.#account, 1000 / perSecond)
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
