import { systemActor } from '../../../platform/actor.ts'
import { newId } from '../../../platform/ids.ts'
import { lock } from '../../../platform/lock.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import type { ReadPassage } from '../documents/read-document.ts'
import type { KnowledgeProblem } from '../documents/reading-problem.ts'
import { bumpKnowledge } from '../knowledge-state.ts'
import { replacePassages } from './passage.store.ts'
import type { ReadingJob } from './reading.job.ts'

/** Of a tenant, all sources together. */
export const MOST_PASSAGES = 20_000

export interface DocumentPlace {
  /** Its address, or the file's name. */
  key: string
  position: number
  url: string | null
}

export interface DocumentToKeep extends DocumentPlace {
  title: string
  hash: Buffer
  passages: readonly ReadPassage[]
}

/** A later try holds the reading, or nobody wants it any more. */
export class Superseded extends Error {
  constructor() {
    super('Another reading has taken over.')
    this.name = 'Superseded'
  }
}

const HOLD = `update knowledge_source set heard_at = $4, progress = greatest(progress, $5)
  where tenant_id = $1 and id = $2 and try = $3 and state = 'READING' and deleted_at is null returning id`
const HASHES = `select key, hash from knowledge_document where tenant_id = $1 and source_id = $2 and hash is not null and passage_count > 0`
const TITLE = 'select title from knowledge_document where tenant_id = $1 and source_id = $2 and key = $3'
const UPSERT = `insert into knowledge_document (tenant_id, id, source_id, position, key, title, url, hash, read_at, passage_count)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  on conflict (tenant_id, source_id, key) do update set position = excluded.position, title = excluded.title, url = excluded.url, hash = excluded.hash,
    problem = null, read_at = excluded.read_at, passage_count = excluded.passage_count
  returning id`
const UNCHANGED = `update knowledge_document set position = $4, read_at = $5, problem = null where tenant_id = $1 and source_id = $2 and key = $3`
const UNREAD = `insert into knowledge_document (tenant_id, id, source_id, position, key, title, url, problem) values ($1, $2, $3, $4, $5, $5, $6, $7)
  on conflict (tenant_id, source_id, key) do update set position = excluded.position, problem = excluded.problem`
const EMPTIED = `update knowledge_document set hash = null, passage_count = 0 where tenant_id = $1 and source_id = $2 and key = $3 and passage_count > 0 returning id`
const REMOVE = `delete from knowledge_document where tenant_id = $1 and source_id = $2 and key = $3 returning passage_count as count`
const REMOVE_OTHERS = `delete from knowledge_document where tenant_id = $1 and source_id = $2 and not (key = any($3)) returning passage_count as count`
const OTHERS = `select coalesce(sum(d.passage_count), 0)::int as count
  from knowledge_document d join knowledge_source s on s.tenant_id = d.tenant_id and s.id = d.source_id and s.deleted_at is null
  where d.tenant_id = $1 and not (d.source_id = $2 and d.key = $3)`

export interface ReadingStoreOptions {
  units: Units
  job: ReadingJob
  /** Which reading this is; one that was overtaken keeps nothing. */
  try: number
}

/** Keeps what one reading of a source brings, document by document, so that much of it answers before all is read. */
export class ReadingStore {
  readonly #options: ReadingStoreOptions

  constructor(options: ReadingStoreOptions) {
    this.#options = options
  }

  /** Says that it is still there, and how far. Throws Superseded, as all others do, where that no longer counts. */
  beat(progress: number): Promise<void> {
    return this.change(async () => {}, progress)
  }

  async hashes(): Promise<Map<string, Buffer>> {
    const { job: { tenantId, sourceId } } = this.#options
    const rows = await this.change(unit => unit.sql<{ key: string, hash: Buffer }>('knowledge-document-hashes', HASHES, [tenantId, sourceId]))
    return new Map(rows.map(({ key, hash }) => [key, hash]))
  }

  /** False where only a part of the passages found room. */
  keep({ key, position, url, title, hash, passages }: DocumentToKeep): Promise<boolean> {
    return this.change(async unit => {
      const { job: { tenantId, sourceId } } = this.#options
      // Two readings never fill the same room.
      await lock(unit, `knowledge passages of ${tenantId}`)
      const [others] = await unit.sql<{ count: number }>('knowledge-passages-elsewhere', OTHERS, [tenantId, sourceId, key])
      const fitting = passages.slice(0, Math.max(0, MOST_PASSAGES - others!.count))
      const isWhole = fitting.length === passages.length
      const [before] = await unit.sql<{ title: string }>('knowledge-document-title', TITLE, [tenantId, sourceId, key])
      const [document] = await unit.sql<{ id: string }>('knowledge-document-keep', UPSERT, [
        tenantId, newId(unit.now), sourceId, position, key, title, url, isWhole ? hash : null, unit.now, fitting.length,
      ])
      const isOtherwise = await replacePassages(unit, document!.id, fitting)
      if (isOtherwise || before?.title !== title) await bumpKnowledge(unit)
      return isWhole
    })
  }

  keepUnchanged({ key, position }: DocumentPlace): Promise<void> {
    return this.#run('knowledge-document-unchanged', UNCHANGED, unit => [key, position, unit.now])
  }

  /** The text of an earlier reading goes on answering. */
  keepProblem({ key, position, url }: DocumentPlace, { code, message }: KnowledgeProblem): Promise<void> {
    return this.change(async unit => {
      const { job: { tenantId, sourceId } } = this.#options
      await unit.sql('knowledge-document-unread', UNREAD, [tenantId, newId(unit.now), sourceId, position, key, url, JSON.stringify({ code, message })])
      if (code !== 'NOT_ALLOWED') return
      // Whoever does not want to be read does not want to be quoted either.
      const [emptied] = await unit.sql<{ id: string }>('knowledge-document-emptied', EMPTIED, [tenantId, sourceId, key])
      if (emptied && await replacePassages(unit, emptied.id, [])) await bumpKnowledge(unit)
    })
  }

  remove(key: string): Promise<void> {
    return this.#removed('knowledge-document-remove', REMOVE, key)
  }

  removeOthers(keys: readonly string[]): Promise<void> {
    return this.#removed('knowledge-documents-remove-others', REMOVE_OTHERS, keys)
  }

  /** In a unit that counts only while this reading holds the source. */
  change<Result>(work: (unit: Unit) => Promise<Result>, progress = 0): Promise<Result> {
    const { units, job: { tenantId, sourceId }, try: own } = this.#options
    return units.tenant({ tenantId, actor: systemActor(tenantId) }, async unit => {
      const [held] = await unit.sql('knowledge-reading-hold', HOLD, [tenantId, sourceId, own, unit.now, progress])
      if (!held) throw new Superseded()
      return work(unit)
    })
  }

  #removed(name: string, text: string, value: unknown): Promise<void> {
    return this.change(async unit => {
      const { job: { tenantId, sourceId } } = this.#options
      const gone = await unit.sql<{ count: number }>(name, text, [tenantId, sourceId, value])
      if (gone.some(({ count }) => count > 0)) await bumpKnowledge(unit)
    })
  }

  #run(name: string, text: string, values: (unit: Unit) => unknown[]): Promise<void> {
    const { job: { tenantId, sourceId } } = this.#options
    return this.change(async unit => void await unit.sql(name, text, [tenantId, sourceId, ...values(unit)]))
  }
}
