import { defineEntity, p } from '@mikro-orm/core'
import type { Language } from '../../platform/language.ts'
import type { MarkedEntity } from './model.ts'
import { plainText } from './phrase-text.ts'

export type PhraseOrigin = 'WRITTEN' | 'IMPORTED' | 'PACK' | 'REVIEW'

export interface PhraseWords {
  text: string
  language: Language
  entities: MarkedEntity[]
}

const PhraseSchema = defineEntity({
  name: 'Phrase',
  tableName: 'phrase',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    intentId: p.uuid(),
    language: p.string().$type<Language>(),
    text: p.text(),
    plain: p.text(),
    entities: p.json().$type<MarkedEntity[]>(),
    origin: p.string().$type<PhraseOrigin>(),
    createdAt: p.datetime(),
    deletedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
})

export class Phrase extends PhraseSchema.class {
  say({ text, language, entities }: PhraseWords) {
    this.text = text
    this.plain = plainText(text)
    this.language = language
    this.entities = entities
  }
}
PhraseSchema.setClass(Phrase)
