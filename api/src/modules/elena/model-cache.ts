import { LRUCache } from 'lru-cache'
import { NotFound } from '../../platform/errors.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import { readElena, type ElenaModel } from './engine.ts'

// What a model takes in memory, with its tables and the words it repairs spelling by, beside what it takes stored.
const MEMORY_PER_BYTE = 4

const CONTENT = 'select content from elena_model_content where tenant_id = $1 and model_id = $2'

/** The models that were asked last, ready to read; the tenants of a process share so many bytes. */
export class ModelCache {
  readonly #ready: LRUCache<string, ElenaModel>
  readonly #loading = new Map<string, Promise<ElenaModel>>()

  constructor({ bytes }: { bytes: number }) {
    this.#ready = new LRUCache({ maxSize: bytes })
  }

  /** Throws `NotFound` for one that is not the unit's tenant's, or is not kept any more. */
  async get(unit: ReadUnit, modelId: string): Promise<ElenaModel> {
    // The tenant is part of the key: what is remembered of one is not there for another.
    const key = `${unit.tenantId} ${modelId}`
    const ready = this.#ready.get(key)
    if (ready) return ready
    const loading = this.#loading.get(key) ?? this.#load(unit, modelId, key).finally(() => this.#loading.delete(key))
    this.#loading.set(key, loading)
    return loading
  }

  async #load(unit: ReadUnit, modelId: string, key: string): Promise<ElenaModel> {
    const [row] = await unit.sql<{ content: Buffer }>('model-content', CONTENT, [unit.tenantId, modelId])
    if (!row) throw new NotFound('The model')
    const model = readElena(row.content)
    this.#ready.set(key, model, { size: Math.max(1, row.content.length * MEMORY_PER_BYTE) })
    return model
  }
}
