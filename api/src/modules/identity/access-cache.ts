import { LRUCache } from 'lru-cache'

/** Less than a second, so that a right withdrawn by another process is gone here within one. */
const FRESH_MS = 800
const MOST = 20_000

/** Who stands behind a cookie or key, remembered for a moment. Many questions at once are one question. */
export class AccessCache<Value> {
  readonly #answers: LRUCache<string, { answer: Promise<Value> }>

  constructor(perf: { now(): number } = performance) {
    this.#answers = new LRUCache({ max: MOST, ttl: FRESH_MS, ttlResolution: 0, perf })
  }

  /** Counted from the moment of the question: what the answer takes makes it no fresher. */
  get(key: string, ask: () => Promise<Value>): Promise<Value> {
    const known = this.#answers.get(key)
    if (known) return known.answer
    const asked = { answer: ask() }
    this.#answers.set(key, asked)
    asked.answer.catch(() => { if (this.#answers.peek(key) === asked) this.#answers.delete(key) })
    return asked.answer
  }

  /** In this process a withdrawn right is gone at once. */
  clear() {
    this.#answers.clear()
  }
}
