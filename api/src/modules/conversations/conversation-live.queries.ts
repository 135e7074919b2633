import type { ReadUnit } from '../../platform/unit.ts'
import { CONVERSATION_COLUMNS, type ConversationRow } from './conversation.queries.ts'

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
