import type { Language } from '../../platform/language.ts'
import type { ContactDetails } from './contact.entity.ts'
import { phoneNumber } from './phone.ts'

/** Somebody writes from an address, and what the channel tells of her. */
export interface Arrival {
  channelAccountId: string
  externalId: string
  language: Language
  /** Whether the tenant's own site vouched for `claims`. */
  verified: boolean
  claims?: Partial<ContactDetails>
  phone?: string | null
  /** Whether the channel vouches that the number is hers. */
  isPhoneTrusted?: boolean
  email?: string | null
  isEmailTrusted?: boolean
  name?: string | null
  username?: string | null
  /** Other ids by which the same channel account may know the same person. */
  aliases?: readonly string[]
}

/** The same in the form in which it is stored and compared. */
export interface Told {
  phone: string | null
  isPhoneTrusted: boolean
  email: string | null
  isEmailTrusted: boolean
  name: string | null
  username: string | null
}

export function toldBy({ verified, claims, ...arrival }: Arrival): Told {
  const phone = phoneNumber(arrival.phone ?? (verified ? claims?.phone : null))
  const email = (arrival.email ?? (verified ? claims?.email : null))?.trim().toLowerCase() || null
  return {
    phone, isPhoneTrusted: phone !== null && (verified || arrival.isPhoneTrusted === true),
    email, isEmailTrusted: email !== null && (verified || arrival.isEmailTrusted === true),
    name: clean(arrival.name), username: clean(arrival.username),
  }
}

const LONGEST_NAME = 120
const clean = (text: string | null | undefined) => text?.trim().replace(/\s+/g, ' ').slice(0, LONGEST_NAME) || null

export const tellsAnything = ({ phone, email, name, username }: Told): boolean => Boolean(phone ?? email ?? name ?? username)

/** Whether all of it was told before, and vouched for as much. */
export const isTold = (before: Told, told: Told): boolean =>
  (told.phone === null || (before.phone === told.phone && before.isPhoneTrusted >= told.isPhoneTrusted)) &&
  (told.email === null || (before.email === told.email && before.isEmailTrusted >= told.isEmailTrusted)) &&
  (told.name === null || before.name === told.name) && (told.username === null || before.username === told.username)

export const addressesOf = ({ externalId, aliases = [] }: Arrival): string[] => [...new Set([externalId, ...aliases])]

/** What two units must not do at once, in one order, so that they wait for each other and not for themselves. */
export const lockNamesOf = (tenantId: string, arrival: Arrival, told: Told): string[] => [
  ...addressesOf(arrival).map(one => `contact:${arrival.channelAccountId}:${one}`),
  ...(told.isPhoneTrusted ? [`contact-phone:${tenantId}:${told.phone}`] : []),
  ...(told.isEmailTrusted ? [`contact-email:${tenantId}:${told.email}`] : []),
].sort()
