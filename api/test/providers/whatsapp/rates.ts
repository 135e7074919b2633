import { GraphError } from './graph-error.ts'

export interface Rates {
  /** On the whole number. */
  perSecond: number
  /** To one person: one each `everyMs`, of which `burst` may be borrowed. */
  pair: { burst: number; everyMs: number }
}

/** Counts what is asked for, by the double's own clock. */
export class RateMeter {
  #calls: number[] = []
  readonly #pairs = new Map<string, number>()

  /** Throws as Meta refuses. */
  take(to: string, now: number, { perSecond, pair }: Rates): void {
    this.#calls = this.#calls.filter(at => at > now - 1000)
    if (this.#calls.length >= perSecond) throw new GraphError(130429, 'Cloud API message throughput has been reached.')
    // When the last borrowed message would have had its turn.
    const paidAt = Math.max(this.#pairs.get(to) ?? 0, now)
    if (paidAt - now > (pair.burst - 1) * pair.everyMs) throw new GraphError(131056, 'Too many messages from this number to the same person.')
    this.#pairs.set(to, paidAt + pair.everyMs)
    this.#calls.push(now)
  }
}
