import { LockMode } from '@mikro-orm/core'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { lock } from '../../../platform/lock.ts'
import { ChangedMeanwhile, InvalidInput } from '../../../platform/refusal.ts'
import type { Unit } from '../../../platform/unit.ts'
import { bumpKnowledge } from '../knowledge-state.ts'
import { sentFileName, takeFile } from './knowledge-file.store.ts'
import { enqueueReading } from './reading.job.ts'
import { KnowledgeSource, type KnowledgeSourceKind, type SourceDetails } from './source.entity.ts'
import { NothingToRead } from './source.errors.ts'
import { hostOf, isOnTheWeb, sourceDetails } from './source-input.ts'
import { mayChangeSources, mayHaveRead } from './source.policy.ts'

const MOST_SOURCES = 200

export interface NewSource extends Omit<SourceDetails, 'name'> {
  kind: KnowledgeSourceKind
  name: string | null
  knowledgeFileId: string | null
}

export interface ChangedSource extends SourceDetails {
  knowledgeSourceId: string
  version: number
  knowledgeFileId: string | null
}

/** What the bot may answer from beside questions. Each verb returns the id of the source, or why not. */
export class KnowledgeSourceService {
  async add(unit: Unit, { kind, knowledgeFileId, ...typed }: NewSource): Promise<string | InvalidInput> {
    if (!mayChangeSources(unit.actor)) throw new Forbidden()
    const { em, tenantId, now } = unit
    if (!isOnTheWeb(kind) && !knowledgeFileId) return new InvalidInput('knowledgeFileId', 'Send the file first.')
    const fileName = isOnTheWeb(kind) ? null : await sentFileName(unit, knowledgeFileId!)
    const name = typed.name?.trim() || fileName || (URL.canParse(typed.url ?? '') ? hostOf(typed.url!) : '') || '-'
    const details = sourceDetails(kind, { ...typed, name })
    if (details instanceof InvalidInput) return details
    if (!await this.#hasRoom(unit)) return new InvalidInput('kind', `At most ${MOST_SOURCES} sources.`)
    const source = em.create(KnowledgeSource, {
      id: newId(now), tenantId, kind, ...details, fileName, state: 'WAITING', problem: null, heardAt: now, readAt: null, nextReadAt: null,
      createdAt: now, deletedAt: null, version: 1,
    })
    await em.flush()
    if (fileName) await takeFile(unit, knowledgeFileId!, source.id)
    enqueueReading(unit, { tenantId, sourceId: source.id })
    return this.#tell(unit, source, 'knowledge_source.added')
  }

  async change(unit: Unit, { knowledgeSourceId, version, knowledgeFileId, ...typed }: ChangedSource) {
    const source = await lockedSource(unit, knowledgeSourceId)
    if (source.version !== version) return new ChangedMeanwhile()
    const details = sourceDetails(source.kind, { ...typed, url: typed.url ?? source.url ?? null })
    if (details instanceof InvalidInput) return details
    if (knowledgeFileId && isOnTheWeb(source.kind)) return new InvalidInput('knowledgeFileId', 'It is read from the web.')
    const answersOtherwise = details.validFrom !== source.validFrom || details.validUntil !== source.validUntil
    const isElsewhere = details.url !== source.url
    source.describe(details, unit.now)
    if (knowledgeFileId) source.fileName = await sentFileName(unit, knowledgeFileId)
    if (isElsewhere || knowledgeFileId) this.#readAgain(unit, source)
    if (knowledgeFileId) await takeFile(unit, knowledgeFileId, source.id)
    if (answersOtherwise) await bumpKnowledge(unit)
    return this.#tell(unit, source, 'knowledge_source.changed')
  }

  /** One that is being read goes on. */
  async read(unit: Unit, sourceId: string): Promise<string | NothingToRead> {
    if (!mayHaveRead(unit.actor)) throw new Forbidden()
    const source = await heldSource(unit, sourceId)
    if (!isOnTheWeb(source.kind)) return new NothingToRead()
    if (!source.isBeingRead()) this.#readAgain(unit, source)
    await unit.em.flush()
    return source.id
  }

  async delete(unit: Unit, sourceId: string): Promise<string> {
    const source = await lockedSource(unit, sourceId)
    source.delete(unit.now)
    await bumpKnowledge(unit)
    return this.#tell(unit, source, 'knowledge_source.deleted')
  }

  async restore(unit: Unit, sourceId: string): Promise<string | InvalidInput> {
    const source = await lockedSource(unit, sourceId, { deletedToo: true })
    if (!source.deletedAt) return source.id
    if (!await this.#hasRoom(unit)) return new InvalidInput('knowledgeSourceId', `At most ${MOST_SOURCES} sources.`)
    source.restore(unit.now)
    if (source.isBeingRead()) enqueueReading(unit, { tenantId: unit.tenantId, sourceId })
    await bumpKnowledge(unit)
    return this.#tell(unit, source, 'knowledge_source.restored')
  }

  #readAgain(unit: Unit, source: KnowledgeSource) {
    source.awaitReading(unit.now)
    enqueueReading(unit, { tenantId: unit.tenantId, sourceId: source.id })
  }

  async #hasRoom(unit: Unit): Promise<boolean> {
    await lock(unit, `knowledge sources of ${unit.tenantId}`)
    return await unit.em.count(KnowledgeSource, { tenantId: unit.tenantId, deletedAt: null }) < MOST_SOURCES
  }

  async #tell(unit: Unit, { id, name, kind }: KnowledgeSource, action: string): Promise<string> {
    unit.audit({ action, targetType: 'knowledge_source', targetId: id, detail: { name, kind } })
    await unit.em.flush()
    return id
  }
}

/** For whoever changes it: held until the unit ends. */
async function lockedSource(unit: Unit, id: string, options?: { deletedToo: boolean }): Promise<KnowledgeSource> {
  if (!mayChangeSources(unit.actor)) throw new Forbidden()
  return heldSource(unit, id, options)
}

async function heldSource({ em, tenantId }: Unit, id: string, { deletedToo = false } = {}): Promise<KnowledgeSource> {
  const source = await em.findOne(KnowledgeSource, { id, tenantId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
  if (!source || (source.deletedAt && !deletedToo)) throw new NotFound('The source')
  return source
}
