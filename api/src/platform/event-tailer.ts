import { systemActor } from './actor.ts'
import type { EventFeed } from './event-feed.ts'
import { CursorTooOld, readEvents, type LogEvent, type Position } from './event-log.ts'
import type { Units } from './units.ts'

const PAGE = 500
const REMEMBERED = 1000

export interface TailerOptions {
  units: Pick<Units, 'read'>
  pollEvery: number
  onError: (error: unknown) => void
}

/** The one reader of one tenant's log in this process, for all its subscribers. */
export class EventTailer {
  readonly #tenantId: string
  readonly #options: TailerOptions
  readonly #feeds = new Set<EventFeed>()
  readonly #poll: NodeJS.Timeout
  #position?: Position
  #starting?: Promise<void>
  #recent: LogEvent[] = []
  #pulling = false
  #again = false

  constructor(tenantId: string, options: TailerOptions) {
    this.#tenantId = tenantId
    this.#options = options
    this.#poll = setInterval(() => this.#pull(), options.pollEvery).unref()
  }

  get idle() {
    return this.#feeds.size === 0
  }

  /** From the returned position on, the feed gets everything. */
  async join(feed: EventFeed): Promise<Position> {
    this.#feeds.add(feed)
    while (!this.#position) await (this.#starting ??= this.#start())
    return this.#position
  }

  leave(feed: EventFeed) {
    this.#feeds.delete(feed)
  }

  endAll(reason?: Error) {
    for (const feed of this.#feeds) feed.end(reason)
  }

  stop() {
    clearInterval(this.#poll)
  }

  /** The bell also rings for what was read already. */
  heard(seq: number) {
    if (!this.#position || seq > this.#position.seq) void this.#pull()
  }

  /** What memory holds after a position, or undefined when only the database can tell. */
  recent({ epoch, seq }: Position): LogEvent[] | undefined {
    if (!this.#position || this.#position.epoch !== epoch) return undefined
    if (seq === this.#position.seq) return []
    const first = this.#recent[0]
    if (!first || seq < first.seq - 1 || seq > this.#position.seq) return undefined
    return this.#recent.slice(seq - first.seq + 1)
  }

  async #start() {
    try {
      await using unit = this.#options.units.read(this.#scope())
      const { epoch, lastSeq, floorSeq } = await readEvents(unit, null, 0)
      // After a restart everybody comes back with a cursor of a moment ago: one read for all of them.
      const past = await readEvents(unit, { epoch, seq: Math.max(floorSeq, lastSeq - PAGE) }, PAGE)
      this.#recent = past.events
      this.#position = { epoch, seq: lastSeq }
      // A ring during this read found no position to go on from.
      void this.#pull()
    } finally {
      this.#starting = undefined
    }
  }

  async #pull() {
    this.#again = true
    if (this.#pulling || !this.#position) return
    this.#pulling = true
    try {
      while (this.#again && !this.idle) await this.#pullOnce()
    } catch (error) {
      if (error instanceof CursorTooOld) this.#lose(error)
      else this.#options.onError(error)
    } finally {
      this.#pulling = false
    }
  }

  async #pullOnce() {
    this.#again = false
    await using unit = this.#options.units.read(this.#scope())
    const { events } = await readEvents(unit, this.#position!, PAGE)
    if (events.length) this.#deliver(events)
    if (events.length === PAGE) this.#again = true
  }

  #deliver(events: LogEvent[]) {
    this.#position = { epoch: this.#position!.epoch, seq: events.at(-1)!.seq }
    this.#recent = [...this.#recent, ...events].slice(-REMEMBERED)
    for (const feed of this.#feeds) feed.push(events)
  }

  /** The log was restored or cut under our feet: everybody starts afresh, we too. */
  #lose(reason: CursorTooOld) {
    this.endAll(reason)
    this.#position = undefined
    this.#recent = []
  }

  #scope() {
    return { tenantId: this.#tenantId, actor: systemActor(this.#tenantId) }
  }
}
