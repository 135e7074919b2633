import { LockMode } from '@mikro-orm/core'
import { Forbidden, NotFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { Language } from '../../platform/language.ts'
import { lock } from '../../platform/lock.ts'
import { ChangedMeanwhile, InvalidInput } from '../../platform/refusal.ts'
import type { Unit } from '../../platform/unit.ts'
import { Contact, ContactIdentity, type ContactDetails } from './contact.entity.ts'
import { mayAdmit, mayChangeContact } from './contact.policy.ts'
import { contactDetails } from './contact-details.ts'

export interface Arrival {
  channelAccountId: string
  externalId: string
  language: Language
  /** Whether the tenant's own site vouched for `claims`. */
  verified: boolean
  claims?: Partial<ContactDetails>
  /** As the channel says she is called. */
  name?: string
  username?: string
  /** E.164. */
  phone?: string
  isPhoneTrusted?: boolean
  email?: string
  isEmailTrusted?: boolean
  aliases?: readonly string[]
}

export interface Admitted {
  contactId: string
  identityId: string
}

export class ContactService {
  /**
   * The contact behind an address, made on the first message. Two first messages of the same millisecond wait for
   * each other here, so they find one contact.
   */
  async admit(unit: Unit, arrival: Arrival): Promise<Admitted> {
    if (!mayAdmit(unit.actor, arrival.channelAccountId)) throw new Forbidden()
    await lock(unit, `contact:${arrival.channelAccountId}:${arrival.externalId}`)
    const known = await unit.em.findOne(ContactIdentity, {
      channelAccountId: arrival.channelAccountId, externalId: arrival.externalId,
    })
    return known ? { contactId: known.contactId, identityId: known.id } : this.#enter(unit, arrival)
  }

  async #enter(unit: Unit, arrival: Arrival): Promise<Admitted> {
    const { em, tenantId, now } = unit
    const contact = em.create(Contact, {
      id: newId(now), tenantId, name: null, email: null, phone: null, language: arrival.language,
      verified: false, attributes: {}, createdAt: now, lastSeenAt: now, version: 1,
    })
    if (arrival.verified) contact.vouch(arrival.claims ?? {})
    contact.name ??= arrival.name ?? null
    contact.phone ??= arrival.phone ?? null
    contact.email ??= arrival.email ?? null
    await em.flush()
    const identity = em.create(ContactIdentity, {
      id: newId(now), tenantId, contactId: contact.id, channelAccountId: arrival.channelAccountId,
      externalId: arrival.externalId, verified: arrival.verified, createdAt: now,
    })
    await em.flush()
    return { contactId: contact.id, identityId: identity.id }
  }

  /**
   * A visitor who wrote unnamed signs in on the tenant's site: what she wrote stays hers. When she is known by that
   * name already, the two stay apart; joining people is for a person to decide.
   */
  async vouch(unit: Unit, from: string | null, arrival: Arrival): Promise<void> {
    if (!mayAdmit(unit.actor, arrival.channelAccountId)) throw new Forbidden()
    const { channelAccountId, externalId } = arrival
    await lock(unit, `contact:${channelAccountId}:${externalId}`)
    const known = await unit.em.findOne(ContactIdentity, { channelAccountId, externalId })
    const unnamed = known || !from ? null : await unit.em.findOne(ContactIdentity, { channelAccountId, externalId: from })
    unnamed?.vouchFor(externalId)
    const identity = known ?? unnamed
    if (!identity) return
    const contact = await unit.em.findOneOrFail(Contact, { id: identity.contactId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    const { version } = contact
    contact.vouch(arrival.claims ?? {})
    await unit.em.flush()
    if (contact.version > version) unit.record({ kind: 'CONTACT_CHANGED', subjectId: contact.id })
  }

  /** The person goes by another id from now on; with none of the former ids known, there is nothing to change. */
  async rename(unit: Unit, { channelAccountId, was, becomes }: { channelAccountId: string; was: readonly string[]; becomes: string }): Promise<void> {
    if (!mayAdmit(unit.actor, channelAccountId)) throw new Forbidden()
    for (const externalId of was) {
      const identity = await unit.em.findOne(ContactIdentity, { channelAccountId, externalId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
      if (!identity) continue
      identity.externalId = becomes
      return unit.em.flush()
    }
  }

  async change(unit: Unit, input: ContactDetails & { contactId: string; version: number }) {
    if (!mayChangeContact(unit.actor)) throw new Forbidden()
    const contact = await unit.em.findOne(Contact, { id: input.contactId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    if (!contact) throw new NotFound('The contact')
    if (contact.version !== input.version) return new ChangedMeanwhile()
    const details = contactDetails(input)
    if (details instanceof InvalidInput) return details
    contact.note(details)
    unit.audit({ action: 'contact.changed', targetType: 'contact', targetId: contact.id })
    unit.record({ kind: 'CONTACT_CHANGED', subjectId: contact.id })
    await unit.em.flush()
    return contact
  }
}
