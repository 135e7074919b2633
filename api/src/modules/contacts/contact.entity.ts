import { defineEntity, p } from '@mikro-orm/core'
import type { Language } from '../../platform/language.ts'
import type { Told } from './arrival.ts'
import { phoneNumber } from './phone.ts'

const ContactSchema = defineEntity({
  name: 'Contact',
  tableName: 'contact',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    name: p.text().nullable(),
    email: p.text().nullable(),
    phone: p.text().nullable(),
    language: p.string().$type<Language>(),
    verified: p.boolean(),
    attributes: p.json().$type<Record<string, unknown>>(),
    createdAt: p.datetime(),
    lastSeenAt: p.datetime(),
    /** The contact that it was joined with. */
    mergedInto: p.uuid().nullable(),
    version: p.integer().version(),
  },
})

export interface ContactDetails {
  name: string | null
  email: string | null
  phone: string | null
  language: Language
}

export class Contact extends ContactSchema.class {
  /** What an agent learned replaces what was known; an empty value forgets it. */
  note(details: ContactDetails) {
    this.name = details.name
    this.email = details.email
    this.phone = details.phone
    this.language = details.language
  }

  /** What a channel tells fills gaps only: what people noted stands. */
  learn({ name, email, phone }: Told) {
    this.name ??= name
    this.email ??= email
    this.phone ??= phone
  }

  /** What the tenant's site vouches for fills gaps and corrects; it never erases what agents noted. */
  vouch(claims: Partial<ContactDetails>) {
    this.verified = true
    this.name = claims.name ?? this.name
    this.email = claims.email ?? this.email
    this.phone = claims.phone ? phoneNumber(claims.phone) ?? claims.phone : this.phone
  }
}
ContactSchema.setClass(Contact)
