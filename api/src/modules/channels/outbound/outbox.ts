import type { Unit } from '../../../platform/unit.ts'
import { hasLeft, type SentPart } from './message-progress.ts'
import { lockOutbound, type OutboundState, type QueuedMessage } from './outbound.store.ts'

export interface Outgoing {
  channelAccountId: string
  identityId: string
  messages: readonly QueuedMessage[]
}

const QUEUE = `
  insert into outbound_message (tenant_id, message_id, channel_account_id, identity_id, position, state, message, due_at, queued_at, created_at)
  select $1, ("message"->>'messageId')::uuid, $2, $3, ("message"->>'position')::integer, 'QUEUED', message - 'messageId' - 'position' - 'leavesAt', coalesce((message->>'leavesAt')::timestamptz, $5), $5, $5
  from jsonb_array_elements($4) as message`

/** In the unit that stores the messages: they leave after its commit, in their order. */
export async function queueOutgoing(unit: Unit, { channelAccountId, identityId, messages }: Outgoing): Promise<void> {
  if (messages.length === 0) return
  const { tenantId, now } = unit
  await unit.sql('outbound-queue', QUEUE, [tenantId, channelAccountId, identityId, JSON.stringify(messages), now])
  unit.wake('channel', `${tenantId} ${channelAccountId}`)
}

const RELEASE = `
  update outbound_message set due_at = $3 where tenant_id = $1 and message_id = any ($2::uuid[]) and state = 'QUEUED' and due_at > $3
  returning channel_account_id as "channelAccountId"`

/** What they waited for has come, or never will. */
export async function releaseOutgoing(unit: Unit, messageIds: readonly string[]): Promise<void> {
  const { tenantId, now } = unit
  const released = messageIds.length > 0 ? await unit.sql<{ channelAccountId: string }>('outbound-release', RELEASE, [tenantId, messageIds, now]) : []
  for (const id of new Set(released.map(({ channelAccountId }) => channelAccountId))) unit.wake('channel', `${tenantId} ${id}`)
}

const REQUEUE = `
  update outbound_message set state = 'QUEUED', due_at = $3, queued_at = $3, tries = 0, round = round + 1, parts = $4
  where tenant_id = $1 and message_id = $2`

/** What became of the wish to have a message sent again. */
export type Requeued = { kind: 'QUEUED' } | { kind: 'UNDER_WAY' } | { kind: 'UNCERTAIN'; until: Date }

/** Once more: what has left stays as it is. Nothing of it while it is on its way, or it is being found out whether it arrived. */
export async function requeue(unit: Unit, messageId: string): Promise<Requeued> {
  const outbound = await lockOutbound(unit, messageId)
  if (outbound?.state === 'UNKNOWN' && outbound.dueAt > unit.now) return { kind: 'UNCERTAIN', until: outbound.dueAt }
  if (!outbound || !AGAIN.includes(outbound.state)) return { kind: 'UNDER_WAY' }
  const parts = outbound.parts?.some(hasLeft) ? outbound.parts.map(part => (hasLeft(part) ? part : anew(part))) : null
  await unit.sql('outbound-requeue', REQUEUE, [unit.tenantId, messageId, unit.now, parts && JSON.stringify(parts)])
  unit.wake('channel', `${unit.tenantId} ${outbound.channelAccountId}`)
  return { kind: 'QUEUED' }
}

const AGAIN: readonly OutboundState[] = ['FAILED', 'UNKNOWN', 'DONE']

const anew = ({ externalId: _name, failure: _failure, ...part }: SentPart): SentPart => ({ ...part, state: 'WAITING' })
