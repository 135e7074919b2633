import { defineEntity, p } from '@mikro-orm/core'
import type { Language } from '../../../platform/language.ts'
import type { KnowledgeProblem } from '../documents/reading-problem.ts'
import { nextReadAt, type ReadingRhythm } from './reading-rhythm.ts'

export type KnowledgeSourceKind = 'PAGE' | 'SITEMAP' | 'PDF' | 'DOCX' | 'CSV' | 'MARKDOWN'
export type KnowledgeSourceState = 'WAITING' | 'READING' | 'READY' | 'FAILED'

/** What somebody says of a source; days as `YYYY-MM-DD`. */
export interface SourceDetails {
  name: string
  url: string | null
  language: Language
  rhythm: ReadingRhythm
  validFrom: string | null
  validUntil: string | null
}

const KnowledgeSourceSchema = defineEntity({
  name: 'KnowledgeSource',
  tableName: 'knowledge_source',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    kind: p.string().$type<KnowledgeSourceKind>(),
    name: p.text(),
    url: p.text().nullable(),
    fileName: p.text().nullable(),
    language: p.string().$type<Language>(),
    rhythm: p.string().$type<ReadingRhythm>(),
    validFrom: p.date().nullable(),
    validUntil: p.date().nullable(),
    state: p.string().$type<KnowledgeSourceState>(),
    problem: p.json().$type<KnowledgeProblem>().nullable(),
    heardAt: p.datetime().nullable(),
    readAt: p.datetime().nullable(),
    nextReadAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    deletedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
})

export class KnowledgeSource extends KnowledgeSourceSchema.class {
  describe({ name, url, language, rhythm, validFrom, validUntil }: SourceDetails, now: Date) {
    if (rhythm !== this.rhythm) this.nextReadAt = nextReadAt({ rhythm, id: this.id, from: this.readAt ?? now })
    Object.assign(this, { name, url, language, rhythm, validFrom, validUntil })
  }

  /** It is read from the beginning, whatever reading is under way. */
  awaitReading(now: Date) {
    this.state = 'WAITING'
    this.heardAt = now
  }

  isBeingRead(): boolean {
    return this.state === 'WAITING' || this.state === 'READING'
  }

  delete(now: Date) {
    this.deletedAt ??= now
  }

  restore(now: Date) {
    this.deletedAt = null
    if (this.isBeingRead()) this.awaitReading(now)
  }
}
KnowledgeSourceSchema.setClass(KnowledgeSource)
