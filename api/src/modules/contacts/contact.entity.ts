import { defineEntity, p } from '@mikro-orm/core'
import type { Language } from '../../platform/language.ts'

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

  /** What the tenant's site vouches for fills gaps and corrects; it never erases what agents noted. */
  vouch(claims: Partial<ContactDetails>) {
    this.verified = true
    this.name = claims.name ?? this.name
    this.email = claims.email ?? this.email
    this.phone = claims.phone ?? this.phone
  }
}
ContactSchema.setClass(Contact)

const ContactIdentitySchema = defineEntity({
  name: 'ContactIdentity',
  tableName: 'contact_identity',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    contactId: p.uuid(),
    channelAccountId: p.uuid(),
    externalId: p.text(),
    verified: p.boolean(),
    createdAt: p.datetime(),
  },
})

export class ContactIdentity extends ContactIdentitySchema.class {
  /** The visitor who wrote unnamed has signed in on the tenant's site: the address becomes hers. */
  vouchFor(externalId: string) {
    this.externalId = externalId
    this.verified = true
  }
}
ContactIdentitySchema.setClass(ContactIdentity)

export const contactEntities = [Contact, ContactIdentity]
