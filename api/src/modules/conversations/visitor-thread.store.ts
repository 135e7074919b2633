import type { Language } from '../../platform/language.ts'
import type { ConversationOrigin } from '../channels/index.ts'
import type { ReadUnit, Unit } from '../../platform/unit.ts'
import type { ConversationOwner } from './conversation.entity.ts'
import type { Message } from './message.ts'
import { MESSAGE_COLUMNS, type ThreadChannel, type ThreadPlace } from './message-store.ts'

/** Somebody on a channel. */
export interface Speaker {
  channelAccountId: string
  externalId: string
}

export interface OpenState {
  owner: ConversationOwner
  language: Language
}

const LOCK = `
  select i.id as "identityId", t.last_position as "lastPosition", t.session_opened_at as "sessionOpenedAt"
  from contact_identity i join thread t on t.tenant_id = i.tenant_id and t.identity_id = i.id
  where i.tenant_id = $1 and i.channel_account_id = $2 and i.external_id = $3
  for update of t`

const OPEN = `
  select i.contact_id as "contactId", c.id as "conversationId", c.owner, c.language
  from contact_identity i left join conversation c
    on c.tenant_id = i.tenant_id and c.identity_id = i.id and c.status = 'OPEN' and c.thread_key = $4
  where i.tenant_id = $1 and i.channel_account_id = $2 and i.external_id = $3`

const CREATE = `
  insert into thread (tenant_id, identity_id)
  select tenant_id, id from contact_identity
  where tenant_id = $1 and channel_account_id = $2 and external_id = $3
  on conflict do nothing`

/**
 * Locks the visitor's thread and tells whose it is and what is open in it. Two statements, sent together: what the second
 * sees was committed before the lock was won, so a contact who was joined meanwhile is the right one.
 */
export async function lockVisitorThread(
  unit: Unit, visitor: Speaker, { create = false } = {},
): Promise<{ place: ThreadPlace; open: OpenState | null } | undefined> {
  const who = [unit.tenantId, visitor.channelAccountId, visitor.externalId]
  if (create) await unit.sql('visitor-thread-create', CREATE, who)
  const [[thread], [now]] = await Promise.all([
    unit.sql<Pick<ThreadPlace, 'identityId' | 'lastPosition' | 'sessionOpenedAt'>>('visitor-thread-lock', LOCK, who),
    unit.sql<OpenState & { contactId: string; conversationId: string | null }>('visitor-thread-open', OPEN, [...who, '']),
  ])
  if (!thread || !now) return undefined
  const channel = { id: visitor.channelAccountId, kind: 'WEB' as const }
  return { place: { ...thread, channel, contactId: now.contactId, conversationId: now.conversationId ?? '' }, open: now.conversationId ? now : null }
}

const CREATE_BY_IDENTITY = 'insert into thread (tenant_id, identity_id) values ($1, $2) on conflict do nothing'

const LOCK_BY_IDENTITY = `
  select t.identity_id as "identityId", t.last_position as "lastPosition", t.session_opened_at as "sessionOpenedAt"
  from thread t where t.tenant_id = $1 and t.identity_id = $2 for update of t`

const OPEN_BY_IDENTITY = `
  select i.contact_id as "contactId", c.id as "conversationId", c.owner, c.language
  from contact_identity i left join conversation c
    on c.tenant_id = i.tenant_id and c.identity_id = i.id and c.status = 'OPEN' and c.thread_key = $3
  where i.tenant_id = $1 and i.id = $2`

/** The same for an address that may go by several names: it was admitted in this unit. */
export async function lockIdentityThread(
  unit: Unit, identityId: string, { channel, threadKey = '' }: { channel: ThreadChannel; threadKey?: string },
): Promise<{ place: ThreadPlace; open: OpenState | null }> {
  const who = [unit.tenantId, identityId]
  const [, [thread], [now]] = await Promise.all([
    unit.sql('identity-thread-create', CREATE_BY_IDENTITY, who),
    unit.sql<Pick<ThreadPlace, 'identityId' | 'lastPosition' | 'sessionOpenedAt'>>('identity-thread-lock', LOCK_BY_IDENTITY, who),
    unit.sql<OpenState & { contactId: string; conversationId: string | null }>('identity-thread-open', OPEN_BY_IDENTITY, [...who, threadKey]),
  ])
  return { place: { ...thread!, channel, contactId: now!.contactId, conversationId: now!.conversationId ?? '' }, open: now!.conversationId ? now! : null }
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
