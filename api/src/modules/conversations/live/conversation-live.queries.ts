import type { ReadUnit } from '../../../platform/unit.ts'
import { CONVERSATION_COLUMNS, type ConversationRow } from '../conversation.queries.ts'

/** With the address of the contact, by which a visitor's own changes are told from the others'. */
export interface LiveConversationRow extends ConversationRow {
  externalId: string
}

const LIVE = `
  select ${CONVERSATION_COLUMNS}, i.external_id as "externalId"
  from conversation c join contact_identity i on i.tenant_id = c.tenant_id and i.id = c.identity_id
  where c.tenant_id = $1 and c.id = any($2::uuid[])`

export const liveConversations = (unit: ReadUnit, ids: readonly string[]): Promise<LiveConversationRow[]> =>
  ids.length ? unit.sql<LiveConversationRow>('conversation-live', LIVE, [unit.tenantId, ids]) : Promise.resolve([])

const OF_CONTACTS = `
  select c.id, c.contact_id as "contactId" from unnest($2::uuid[]) as changed (id)
  cross join lateral (
    select id, contact_id from conversation
    where tenant_id = $1 and contact_id = changed.id order by last_activity_at desc, id desc limit 20
  ) c`

/** The latest conversations of contacts: those in which a changed name is likely to stand on somebody's screen. */
export const conversationsOfContacts = (
  unit: ReadUnit, contactIds: readonly string[],
): Promise<{ id: string; contactId: string }[]> =>
  contactIds.length ? unit.sql('conversation-of-contacts', OF_CONTACTS, [unit.tenantId, contactIds]) : Promise.resolve([])
