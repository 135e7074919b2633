import { memberIdOf } from '../../../platform/actor.ts'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import type { Unit } from '../../../platform/unit.ts'
import { mayMergeContacts } from '../contact.policy.ts'
import type { Evidence } from './merge.entity.ts'
import { ContactSuggestion, type SuggestingEvidence } from './suggestion.entity.ts'

export interface Traits {
  phone: string | null
  email: string | null
  name?: string | null
  username?: string | null
}

// What was noted of a contact and what channels told of its addresses are compared alike. At most a few have it in
// common; a number that hundreds share, such as that of a front desk, says nothing.
const ALIKE = `
  with alike as (
    select id, 'PHONE' as evidence, phone as value from contact where tenant_id = $1 and phone = $3
    union select contact_id, 'PHONE', phone from contact_identity where tenant_id = $1 and phone = $3
    union select id, 'EMAIL', email from contact where tenant_id = $1 and email = $4
    union select contact_id, 'EMAIL', email from contact_identity where tenant_id = $1 and email = $4
    union select i.contact_id, 'NAME_AND_USERNAME', i.username from contact_identity i
      where i.tenant_id = $1 and lower(i.username) = lower($6) and lower(i.display_name) = lower($5)
  )
  select c.id, a.evidence as kind, a.value from alike a join contact c on c.tenant_id = $1 and c.id = a.id
  where c.id <> $2 and c.merged_into is null
  order by c.last_seen_at desc, c.id desc limit 10`

const INSERT = `
  insert into contact_suggestion (tenant_id, id, contact_id, other_id, evidence, value, created_at)
  select $1, id, least($2::uuid, other), greatest($2::uuid, other), evidence, value, $3
  from unnest($4::uuid[], $5::uuid[], $6::text[], $7::text[]) as found (id, other, evidence, value)
  on conflict do nothing`

/** Who may be one person: told with its reason, decided by people. */
export class SuggestionService {
  /** Looks for others with the same traits. */
  async lookAround(unit: Unit, contactId: string, { phone, email, name, username }: Traits): Promise<void> {
    if (!phone && !email && !(name && username)) return
    const found = await unit.sql<Evidence<SuggestingEvidence> & { id: string }>('contact-alike', ALIKE,
      [unit.tenantId, contactId, phone, email, name ?? null, username ?? null])
    await this.suggest(unit, contactId, found)
  }

  async suggest(unit: Unit, contactId: string, others: (Evidence<SuggestingEvidence> & { id: string })[]): Promise<void> {
    if (others.length === 0) return
    await unit.sql('contact-suggest', INSERT, [
      unit.tenantId, contactId, unit.now, others.map(() => newId(unit.now)), others.map(one => one.id),
      others.map(one => one.kind), others.map(one => one.value),
    ])
  }

  /** A person was asked, and they are two: whatever else suggests it now is answered too. */
  async dismiss(unit: Unit, suggestionId: string): Promise<string> {
    if (!mayMergeContacts(unit.actor)) throw new Forbidden()
    const one = await unit.em.findOne(ContactSuggestion, { id: suggestionId })
    if (!one) throw new NotFound('The suggestion')
    const { contactId, otherId } = one
    const open = await unit.em.find(ContactSuggestion, { contactId, otherId, state: 'OPEN' })
    open.forEach(each => each.dismiss(unit.now, memberIdOf(unit.actor)))
    if (open.length) unit.audit({ action: 'contact.suggestion-dismissed', targetType: 'contact', targetId: contactId, detail: { otherId } })
    await unit.em.flush()
    return one.id
  }
}
