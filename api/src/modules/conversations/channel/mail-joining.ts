import type { Unit } from '../../../platform/unit.ts'
import { holdThreads } from '../contact-moving.ts'

/** Threads of mails on one account that turned out to be one. */
export interface Joined {
  channelAccountId: string
  into: string
  from: readonly string[]
}

const WHOSE = `
  select distinct identity_id as id from conversation
  where tenant_id = $1 and channel_account_id = $2 and thread_key = any ($3) order by id`

// What a person has stays hers, what waits stays waiting; among equals the older one.
const OPEN = `
  select id, identity_id as "identityId" from conversation
  where tenant_id = $1 and channel_account_id = $2 and thread_key = any ($3) and status = 'OPEN'
  order by case owner when 'AGENT' then 0 when 'QUEUE' then 1 else 2 end, opened_at, id`

const KEYS = `
  update conversation set thread_key = $3, version = version + 1
  where tenant_id = $1 and channel_account_id = $2 and thread_key = any ($4)`

/**
 * A mail that came late shows that its answers belong together. Each sender goes on with one of her open conversations,
 * and what was said in the others stands there too; those are closed, and whoever opens one again is led to the one that goes on.
 */
export async function joinThreads(unit: Unit, { channelAccountId, into, from }: Joined): Promise<void> {
  const where = [unit.tenantId, channelAccountId]
  const whose = await unit.sql<{ id: string }>('mail-joined-whose', WHOSE, [...where, [into, ...from]])
  await holdThreads(unit, whose.map(({ id }) => id))
  const open = await unit.sql<{ id: string; identityId: string }>('mail-joined-open', OPEN, [...where, [into, ...from]])
  for (const [kept, ...others] of Map.groupBy(open, ({ identityId }) => identityId).values()) {
    if (others.length > 0) await absorb(unit, kept!.id, others.map(({ id }) => id))
  }
  await unit.sql('mail-joined-keys', KEYS, [...where, into, from])
}

const MOVE = `
  with moved as (
    update message set conversation_id = $2, version = version + 1 where tenant_id = $1 and conversation_id = any ($3::uuid[]) returning id
  ), noted as (
    update misunderstood_message set conversation_id = $2 where tenant_id = $1 and conversation_id = any ($3::uuid[])
  ), owed as (
    update owed_answer set conversation_id = $2 where tenant_id = $1 and conversation_id = any ($3::uuid[])
  )
  select id from moved order by id`

const SUM = `
  update conversation c set
    opened_at = least(c.opened_at, o.opened_at), last_activity_at = greatest(c.last_activity_at, o.last_activity_at),
    first_queued_at = least(c.first_queued_at, o.first_queued_at), first_answered_at = least(c.first_answered_at, o.first_answered_at),
    urgent_since = least(c.urgent_since, o.urgent_since), unread_count = c.unread_count + o.unread_count, version = c.version + 1,
    last_message_id = (select id from message where tenant_id = $1 and conversation_id = $2 and visibility = 'PUBLIC' and author <> 'SYSTEM' order by position desc limit 1)
  from (
    select min(opened_at) as opened_at, max(last_activity_at) as last_activity_at, min(first_queued_at) as first_queued_at,
      min(first_answered_at) as first_answered_at, min(urgent_since) as urgent_since, sum(unread_count)::int as unread_count
    from conversation where tenant_id = $1 and id = any ($3::uuid[])) o
  where c.tenant_id = $1 and c.id = $2`

const END = `
  update conversation set status = 'CLOSED', owner = 'BOT', assignee_id = null, closed_at = $3, queued_at = null, unread_count = 0,
    urgent_since = null, last_message_id = null, version = version + 1
  where tenant_id = $1 and id = any ($2::uuid[])`

/** Messages keep their places: they are counted in the thread of their sender, not in a conversation. */
async function absorb(unit: Unit, keptId: string, otherIds: readonly string[]): Promise<void> {
  const values = [unit.tenantId, keptId, otherIds]
  const moved = await unit.sql<{ id: string }>('mail-joined-move', MOVE, values)
  await unit.sql('mail-joined-sum', SUM, values)
  await unit.sql('mail-joined-end', END, [unit.tenantId, otherIds, unit.now])
  for (const conversationId of [keptId, ...otherIds]) unit.record({ kind: 'CONVERSATION_CHANGED', conversationId })
  for (const { id } of moved) unit.record({ kind: 'MESSAGE_ADDED', conversationId: keptId, subjectId: id })
}
