import type { Language } from '../../platform/language.ts'
import type { ChannelKind, ConversationOrigin } from '../channels/index.ts'
import type { ReadUnit, Unit } from '../../platform/unit.ts'
import type { ConversationOwner } from './conversation.entity.ts'
import type { Message } from './message.ts'
import { MESSAGE_COLUMNS, type ThreadPlace } from './message-store.ts'

/** Somebody on a channel. */
export interface Speaker {
  channelAccountId: string
  externalId: string
  /** WEB when left out. */
  channelKind?: ChannelKind
  /** Of channels on which one address may have several conversations open (mail): which. */
  threadKey?: string
}

export interface OpenState {
  owner: ConversationOwner
  language: Language
}

const LOCK = `
  select i.id as "identityId", i.contact_id as "contactId", t.last_position as "lastPosition", t.session_opened_at as "sessionOpenedAt"
  from contact_identity i join thread t on t.tenant_id = i.tenant_id and t.identity_id = i.id
  where i.tenant_id = $1 and i.channel_account_id = $2 and i.external_id = $3
  for update of t`

const OPEN = `
  select c.id as "conversationId", c.owner, c.language
  from contact_identity i join conversation c on c.tenant_id = i.tenant_id and c.identity_id = i.id
  where i.tenant_id = $1 and i.channel_account_id = $2 and i.external_id = $3 and c.status = 'OPEN' and c.thread_key = $4`

const CREATE = `
  insert into thread (tenant_id, identity_id)
  select tenant_id, id from contact_identity
  where tenant_id = $1 and channel_account_id = $2 and external_id = $3
  on conflict do nothing`

/**
 * Locks the visitor's thread and tells what is open in it. Two statements, sent together: what the second sees was
 * committed before the lock was won.
 */
export async function lockVisitorThread(
  unit: Unit, visitor: Speaker, { create = false } = {},
): Promise<{ place: ThreadPlace; open: OpenState | null } | undefined> {
  const who = [unit.tenantId, visitor.channelAccountId, visitor.externalId]
  if (create) await unit.sql('visitor-thread-create', CREATE, who)
  const [[thread], [open]] = await Promise.all([
    unit.sql<Omit<ThreadPlace, 'conversationId' | 'channel'>>('visitor-thread-lock', LOCK, who),
    unit.sql<OpenState & { conversationId: string }>('visitor-thread-open', OPEN, [...who, visitor.threadKey ?? '']),
  ])
  if (!thread) return undefined
  const channel = { id: visitor.channelAccountId, kind: visitor.channelKind ?? 'WEB' }
  return { place: { ...thread, conversationId: open?.conversationId ?? '', channel }, open: open ?? null }
}

const INSERT = `
  insert into conversation (tenant_id, id, contact_id, identity_id, channel_account_id, status, owner, language,
    opened_at, last_activity_at, thread_key, subject, link_id, referral)
  values ($1, $2, $3, $4, $5, 'OPEN', 'BOT', $6, $7, $7, $8, $9, $10, $11)`

/** A new conversation begins with the bot. Returns its id. */
export async function openConversation(
  unit: Unit, place: ThreadPlace, { id, language, threadKey = '', subject = null, origin }: NewConversation,
): Promise<string> {
  const values = [
    unit.tenantId, id, place.contactId, place.identityId, place.channel.id, language, unit.now, threadKey, subject,
    origin?.linkId ?? null, origin?.referral ?? null,
  ]
  await unit.sql('conversation-open', INSERT, values)
  return id
}

export interface NewConversation {
  id: string
  language: Language
  threadKey?: string
  subject?: string | null
  /** How the contact came, where somebody told. */
  origin?: ConversationOrigin | null
}

const ANSWERS = `
  select ${MESSAGE_COLUMNS} from message m
  where m.tenant_id = $1 and m.identity_id = $2 and m.position <> $3 and m.sent_at = $4 and m.visibility = 'PUBLIC'
  order by m.position`

/** What the bot said to a message, its greeting before a first one too: all was stored in the same moment. */
export const answersTo = (unit: ReadUnit, message: Message): Promise<Message[]> =>
  unit.sql<Message>('message-answers', ANSWERS, [unit.tenantId, message.identityId, message.position, message.sentAt])
