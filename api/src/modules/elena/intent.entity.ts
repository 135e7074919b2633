import { defineEntity, p } from '@mikro-orm/core'
import type { Language } from '../../platform/language.ts'

export type IntentAction = 'ANSWER' | 'OPENING_HOURS' | 'TALK_TO_A_PERSON' | 'SHOW_MENU'

export interface IntentAnswer {
  language: Language
  text: string
}

/** What a person says of an intent; its phrases are rows of their own. */
export interface IntentDetails {
  name: string
  description: string | null
  action: IntentAction
  answers: IntentAnswer[]
}

const IntentSchema = defineEntity({
  name: 'Intent',
  tableName: 'intent',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    name: p.text(),
    description: p.text().nullable(),
    action: p.string().$type<IntentAction>(),
    answers: p.json().$type<IntentAnswer[]>(),
    createdAt: p.datetime(),
    deletedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
})

export class Intent extends IntentSchema.class {
  describe(details: IntentDetails) {
    this.name = details.name
    this.description = details.description
    this.action = details.action
    this.answers = details.answers
  }

  delete(now: Date) {
    this.deletedAt ??= now
  }

  restore() {
    this.deletedAt = null
  }
}
IntentSchema.setClass(Intent)
