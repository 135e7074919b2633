import { RateLimited } from '../../../platform/errors.ts'

const LIMIT = 5000

/** What one follower has yet to take. It can be left at any moment, also while waiting. */
export class LiveQueue<Item> implements AsyncIterableIterator<Item> {
  readonly #where: (item: Item) => boolean
  readonly #left: () => void
  #items: Item[] = []
  #over = false
  #reason?: Error
  #wake?: () => void

  constructor(where: (item: Item) => boolean, left: () => void) {
    this.#where = where
    this.#left = left
  }

  push(items: readonly Item[]) {
    if (this.#over) return
    this.#items.push(...items.filter(this.#where))
    if (this.#items.length > LIMIT) this.end(new RateLimited(1, 'Events came faster than they were taken.'))
    this.#wake?.()
  }

  end(reason?: Error) {
    if (this.#over) return
    this.#over = true
    this.#reason = reason
    if (reason) this.#items = []
    this.#left()
    this.#wake?.()
  }

  async next(): Promise<IteratorResult<Item>> {
    while (!this.#over && this.#items.length === 0) await new Promise<void>(wake => { this.#wake = wake })
    const item = this.#items.shift()
    if (item !== undefined) return { done: false, value: item }
    if (this.#reason) throw this.#reason
    return { done: true, value: undefined }
  }

  async return(): Promise<IteratorResult<Item>> {
    this.#items = []
    this.end()
    return { done: true, value: undefined }
  }

  [Symbol.asyncIterator]() { return this }
}
