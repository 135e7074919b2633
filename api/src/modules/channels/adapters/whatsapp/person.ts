import type { Json } from '../meta/json.ts'
import type { ChannelPerson } from '../update.ts'

/** Country, a dot, and up to 128 letters and digits: of this business alone, and new when she changes her number. */
const BUSINESS_SCOPED = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/
const PHONE = /^\+?([1-9]\d{5,14})$/

export const isBusinessScoped = (id: string): boolean => BUSINESS_SCOPED.test(id)

/** Digits alone, as WhatsApp names a number. */
export const waIdOf = (id: string | undefined): string | undefined => PHONE.exec(id ?? '')?.[1]

interface Ids {
  /** In the order of trust: whatever of it is a business-scoped id, or a number. */
  ids: readonly (string | undefined)[]
  contact?: Json
}

/** The business-scoped id before the phone, which people with a user name may keep to themselves. */
export function personOf({ ids, contact }: Ids): ChannelPerson | undefined {
  const known = [...ids, contact?.at('user_id').id, contact?.at('wa_id').id].filter(id => id !== undefined)
  const scoped = known.find(isBusinessScoped)
  const phones = [...new Set(known.map(waIdOf).filter(id => id !== undefined))]
  const [externalId, ...aliases] = scoped ? [scoped, ...phones] : phones
  if (!externalId) return undefined
  const name = contact?.at('profile', 'name').text?.trim().slice(0, 200)
  const username = contact?.at('profile', 'username').id
  return { externalId, ...(aliases.length > 0 && { aliases }), ...(name && { name }), ...(username && { username }), ...(phones[0] && { phone: `+${phones[0]}` }) }
}

/** The contact of a message among those of the delivery. */
export function contactOf(contacts: readonly Json[], ids: readonly (string | undefined)[]): Json | undefined {
  const names = (contact: Json, field: string) => { const id = contact.at(field).id; return id !== undefined && ids.includes(id) }
  return contacts.find(contact => names(contact, 'user_id') || names(contact, 'wa_id')) ?? (contacts.length === 1 ? contacts[0] : undefined)
}
