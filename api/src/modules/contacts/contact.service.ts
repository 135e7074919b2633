import { LockMode } from '@mikro-orm/core'
import { Forbidden, NotFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { lock } from '../../platform/lock.ts'
import { News } from '../../platform/news.ts'
import { ChangedMeanwhile, InvalidInput } from '../../platform/refusal.ts'
import type { Unit } from '../../platform/unit.ts'
import { addressesOf, lockNamesOf, tellsAnything, toldBy, type Arrival, type Told } from './arrival.ts'
import { addressesKnown, forgetAliases, rememberAliases, vouchedAlike, type KnownAddress } from './contact-address.queries.ts'
import { Contact, type ContactDetails } from './contact.entity.ts'
import { ContactIdentity } from './contact-identity.entity.ts'
import { mayAdmit, mayChangeContact } from './contact.policy.ts'
import { contactDetails } from './contact-details.ts'
import { Joining } from './merging/joining.ts'
import { MergeService } from './merging/merge.service.ts'
import { SuggestionService } from './merging/suggestion.service.ts'

export interface Admitted {
  contactId: string
  identityId: string
}

export interface Renaming {
  channelAccountId: string
  /** Every id by which the person was known until now. */
  was: readonly string[]
  becomes: string
}

export class ContactService {
  readonly #joining: Joining
  readonly #suggestions: SuggestionService

  constructor({ merges = new MergeService(new News()), suggestions = new SuggestionService() } = {}) {
    this.#joining = new Joining({ merges, suggestions })
    this.#suggestions = suggestions
  }

  /**
   * The contact behind an address, made on the first message. Two first messages of the same millisecond wait for
   * each other here, so they find one contact; also when they come by two channels that vouch for the same number.
   */
  async admit(unit: Unit, arrival: Arrival): Promise<Admitted> {
    if (!mayAdmit(unit.actor, arrival.channelAccountId)) throw new Forbidden()
    const told = toldBy(arrival)
    await lockAll(unit, lockNamesOf(unit.tenantId, arrival, told))
    const known = await addressesKnown(unit, arrival.channelAccountId, addressesOf(arrival))
    const one = known.find(each => each.externalId === arrival.externalId) ?? known[0]
    if (one && known.length === 1 && tellsNothingNew(one, arrival, told)) return { contactId: one.contactId, identityId: one.id }
    const contactId = await this.#joining.gather(unit, one?.contactId ?? null, [
      ...known.map(each => ({ id: each.contactId, kind: 'SAME_ADDRESS' as const, value: each.externalId })), ...await vouchedAlike(unit, told),
    ])
    const contact = contactId ? await hold(unit, contactId) : newContact(unit, arrival)
    return this.#enter(unit, { arrival, told, contact, known: one })
  }

  async #enter(unit: Unit, { arrival, told, contact, known }: Entering): Promise<Admitted> {
    const { version } = contact
    if (arrival.verified) contact.vouch(arrival.claims ?? {})
    contact.learn(told)
    await unit.em.flush()
    const identity = known ? await identityOf(unit, known.id) : newIdentity(unit, contact, arrival)
    identity.learn(told)
    await settleAddress(unit, identity, { arrival, known })
    if (contact.version > version) unit.record({ kind: 'CONTACT_CHANGED', subjectId: contact.id })
    await this.#suggestions.lookAround(unit, contact.id, told)
    return { contactId: contact.id, identityId: identity.id }
  }

  /**
   * A visitor who wrote unnamed signs in on the tenant's site: what she wrote stays hers. When she is known by that
   * name already, the two stay apart; that they may be one is suggested, since a browser may have two users.
   */
  async vouch(unit: Unit, from: string | null, arrival: Arrival): Promise<void> {
    if (!mayAdmit(unit.actor, arrival.channelAccountId)) throw new Forbidden()
    const { channelAccountId, externalId } = arrival
    const told = toldBy(arrival)
    await lockAll(unit, lockNamesOf(unit.tenantId, arrival, told))
    const known = await unit.em.findOne(ContactIdentity, { channelAccountId, externalId })
    const unnamed = from && from !== externalId ? await unit.em.findOne(ContactIdentity, { channelAccountId, externalId: from }) : null
    if (!known) unnamed?.vouchFor(externalId)
    const identity = known ?? unnamed
    if (!identity) return
    identity.learn(told)
    const contact = await hold(unit, (await this.#joining.gather(unit, identity.contactId, await vouchedAlike(unit, told)))!)
    const { version } = contact
    contact.vouch(arrival.claims ?? {})
    await unit.em.flush()
    if (contact.version > version) unit.record({ kind: 'CONTACT_CHANGED', subjectId: contact.id })
    if (known && unnamed && unnamed.contactId !== contact.id)
      await this.#suggestions.suggest(unit, contact.id, [{ id: unnamed.contactId, kind: 'SAME_BROWSER', value: contact.name ?? externalId }])
    await this.#suggestions.lookAround(unit, contact.id, told)
  }

  /** The channel gave a person another id, as WhatsApp does when she changes her number. Nothing happens when she is not known. */
  async rename(unit: Unit, { channelAccountId, was, becomes }: Renaming): Promise<void> {
    if (!mayAdmit(unit.actor, channelAccountId)) throw new Forbidden()
    await lockAll(unit, [...new Set([...was, becomes])].map(one => `contact:${channelAccountId}:${one}`).sort())
    const known = await addressesKnown(unit, channelAccountId, [...was, becomes])
    const already = known.find(one => one.externalId === becomes)
    const [former] = known.filter(one => one !== already)
    if (!former) return
    await this.#joining.gather(unit, former.contactId, known.map(one => ({ id: one.contactId, kind: 'SAME_ADDRESS', value: becomes })))
    if (already) return
    // A number that she gave up may be somebody else's tomorrow; ids of the channel's own making are never given twice.
    const numbers = was.filter(one => /^\+?\d+$/.test(one))
    await forgetAliases(unit, channelAccountId, [...numbers, becomes])
    const identity = await identityOf(unit, former.id)
    identity.becomes(becomes, numbers.flatMap(number => [number, `+${number.replace(/\D/g, '')}`]))
    await unit.em.flush()
    await rememberAliases(unit, { ...identity, aliases: was.filter(one => !numbers.includes(one)) })
  }

  /** The same for an address that is known, by any of its ids; one that is not is not made. */
  async known(unit: Unit, arrival: Arrival): Promise<Admitted | undefined> {
    if (!mayAdmit(unit.actor, arrival.channelAccountId)) throw new Forbidden()
    const known = await addressesKnown(unit, arrival.channelAccountId, addressesOf(arrival))
    const one = known.find(each => each.externalId === arrival.externalId) ?? known[0]
    return one && { contactId: one.contactId, identityId: one.id }
  }

  async change(unit: Unit, input: ContactDetails & { contactId: string; version: number }) {
    if (!mayChangeContact(unit.actor)) throw new Forbidden()
    const contact = await unit.em.findOne(Contact, { id: input.contactId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    if (!contact) throw new NotFound('The contact')
    if (contact.version !== input.version || contact.mergedInto) return new ChangedMeanwhile()
    const details = contactDetails(input)
    if (details instanceof InvalidInput) return details
    contact.note(details)
    unit.audit({ action: 'contact.changed', targetType: 'contact', targetId: contact.id })
    unit.record({ kind: 'CONTACT_CHANGED', subjectId: contact.id })
    await unit.em.flush()
    await this.#suggestions.lookAround(unit, contact.id, { phone: details.phone, email: details.email })
    return contact
  }
}

interface Entering {
  arrival: Arrival
  told: Told
  contact: Contact
  known?: KnownAddress
}

async function lockAll(unit: Unit, names: string[]) {
  for (const name of names) await lock(unit, name)
}

const tellsNothingNew = (known: KnownAddress, { externalId, aliases = [] }: Arrival, told: Told) =>
  known.externalId === externalId && aliases.length === 0 && !tellsAnything(told)

/** The contact, or the one that it was joined with meanwhile. */
async function hold(unit: Unit, id: string): Promise<Contact> {
  const contact = await unit.em.findOneOrFail(Contact, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true })
  return contact.mergedInto ? hold(unit, contact.mergedInto) : contact
}

/** Read anew: it may have been moved by a statement of this unit. */
const identityOf = (unit: Unit, id: string) => unit.em.findOneOrFail(ContactIdentity, { id }, { refresh: true })

const newContact = ({ em, tenantId, now }: Unit, { language }: Arrival): Contact => em.create(Contact, {
  id: newId(now), tenantId, name: null, email: null, phone: null, language, verified: false, attributes: {},
  createdAt: now, lastSeenAt: now, mergedInto: null, version: 1,
})

const newIdentity = ({ em, tenantId, now }: Unit, { id: contactId }: Contact, arrival: Arrival): ContactIdentity => em.create(ContactIdentity, {
  id: newId(now), tenantId, contactId, channelAccountId: arrival.channelAccountId, externalId: arrival.externalId,
  verified: arrival.verified, phone: null, isPhoneTrusted: false, email: null, isEmailTrusted: false, username: null,
  displayName: null, isAvailable: true, createdAt: now,
})

/** Known by another id until now: the one that it came with is its id, and the others stay known. */
async function settleAddress(unit: Unit, identity: ContactIdentity, { arrival, known }: Pick<Entering, 'arrival' | 'known'>) {
  const { channelAccountId, externalId } = arrival
  const isOther = known !== undefined && known.externalId !== externalId && !known.aliases.includes(externalId)
  const former = isOther ? [known.externalId] : []
  if (isOther) identity.becomes(externalId, [])
  await unit.em.flush()
  await rememberAliases(unit, { id: identity.id, channelAccountId, aliases: [...former, ...(arrival.aliases ?? [])].filter(one => one !== externalId) })
}
