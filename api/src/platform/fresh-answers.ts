import { LRUCache } from 'lru-cache'

export interface FreshAnswersOptions {
  /** For how long an answer is as good as a new one. */
  freshMs: number
  /** How many are kept; the ones not asked for the longest go first. */
  most: number
  perf?: { now(): number }
}

/** Answers remembered for a moment, also that there is none. Many questions at once are one question. */
export class FreshAnswers<Value> {
  readonly #answers: LRUCache<string, { answer: Promise<Value> }>

  constructor({ freshMs, most, perf = performance }: FreshAnswersOptions) {
    this.#answers = new LRUCache({ max: most, ttl: freshMs, ttlResolution: 0, perf })
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

  /** What was withdrawn here is gone at once. */
  clear() {
    this.#answers.clear()
  }
}
