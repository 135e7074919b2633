import { defineEntity, p } from '@mikro-orm/core'

export type SuggestingEvidence = 'PHONE' | 'EMAIL' | 'NAME_AND_USERNAME' | 'SAME_BROWSER'

const ContactSuggestionSchema = defineEntity({
  name: 'ContactSuggestion',
  tableName: 'contact_suggestion',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    contactId: p.uuid(),
    otherId: p.uuid(),
    evidence: p.string().$type<SuggestingEvidence>(),
    value: p.text(),
    state: p.string().$type<'OPEN' | 'DISMISSED' | 'MERGED'>(),
    createdAt: p.datetime(),
    decidedBy: p.uuid().nullable(),
    decidedAt: p.datetime().nullable(),
  },
})

export class ContactSuggestion extends ContactSuggestionSchema.class {
  dismiss(now: Date, memberId: string | null) {
    this.state = 'DISMISSED'
    this.decidedAt = now
    this.decidedBy = memberId
  }
}
ContactSuggestionSchema.setClass(ContactSuggestion)
