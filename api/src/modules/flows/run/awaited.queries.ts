import type { IdleConversation } from '../../conversations/index.ts'
import type { ReadUnit } from '../../../platform/unit.ts'

const AWAITED = `
  select distinct conversation_id as id from flow_run
  where (tenant_id, conversation_id) in (select * from unnest($1::uuid[], $2::uuid[]))
    and (wake_at is not null or nudge_at is not null or event is not null or state->'waiting'->>'kind' = 'REQUEST')`

/** Conversations in which a run waits for what comes without a word of hers: they are not over, however quiet they are. */
export async function awaitedConversations(unit: ReadUnit, conversations: readonly IdleConversation[]): Promise<ReadonlySet<string>> {
  const rows = await unit.sql<{ id: string }>('flow-runs-awaited', AWAITED, [conversations.map(({ tenantId }) => tenantId), conversations.map(({ id }) => id)])
  return new Set(rows.map(({ id }) => id))
}
