import { RateLimited } from './errors.ts'
import type { LogEvent } from './event-log.ts'

/** The subscriber may come back at once with the cursor of the last event it got. */
export class SubscriberTooSlow extends RateLimited {
  constructor() {
    super(1, 'Events came faster than they were taken: subscribe again after the last one.')
  }
}

export type EventFilter = (event: LogEvent) => boolean

/** What one subscriber has yet to take. */
export class EventFeed {
  readonly #limit: number
  readonly #where?: EventFilter
  #batches: LogEvent[][] = []
  #waiting = 0
  #ended = false
  #reason?: Error
  #wake?: () => void

  constructor(limit: number, where?: EventFilter) {
    this.#limit = limit
    this.#where = where
  }

  /** The batch is shared by all subscribers who want all of it. */
  push(batch: LogEvent[]) {
    const wanted = this.#where ? batch.filter(this.#where) : batch
    if (this.#ended || !wanted.length) return
    this.#batches.push(wanted)
    this.#waiting += wanted.length
    if (this.#waiting > this.#limit) this.end(new SubscriberTooSlow())
    this.#wake?.()
  }

  end(reason?: Error) {
    if (this.#ended) return
    this.#ended = true
    this.#reason = reason
    this.#batches = []
    this.#wake?.()
  }

  get ended() {
    return this.#ended
  }

  /** Everything that waits, in one batch; undefined at the end. */
  async take(): Promise<LogEvent[] | undefined> {
    while (!this.#ended && !this.#batches.length)
      await new Promise<void>(wake => {
        this.#wake = wake
      })
    if (this.#reason) throw this.#reason
    if (this.#ended) return undefined
    const batches = this.#batches
    this.#batches = []
    this.#waiting = 0
    return batches.length === 1 ? batches[0] : batches.flat()
  }
}
