export interface FeedOptions<E> {
  /** Events from now on. It must listen from the call on, not from the first `next`. */
  live: () => AsyncIterable<E>
  /** What only this subscriber gets, before anything live: a greeting, and what it missed. */
  opening?: () => AsyncIterable<E>
  /** Where an event stands, so that one of the opening does not come again live. */
  position?: (event: E) => bigint | number
  /** Names an event that many may have missed, so that it is executed once for all of them; undefined for any other. */
  key?: (event: E) => string | undefined
}

/** What the `subscribe` of a subscription returns. Live events are executed once for all who may see the same. */
export class Feed<E> implements AsyncIterable<E> {
  readonly live: () => AsyncIterable<E>
  readonly opening?: () => AsyncIterable<E>
  readonly position?: (event: E) => bigint | number
  readonly key?: (event: E) => string | undefined

  constructor({ live, opening, position, key }: FeedOptions<E>) {
    this.live = live
    this.opening = opening
    this.position = position
    this.key = key
  }

  /** For the engine, which knows only streams: alone, one after the other. */
  async *[Symbol.asyncIterator]() {
    const live = this.live()
    if (this.opening) yield* this.opening()
    yield* live
  }
}
