import type { Language } from '../../../platform/language.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import type { ConversationOwner } from '../conversation.entity.ts'
import type { SendingFactsRow } from './sending.ts'

/** One of a contact's, on an account of the tenant's. */
export interface Address extends SendingFactsRow {
  channelAccountId: string
  language: Language
  /** Of what is open there, the newest. */
  threadKey: string | null
  conversationId: string | null
  owner: ConversationOwner | null
}

// The address that she used last comes first.
const ADDRESSES = `
  with recursive who as (
    select id, merged_into, language from contact where tenant_id = $1 and id = $2
    union all select c.id, c.merged_into, c.language from contact c join who on c.tenant_id = $1 and c.id = who.merged_into
  )
  select i.id, a.id as "channelAccountId", a.kind, a.state, i.last_heard_at as "lastHeardAt", i.is_available as "isAvailable", o.thread_key as "threadKey",
    coalesce(o.language, who.language) as language, o.id as "conversationId", o.owner
  from who join contact_identity i on i.tenant_id = $1 and i.contact_id = who.id
    join channel_account a on a.tenant_id = i.tenant_id and a.id = i.channel_account_id
    left join lateral (select max(last_activity_at) as at from conversation c where c.tenant_id = i.tenant_id and c.identity_id = i.id) l on true
    left join lateral (
      select id, owner, thread_key, language from conversation c where c.tenant_id = i.tenant_id and c.identity_id = i.id and c.status = 'OPEN'
      order by last_activity_at desc limit 1) o on true
  where who.merged_into is null and a.state <> 'REMOVED'
  order by coalesce(l.at, i.created_at) desc, i.id`

export const addressesOf = (unit: ReadUnit, contactId: string): Promise<Address[]> =>
  unit.sql<Address>('contact-addresses', ADDRESSES, [unit.tenantId, contactId])
