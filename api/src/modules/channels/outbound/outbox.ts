import type { Unit } from '../../../platform/unit.ts'
import type { MessageContent } from '../adapters/content.ts'
import type { OutgoingMail, OutgoingMenu } from '../adapters/outgoing.ts'

/** A message on its way out, in the words of the domain, as it is stored until it is sent. */
export interface QueuedMessage {
  messageId: string
  position: number
  author: 'BOT' | 'AGENT'
  text: string
  menu: OutgoingMenu | null
  content: MessageContent | null
  /** Of files, in order. */
  fileIds: readonly string[]
  /** The provider's id of the message that this one answers. */
  repliesTo?: string
  mail?: OutgoingMail
}

export interface Outgoing {
  channelAccountId: string
  identityId: string
  messages: readonly QueuedMessage[]
}

const QUEUE = `
  insert into outbound_message (tenant_id, message_id, channel_account_id, identity_id, position, state, message, due_at, created_at)
  select $1, ("message"->>'messageId')::uuid, $2, $3, ("message"->>'position')::integer, 'QUEUED', message - 'messageId' - 'position', $5, $5
  from jsonb_array_elements($4) as message`

/** In the unit that stores the messages: they leave after its commit, in their order. */
export async function queueOutgoing(unit: Unit, { channelAccountId, identityId, messages }: Outgoing): Promise<void> {
  if (messages.length === 0) return
  const { tenantId, now } = unit
  await unit.sql('outbound-queue', QUEUE, [tenantId, channelAccountId, identityId, JSON.stringify(messages), now])
  unit.wake('channel', `${tenantId} ${channelAccountId}`)
}

const REQUEUE = `
  update outbound_message set state = 'QUEUED', due_at = $3, tries = 0, parts = null
  where tenant_id = $1 and message_id = $2 and state in ('FAILED', 'UNKNOWN', 'DONE')
  returning channel_account_id as "channelAccountId"`

/** Once more from the beginning. False where it is on its way or arrived. */
export async function requeue(unit: Unit, messageId: string): Promise<boolean> {
  const [row] = await unit.sql<{ channelAccountId: string }>('outbound-requeue', REQUEUE, [unit.tenantId, messageId, unit.now])
  if (row) unit.wake('channel', `${unit.tenantId} ${row.channelAccountId}`)
  return row !== undefined
}
