import { systemActor } from './actor.ts'
import type { Doorbell } from './doorbell.ts'
import { EventFeed, type EventFilter } from './event-feed.ts'
import { parseEventCursor, readEvents, type LogEvent, type Position } from './event-log.ts'
import { EventTailer } from './event-tailer.ts'
import type { Units } from './units.ts'

export interface EventStreamOptions {
  units: Pick<Units, 'read'>
  doorbell: Doorbell
  /** Milliseconds between looks at the log without a ring. */
  pollEvery?: number
  /** Events that may wait for one subscriber. */
  bufferLimit?: number
  onError?: (error: unknown) => void
}

export interface SubscribeOptions {
  signal?: AbortSignal
  where?: EventFilter
}

interface Tail {
  tailer: EventTailer
  unlisten: () => void
}

/** The tenants' logs as live streams: replay from a cursor, then everything new, each event once and in order. */
export class EventStream {
  readonly #options: Required<EventStreamOptions>
  readonly #tails = new Map<string, Tail>()

  constructor(options: EventStreamOptions) {
    this.#options = { pollEvery: 5_000, bufferLimit: 5_000, onError: console.error, ...options }
  }

  /** Batches after the cursor, or from now on when there is none. Throws `CursorTooOld` and `SubscriberTooSlow`. */
  subscribe(
    tenantId: string,
    after: string | null,
    options: SubscribeOptions = {},
  ): AsyncIterableIterator<LogEvent[]> {
    const feed = new EventFeed(this.#options.bufferLimit, options.where)
    const end = () => feed.end()
    options.signal?.addEventListener('abort', end, { once: true })
    if (options.signal?.aborted) end()
    const batches = this.#batches(tenantId, after && parseEventCursor(after), feed, options.where)
    return closable(batches, () => {
      end()
      options.signal?.removeEventListener('abort', end)
    })
  }

  /** Ends all streams, so that clients go to another node. */
  close(reason?: Error) {
    for (const [tenantId, { tailer }] of this.#tails) {
      tailer.endAll(reason)
      this.#leave(tenantId)
    }
  }

  async *#batches(tenantId: string, after: Position | null | '', feed: EventFeed, where?: EventFilter) {
    const tailer = this.#tailerOf(tenantId)
    try {
      const start = await tailer.join(feed)
      let seq = after ? after.seq : start.seq
      for await (const batch of after ? this.#replay(tenantId, after, start, tailer) : []) {
        if (feed.ended) break
        seq = batch.at(-1)!.seq
        const wanted = where ? batch.filter(where) : batch
        if (wanted.length) yield wanted
      }
      for (let batch = await feed.take(); batch; batch = await feed.take()) {
        const fresh = batch[0]!.seq > seq ? batch : batch.filter(event => event.seq > seq)
        if (fresh.length) yield fresh
      }
    } finally {
      tailer.leave(feed)
      if (tailer.idle) this.#leave(tenantId, tailer)
    }
  }

  /** From memory when many come back at once, else from the database until the live feed has the rest. */
  async *#replay(tenantId: string, after: Position, start: Position, tailer: EventTailer) {
    const remembered = tailer.recent(after)
    if (remembered?.length) yield remembered
    for (let seq = after.seq; !remembered;) {
      const { events, lastSeq } = await this.#read(tenantId, { ...after, seq })
      if (events.length) yield events
      seq = events.at(-1)?.seq ?? lastSeq
      if (seq >= start.seq) return
    }
  }

  async #read(tenantId: string, after: Position) {
    await using unit = this.#options.units.read({ tenantId, actor: systemActor(tenantId) })
    return await readEvents(unit, after)
  }

  #tailerOf(tenantId: string): EventTailer {
    const tail = this.#tails.get(tenantId)
    if (tail) return tail.tailer
    const tailer = new EventTailer(tenantId, this.#options)
    const unlisten = this.#options.doorbell.listen(tenantId, seq => tailer.heard(seq))
    this.#tails.set(tenantId, { tailer, unlisten })
    return tailer
  }

  #leave(tenantId: string, left?: EventTailer) {
    const tail = this.#tails.get(tenantId)
    if (!tail || (left && left !== tail.tailer)) return
    this.#tails.delete(tenantId)
    tail.unlisten()
    tail.tailer.stop()
  }
}

/** A plain generator that waits cannot be left; this one can. */
function closable<Item>(items: AsyncGenerator<Item>, close: () => void): AsyncIterableIterator<Item> {
  return {
    async next() {
      const result = await items.next().catch(error => {
        close()
        throw error
      })
      if (result.done) close()
      return result
    },
    return() {
      close()
      return items.return(undefined)
    },
    throw(error) {
      close()
      return items.throw(error)
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
