import { defineEntity, p } from '@mikro-orm/core'
import type { Language } from '../../platform/language.ts'
import type { EvaluationReport } from './evaluation/report.ts'

export type ModelState = 'TRAINED' | 'LIVE' | 'RETIRED'

const LearntModelSchema = defineEntity({
  name: 'LearntModel',
  tableName: 'elena_model',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    trainingId: p.uuid(),
    number: p.integer(),
    state: p.string().$type<ModelState>(),
    trainedAt: p.datetime(),
    trainedBy: p.uuid().nullable(),
    publishedAt: p.datetime().nullable(),
    publishedBy: p.uuid().nullable(),
    overrideReason: p.text().nullable(),
    intentCount: p.integer(),
    phraseCount: p.integer(),
    languages: p.array<Language>(),
    accuracy: p.double(),
    macroF1: p.double(),
    sizeBytes: p.integer(),
    trainingSeconds: p.double(),
    report: p.json().$type<EvaluationReport>(),
  },
})

/** What was learnt in one training. What it scored never changes; publishing says which one the bot goes by. */
export class LearntModel extends LearntModelSchema.class {
  get isLive(): boolean {
    return this.state === 'LIVE'
  }

  publish({ now, by, reason }: { now: Date; by: string | null; reason: string | null }) {
    this.state = 'LIVE'
    this.publishedAt = now
    this.publishedBy = by
    this.overrideReason = reason
  }

  retire() {
    if (this.isLive) this.state = 'RETIRED'
  }
}
LearntModelSchema.setClass(LearntModel)
