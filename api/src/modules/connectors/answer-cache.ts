import type { Json } from '@botpro/graphql/flows'
import { LRUCache } from 'lru-cache'
import { sha256 } from '../../platform/crypto.ts'

const MOST_BYTES = 50_000_000

/** What systems answered, remembered for as long as their operations say, in this process. */
export class AnswerCache {
  readonly #answers: LRUCache<string, { data: Json }>

  constructor(perf: { now(): number } = performance) {
    this.#answers = new LRUCache({ maxSize: MOST_BYTES, sizeCalculation: ({ data }) => JSON.stringify(data).length + 200, perf, ttlResolution: 0 })
  }

  get(key: string): { data: Json } | undefined {
    return this.#answers.get(key)
  }

  keep(key: string, data: Json, seconds: number): void {
    this.#answers.set(key, { data }, { ttl: seconds * 1000 })
  }
}

/** The same for the same question, in whatever order its parts were given. */
export const questionKey = (...parts: Json[]): string => sha256(JSON.stringify(parts, sorted)).toString('base64url')

const sorted = (_key: string, value: unknown): unknown =>
  (typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))) : value)
