import type { Priority } from '@botpro/graphql/flows'
import { memberIdOf } from '../../platform/actor.ts'
import { Forbidden } from '../../platform/errors.ts'
import type { Language } from '../../platform/language.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import type { ConversationOwner, ConversationStatus } from './conversation.entity.ts'
import { mayReadConversations } from './conversation.policy.ts'
import type { Message } from './messages/message.ts'
import { MESSAGE_COLUMNS } from './messages/message-store.ts'

/** A conversation as lists read it. */
export interface ConversationRow {
  id: string
  contactId: string
  identityId: string
  channelAccountId: string
  status: ConversationStatus
  owner: ConversationOwner
  assigneeId: string | null
  language: Language
  openedAt: Date
  lastActivityAt: Date
  queuedAt: Date | null
  closedAt: Date | null
  unreadCount: number
  lastMessageId: string | null
  /** The last readings of the contact's messages, the oldest first. */
  sentiments: number[]
  urgentSince: Date | null
  /** How the contact came: by a link of ours, by what the channel told of an advertisement. */
  linkId: string | null
  referral: Record<string, unknown> | null
  /** Of mails. */
  subject: string | null
  tags: string[]
  priority: Priority
  queue: string | null
  version: number
}

export const CONVERSATION_COLUMNS = `
  c.id, c.contact_id as "contactId", c.identity_id as "identityId", c.channel_account_id as "channelAccountId",
  c.status, c.owner, c.assignee_id as "assigneeId", c.language, c.opened_at as "openedAt",
  c.last_activity_at as "lastActivityAt", c.queued_at as "queuedAt", c.closed_at as "closedAt",
  c.unread_count as "unreadCount", c.last_message_id as "lastMessageId",
  c.sentiments, c.urgent_since as "urgentSince", c.link_id as "linkId", c.referral, c.subject,
  c.tags, c.priority, c.queue, c.version`

/** Loader. */
export async function conversationsById(unit: ReadUnit, ids: readonly string[]): Promise<(ConversationRow | undefined)[]> {
  const rows = await unit.sql<ConversationRow>('conversation-by-id', `
    select ${CONVERSATION_COLUMNS} from conversation c where c.tenant_id = $1 and c.id = any($2::uuid[])`,
  [unit.tenantId, ids])
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.map(id => byId.get(id))
}

/** Loader. */
export async function messagesById(unit: ReadUnit, ids: readonly string[]): Promise<(Message | undefined)[]> {
  const rows = await unit.sql<Message>('message-by-id', `
    select ${MESSAGE_COLUMNS} from message m where m.tenant_id = $1 and m.id = any($2::uuid[])`, [unit.tenantId, ids])
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.map(id => byId.get(id))
}

const HELD = `
  select id from conversation where tenant_id = $1 and assignee_id = $2 and status = 'OPEN' order by id`

/** Always in one order, so that two who lock several threads do not wait for each other. */
export async function conversationsHeldBy(unit: ReadUnit, memberId: string): Promise<string[]> {
  const rows = await unit.sql<{ id: string }>('conversation-held-by', HELD, [unit.tenantId, memberId])
  return rows.map(row => row.id)
}

const MESSAGES = `
  select ${MESSAGE_COLUMNS} from message m
  where m.tenant_id = $1 and m.conversation_id = $2 and m.position < $3
  order by m.position desc limit $4`

const LAST_POSITION = 2_147_483_647

/** Messages of a conversation before a position, the newest first. */
export function messagesOf(
  unit: ReadUnit, conversationId: string, { before, limit }: { before: number | null; limit: number },
): Promise<Message[]> {
  return unit.sql<Message>('message-page', MESSAGES, [unit.tenantId, conversationId, before ?? LAST_POSITION, limit])
}

const COUNTS = `
  select
    count(*) filter (where owner = 'AGENT' and assignee_id = $2)::int as mine,
    count(*) filter (where owner = 'QUEUE')::int as unassigned,
    count(*)::int as all,
    count(*) filter (where owner = 'BOT')::int as bot,
    count(*) filter (where owner = 'AGENT' and assignee_id = $2 and unread_count > 0)::int as "mineUnread",
    count(*) filter (where urgent_since is not null)::int as urgent
  from conversation where tenant_id = $1 and status = 'OPEN'`

export interface InboxCounts {
  mine: number
  unassigned: number
  all: number
  bot: number
  mineUnread: number
  urgent: number
}

export async function inboxCounts(unit: ReadUnit): Promise<InboxCounts> {
  assertMayRead(unit)
  const memberId = memberIdOf(unit.actor)
  return (await unit.sql<InboxCounts>('inbox-counts', COUNTS, [unit.tenantId, memberId]))[0]!
}

export function assertMayRead(unit: ReadUnit) {
  if (!mayReadConversations(unit.actor)) throw new Forbidden()
}
