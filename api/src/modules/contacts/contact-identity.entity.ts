import { defineEntity, p } from '@mikro-orm/core'
import type { Told } from './arrival.ts'

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
    phone: p.text().nullable(),
    isPhoneTrusted: p.boolean(),
    email: p.text().nullable(),
    isEmailTrusted: p.boolean(),
    username: p.text().nullable(),
    displayName: p.text().nullable(),
    isAvailable: p.boolean(),
    createdAt: p.datetime(),
  },
})

/** One address of a person: how one channel account knows her. */
export class ContactIdentity extends ContactIdentitySchema.class {
  /** The visitor who wrote unnamed has signed in on the tenant's site: the address becomes hers. */
  vouchFor(externalId: string) {
    this.externalId = externalId
    this.verified = true
  }

  /** What the channel tells replaces what it told before; what it vouched for is not replaced by hearsay. */
  learn(told: Told) {
    if (told.phone && (told.isPhoneTrusted || !this.isPhoneTrusted)) {
      this.phone = told.phone
      this.isPhoneTrusted = told.isPhoneTrusted
    }
    if (told.email && (told.isEmailTrusted || !this.isEmailTrusted)) {
      this.email = told.email
      this.isEmailTrusted = told.isEmailTrusted
    }
    this.username = told.username ?? this.username
    this.displayName = told.name ?? this.displayName
  }

  /** The person goes by another id from now on. A number that she gave up may be somebody else's tomorrow. */
  becomes(externalId: string, was: readonly string[]) {
    this.externalId = externalId
    if (!this.phone || !was.includes(this.phone)) return
    this.phone = null
    this.isPhoneTrusted = false
  }
}
ContactIdentitySchema.setClass(ContactIdentity)
