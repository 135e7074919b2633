import { GraphQLError } from 'graphql'
import { LRUCache } from 'lru-cache'
import type { Feed } from './feed.ts'

/** Gets the text of each result, in bytes: the value of `payload` in a `next` message. */
export type Deliver = (payload: Buffer) => void

type Position = bigint | number | undefined
interface Subscriber {
  accept(payload: Buffer, position: Position): void
  end(error?: unknown): void
}
/** Opening replays while live events wait; more than this and the client had better fetch anew. */
const MOST_WAITING = 5000
// After a restart or a broken line, many come back at once and have missed the same.
const REMEMBERED = { max: 1000, ttl: 10_000 }

const tooFarBehind = () =>
  new GraphQLError('Too much has happened; fetch anew.', { extensions: { code: 'RESYNC_REQUIRED' } })

/** All who get the same: one source, one execution per event. */
export class Group {
  private readonly subscribers = new Set<Subscriber>()
  private readonly iterator: AsyncIterator<unknown>
  private readonly feed: Feed<unknown>
  private readonly over: () => void
  private readonly run: (event: unknown) => Promise<Buffer>
  private readonly executed = new LRUCache<string, Promise<Buffer>>(REMEMBERED)
  private alive = true

  constructor(feed: Feed<unknown>, run: (event: unknown) => Promise<Buffer>, over: () => void) {
    this.feed = feed
    this.over = over
    this.run = run
    this.iterator = feed.live()[Symbol.asyncIterator]()
    void this.pump()
  }

  /** What an event looks like to everybody here. */
  payloadOf(event: unknown): Promise<Buffer> {
    const key = this.feed.key?.(event)
    if (key === undefined) return this.run(event)
    const known = this.executed.get(key)
    if (known) return known
    const payload = this.run(event)
    this.executed.set(key, payload)
    payload.catch(() => this.executed.delete(key))
    return payload
  }

  add(subscriber: Subscriber) {
    this.subscribers.add(subscriber)
  }

  leave(subscriber: Subscriber) {
    if (!this.subscribers.delete(subscriber) || this.subscribers.size > 0) return
    this.close()
    void this.iterator.return?.()
  }

  private async pump() {
    try {
      for (let next = await this.iterator.next(); !next.done; next = await this.iterator.next()) {
        const payload = await this.payloadOf(next.value)
        const position = this.feed.position?.(next.value)
        for (const subscriber of this.subscribers) subscriber.accept(payload, position)
      }
      this.finish()
    } catch (error) {
      this.finish(error)
    }
  }

  private finish(error?: unknown) {
    this.close()
    for (const subscriber of [...this.subscribers]) subscriber.end(error)
  }

  /** Once only: by now another group may stand under the same key. */
  private close() {
    if (this.alive) this.over()
    this.alive = false
  }
}

interface SubscriptionOptions {
  group: Group
  feed: Feed<unknown>
  deliver: Deliver
  done: () => Promise<void>
}

/** One subscriber's part. As a stream it yields nothing and only ends: results go straight to `deliver`. */
export class Subscription implements AsyncGenerator<never, void, void>, Subscriber {
  private readonly options: SubscriptionOptions
  private readonly ended: Promise<IteratorResult<never, void>>
  private settle!: { resolve: (end: IteratorResult<never, void>) => void; reject: (error: unknown) => void }
  private waiting?: { payload: Buffer; position: Position }[] = []
  private last: Position
  private open = true

  constructor(options: SubscriptionOptions) {
    this.options = options
    this.ended = new Promise((resolve, reject) => {
      this.settle = { resolve, reject }
    })
    this.ended.catch(() => {})
    options.group.add(this)
    void this.begin()
  }

  accept(payload: Buffer, position: Position) {
    if (this.waiting) {
      if (this.waiting.push({ payload, position }) > MOST_WAITING) this.end(tooFarBehind())
    } else if (this.last === undefined || position === undefined || position > this.last) {
      this.options.deliver(payload)
    }
  }

  end(error?: unknown) {
    if (!this.open) return
    this.open = false
    this.options.group.leave(this)
    if (error === undefined) this.settle.resolve({ done: true, value: undefined })
    else this.settle.reject(error)
  }

  private async begin() {
    try {
      await this.greet()
      this.goLive()
    } catch (error) {
      this.end(error)
    } finally {
      await this.options.done()
    }
  }

  private async greet() {
    const { feed, group, deliver } = this.options
    for await (const event of feed.opening?.() ?? []) {
      if (!this.open) return
      deliver(await group.payloadOf(event))
      const position = feed.position?.(event)
      if (position !== undefined && (this.last === undefined || position > this.last)) this.last = position
    }
  }

  private goLive() {
    const waiting = this.waiting ?? []
    this.waiting = undefined
    for (const { payload, position } of waiting) if (this.open) this.accept(payload, position)
  }

  next() {
    return this.ended
  }

  async return() {
    this.end()
    return { done: true as const, value: undefined }
  }

  throw() {
    return this.return()
  }

  async [Symbol.asyncDispose]() {
    await this.return()
  }

  [Symbol.asyncIterator]() {
    return this
  }
}
