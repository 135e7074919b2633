import { defineEntity, p } from '@mikro-orm/core'
import type { Contact } from '../contact.entity.ts'

/** Why a channel's word joins two contacts. */
export type JoiningEvidence = 'PHONE' | 'EMAIL' | 'SAME_ADDRESS'

export interface Evidence<Kind = JoiningEvidence> {
  kind: Kind
  value: string
}

type Fact = 'name' | 'email' | 'phone' | 'verified' | 'attributes' | 'lastSeenAt'
/** What the contact that stays took over, as JSON. */
export type Taken = Partial<Record<Fact, { was: unknown; became: unknown }>>

const ContactMergeSchema = defineEntity({
  name: 'ContactMerge',
  tableName: 'contact_merge',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    keptId: p.uuid(),
    absorbedId: p.uuid(),
    identityIds: p.array().$type<string[]>().columnType('uuid[]'),
    taken: p.json().$type<Taken>(),
    evidence: p.string().$type<JoiningEvidence>().nullable(),
    evidenceValue: p.text().nullable(),
    mergedBy: p.uuid().nullable(),
    mergedAt: p.datetime(),
    undoneBy: p.uuid().nullable(),
    undoneAt: p.datetime().nullable(),
  },
})

export class ContactMerge extends ContactMergeSchema.class {
  undo(now: Date, memberId: string | null) {
    this.undoneAt = now
    this.undoneBy = memberId
  }
}
ContactMergeSchema.setClass(ContactMerge)

type Facts = Pick<Contact, Fact>

/** What is known of two who are one: what the kept one knows stands, its gaps are filled. */
export const factsOfBoth = (kept: Facts, absorbed: Facts): Facts => ({
  name: kept.name ?? absorbed.name, email: kept.email ?? absorbed.email, phone: kept.phone ?? absorbed.phone,
  verified: kept.verified || absorbed.verified, attributes: { ...absorbed.attributes, ...kept.attributes },
  lastSeenAt: kept.lastSeenAt > absorbed.lastSeenAt ? kept.lastSeenAt : absorbed.lastSeenAt,
})

/** The kept contact takes over what it lacks; says what that was. */
export function takeOver(kept: Contact, absorbed: Contact): Taken {
  const facts = factsOfBoth(kept, absorbed)
  const taken: Taken = {}
  for (const fact of Object.keys(facts) as Fact[]) {
    if (same(kept[fact], facts[fact])) continue
    taken[fact] = { was: kept[fact], became: facts[fact] }
    Object.assign(kept, { [fact]: facts[fact] })
  }
  return taken
}

/** Gives back what was taken over, save what somebody changed since. */
export function giveBack(kept: Contact, taken: Taken) {
  for (const [fact, { was, became }] of Object.entries(taken) as [Fact, { was: unknown; became: unknown }][]) {
    if (!same(kept[fact], became)) continue
    Object.assign(kept, { [fact]: fact === 'lastSeenAt' ? new Date(was as string) : was })
  }
}

const same = (one: unknown, other: unknown) => inOrder(one) === inOrder(other)

/** JSON that does not depend on the order in which names were written. */
const inOrder = (value: unknown): string => JSON.stringify(value, (_key, part: unknown) =>
  (part && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part))
