import { LRUCache } from 'lru-cache'
import type { ReadUnit } from '../../../platform/unit.ts'
import { compileBot, type CompiledBot } from '../engine/compiled.ts'
import { versionContents } from './bot-version.queries.ts'

// What a version takes in memory as objects, beside what it takes as text.
const MEMORY_PER_BYTE = 5

interface LiveVersion {
  botId: string
  bot: CompiledBot
}

/** The versions that were run last, ready; the tenants of a process share so many bytes. A version never changes, so none is ever stale. */
export class LiveBots {
  readonly #ready: LRUCache<string, LiveVersion>
  readonly #loading = new Map<string, Promise<LiveVersion | undefined>>()

  constructor({ bytes }: { bytes: number }) {
    this.#ready = new LRUCache({ maxSize: bytes })
  }

  /** Nothing for one that is not the unit's tenant's. */
  async get(unit: ReadUnit, versionId: string): Promise<CompiledBot | undefined> {
    return (await this.#version(unit, versionId))?.bot
  }

  /** Whose version it is. */
  async botOf(unit: ReadUnit, versionId: string): Promise<string | undefined> {
    return (await this.#version(unit, versionId))?.botId
  }

  async #version(unit: ReadUnit, versionId: string): Promise<LiveVersion | undefined> {
    // The tenant is part of the key: what is remembered of one is not there for another.
    const key = `${unit.tenantId} ${versionId}`
    const ready = this.#ready.get(key)
    if (ready) return ready
    const loading = this.#loading.get(key) ?? this.#load(unit, versionId, key).finally(() => this.#loading.delete(key))
    this.#loading.set(key, loading)
    return loading
  }

  async #load(unit: ReadUnit, versionId: string, key: string): Promise<LiveVersion | undefined> {
    const [version] = await versionContents(unit, versionId)
    if (!version) return undefined
    const live = { botId: version.botId, bot: compileBot(version.content) }
    this.#ready.set(key, live, { size: Math.max(1, version.bytes * MEMORY_PER_BYTE) })
    return live
  }
}
