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

/** The contacts of a delivery by all their names: there may be a thousand of them, for a thousand messages. */
export class Contacts {
  readonly #all: readonly Json[]
  readonly #byName: ReadonlyMap<string | undefined, Json>

  constructor(all: readonly Json[]) {
    this.#all = all
    this.#byName = new Map(all.flatMap(contact => [[contact.at('user_id').id, contact], [contact.at('wa_id').id, contact]]))
  }

  /** Whose message it is; where nobody is named so, the only one there is. */
  of(ids: readonly (string | undefined)[]): Json | undefined {
    const known = ids.find(id => id !== undefined && this.#byName.has(id))
    return known === undefined ? (this.#all.length === 1 ? this.#all[0] : undefined) : this.#byName.get(known)
  }
}
