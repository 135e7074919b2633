import type { BotContent } from '@botpro/graphql/flows'
import { LRUCache } from 'lru-cache'
import type { ReadUnit } from '../../../platform/unit.ts'
import { versionContent } from './bot-version.queries.ts'

export interface LiveBot<Compiled> {
  botId: string
  versionId: string
  /** The version, made ready to run. */
  bot: Compiled
}

// What a version takes in memory as objects, beside what it takes as text.
const MEMORY_PER_BYTE = 5

/** The versions that were run last, ready; the tenants of a process share so many bytes. A version never changes, so none is ever stale. */
export class LiveBots<Compiled = BotContent> {
  readonly #ready: LRUCache<string, LiveBot<Compiled>>
  readonly #loading = new Map<string, Promise<LiveBot<Compiled>>>()
  readonly #compile: (content: BotContent) => Compiled

  constructor({ bytes, compile }: { bytes: number; compile: (content: BotContent) => Compiled }) {
    this.#ready = new LRUCache({ maxSize: bytes })
    this.#compile = compile
  }

  /** Throws `NotFound` for one that is not the unit's tenant's. */
  get(unit: ReadUnit, versionId: string): Promise<LiveBot<Compiled>> {
    // The tenant is part of the key: what is remembered of one is not there for another.
    const key = `${unit.tenantId} ${versionId}`
    const ready = this.#ready.get(key)
    if (ready) return Promise.resolve(ready)
    const loading = this.#loading.get(key) ?? this.#load(unit, versionId, key).finally(() => this.#loading.delete(key))
    this.#loading.set(key, loading)
    return loading
  }

  async #load(unit: ReadUnit, versionId: string, key: string): Promise<LiveBot<Compiled>> {
    const { botId, bytes, content } = await versionContent(unit, versionId)
    const live = { botId, versionId, bot: this.#compile(content) }
    this.#ready.set(key, live, { size: Math.max(1, bytes * MEMORY_PER_BYTE) })
    return live
  }
}
