import type { ChannelKind } from '../../contacts/index.ts'
import { defineEntity, p } from '@mikro-orm/core'
import type { Language } from '../../../platform/language.ts'
import { plainText } from '../../language/index.ts'

export interface FaqVariant {
  channel: ChannelKind
  text: string
}

/** What somebody says of a question; days as `YYYY-MM-DD`. */
export interface FaqDetails {
  question: string
  wordings: string[]
  language: Language
  answer: string
  variants: FaqVariant[]
  validFrom: string | null
  validUntil: string | null
}

const FaqSchema = defineEntity({
  name: 'Faq',
  tableName: 'faq',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    question: p.text(),
    wordings: p.array<string>(),
    language: p.string().$type<Language>(),
    answer: p.text(),
    variants: p.json().$type<FaqVariant[]>(),
    validFrom: p.date().nullable(),
    validUntil: p.date().nullable(),
    plain: p.text(),
    idempotencyKey: p.text().nullable(),
    idempotencyHash: p.blob().nullable(),
    createdAt: p.datetime(),
    changedAt: p.datetime(),
    changedBy: p.uuid().nullable(),
    deletedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
})

/** Who changes a question, and when. */
export interface Change {
  now: Date
  by: string | null
}

export class Faq extends FaqSchema.class {
  describe(details: FaqDetails, change: Change) {
    Object.assign(this, details)
    note(this, change)
  }

  /** Other ways of asking it, that are none of its own yet. */
  gain(wordings: readonly string[], change: Change) {
    this.wordings = [...this.wordings, ...wordings]
    note(this, change)
  }

  lose(wordings: ReadonlySet<string>, change: Change) {
    this.wordings = this.wordings.filter(wording => !wordings.has(plainText(wording)))
    note(this, change)
  }

  delete(now: Date) {
    this.deletedAt ??= now
  }

  restore() {
    this.deletedAt = null
  }
}
FaqSchema.setClass(Faq)

/** What a question is looked for by. */
export const plainOf = ({ question, wordings, answer, variants }: Pick<FaqDetails, 'question' | 'wordings' | 'answer' | 'variants'>): string =>
  [question, ...wordings, answer, ...variants.map(({ text }) => text)].map(plainText).join(' ')

// Not a private method: MikroORM hands the verbs an object of its own.
function note(faq: Faq, { now, by }: Change) {
  faq.plain = plainOf(faq)
  faq.changedAt = now
  faq.changedBy = by
}
