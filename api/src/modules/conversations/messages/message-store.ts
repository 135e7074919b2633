import { newId } from '../../../platform/ids.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import { isProviderKind, queueOutgoing, type ChannelKind, type OutgoingMail, type QueuedMessage } from '../../channels/index.ts'
import { withMedia, type BotMedia } from '../bot/bot-media.ts'
import type { Message } from './message.ts'
import { noteMessages } from '../metering/metering.ts'
import { sentimentOf } from './message-sentiment.ts'

/** Where in a thread the next message goes. The thread's row must be locked by whoever holds this. */
export interface ThreadPlace {
  channel: ThreadChannel
  conversationId: string
  contactId: string
  identityId: string
  lastPosition: number
  /** When the latest session opened. */
  sessionOpenedAt: Date | null
}

/** The account that a thread is on. */
export interface ThreadChannel {
  id: string
  kind: ChannelKind
}

export type NewMessage = Pick<Message, 'author' | 'text' | 'status'> &
  Partial<Omit<Message, 'conversationId' | 'identityId' | 'position' | 'version' | 'sentAt'>> & Leaving

/** What a message takes along when it leaves by a provider. */
interface Leaving {
  fileIds?: readonly string[]
  outgoingMail?: OutgoingMail
  /** What the bot shows with it. */
  media?: BotMedia
  /** Said where the files are not there when it leaves, and until when it waits for them. */
  insteadOfFiles?: string
  leavesAt?: Date
}

export const MESSAGE_COLUMNS = `
  m.id, m.conversation_id as "conversationId", m.identity_id as "identityId", m.position, m.author, m.visibility,
  m.member_id as "memberId", m.text, m.menu, m.chosen_option_id as "chosenOptionId", m.notice,
  m.notice_member_id as "noticeMemberId", m.attachment_count as "attachmentCount", m.status, m.sent_at as "sentAt",
  m.client_id as "clientId", m.sentiment, m.sentiment_label as "sentimentLabel", m.urgent, m.content, m.mail, m.failure, m.reactions,
  m.edited_at as "editedAt", m.original_text as "originalText", m.deleted_at as "deletedAt", m.replies_to as "repliesTo", m.version`

// One statement for what always happens together: three round trips less on the path that every message takes.
const APPEND = `
  with added as (
    insert into message (tenant_id, id, conversation_id, identity_id, position, author, visibility, member_id, text,
      menu, chosen_option_id, notice, notice_member_id, attachment_count, status, sent_at, client_id,
      sentiment, sentiment_label, urgent, content, mail, replies_to, told_at)
    select $1, id, $2, $3, position, author, visibility, "memberId", text,
      menu, "chosenOptionId", notice, "noticeMemberId", "attachmentCount", status, $4, "clientId",
      sentiment, "sentimentLabel", urgent, content, mail, "repliesTo", "toldAt"
    from jsonb_to_recordset($5) as message (id uuid, position integer, author text, visibility text,
      "memberId" uuid, text text, menu jsonb, "chosenOptionId" text, notice text, "noticeMemberId" uuid,
      "attachmentCount" smallint, status text, "clientId" uuid,
      sentiment real, "sentimentLabel" text, urgent boolean, content jsonb, mail jsonb, "repliesTo" uuid, "toldAt" timestamptz)
  ), counted as (
    update thread set last_position = $6 where tenant_id = $1 and identity_id = $3
  ), seen as (
    update contact set last_seen_at = $4
    where tenant_id = $1 and id = $7 and $8 and last_seen_at < $4 - interval '1 minute'
  )
  update conversation set last_activity_at = $4, last_message_id = coalesce($9, last_message_id),
    unread_count = unread_count + $10, version = version + 1,
    sentiments = case when $11::real[] = '{}' then sentiments else (sentiments || $11)[greatest(1, cardinality(sentiments || $11) - 11):] end,
    urgent_since = case when $12 then coalesce(urgent_since, $4) else urgent_since end
  where tenant_id = $1 and id = $2`

/** Adds messages at the end of a thread, tells the event log, and keeps the conversation's summary in step. */
export async function appendMessages(unit: Unit, place: ThreadPlace, said: NewMessage[]): Promise<Message[]> {
  const { news, show } = await withMedia(unit, said)
  const isRelayed = isProviderKind(place.channel.kind)
  const messages = news.map((message, index) => complete(isRelayed && isOurs(message) ? { ...message, status: 'QUEUED' } : message, place, { index, now: unit.now }))
  const shown = messages.findLast(message => message.visibility === 'PUBLIC' && !message.notice)
  const fromContact = messages.filter(message => message.author === 'CONTACT')
  place.lastPosition += messages.length
  await unit.sql('message-append', APPEND, [
    unit.tenantId, place.conversationId, place.identityId, unit.now, JSON.stringify(messages), place.lastPosition,
    place.contactId, fromContact.length > 0, shown?.id ?? null,
    fromContact.filter(message => message.status !== 'READ').length,
    fromContact.flatMap(message => message.sentiment ?? []), fromContact.some(message => message.urgent),
  ])
  await show(messages)
  if (isRelayed) await relay(unit, place, { messages, news })
  await noteMessages(unit, place, messages)
  for (const { id } of messages) {
    unit.record({ kind: 'MESSAGE_ADDED', conversationId: place.conversationId, subjectId: id })
  }
  return messages
}

/** Said to the contact, by whomever: what a provider has to carry. */
const isOurs = ({ author, visibility }: NewMessage) => (author === 'BOT' || author === 'AGENT') && visibility !== 'INTERNAL'

/** What the contact is to get leaves after the commit. */
function relay(unit: Unit, { channel, identityId }: ThreadPlace, { messages, news }: { messages: Message[]; news: NewMessage[] }): Promise<void> {
  const leaving = messages.flatMap((message, index) => (message.status === 'QUEUED' ? [outgoing(message, news[index]!)] : []))
  return queueOutgoing(unit, { channelAccountId: channel.id, identityId, messages: leaving })
}

const outgoing = ({ id, position, author, text, menu, content, notice }: Message, { fileIds = [], outgoingMail, insteadOfFiles, leavesAt }: Leaving): QueuedMessage => ({
  messageId: id, position, author: author as 'BOT' | 'AGENT', text, menu, content, fileIds,
  ...notice && { isNotice: true }, ...outgoingMail && { mail: outgoingMail }, ...insteadOfFiles && { insteadOfFiles }, ...leavesAt && { leavesAt },
})

const EMPTY = {
  content: null, mail: null, failure: null, reactions: null, editedAt: null, originalText: null, deletedAt: null, repliesTo: null,
  visibility: 'PUBLIC', memberId: null, menu: null, chosenOptionId: null, notice: null, noticeMemberId: null,
  attachmentCount: 0, clientId: null, sentiment: null, sentimentLabel: null, urgent: null,
} as const

const complete = ({ fileIds: _files, outgoingMail: _mail, insteadOfFiles: _words, leavesAt: _at, media: _media, ...message }: NewMessage, place: ThreadPlace, { index, now }: { index: number; now: Date }): Message => ({
  ...EMPTY, ...message, ...sentimentOf(message), id: message.id ?? newId(now), conversationId: place.conversationId, identityId: place.identityId,
  position: place.lastPosition + index + 1, sentAt: now, version: 1,
})

const BY_CLIENT_ID = `select ${MESSAGE_COLUMNS} from message m
  where m.tenant_id = $1 and m.identity_id = $2 and m.author = $3 and m.client_id = $4`

/** The message that an earlier try of the same client stored. */
export async function messageByClientId(
  unit: ReadUnit, identityId: string, sent: Pick<Message, 'author'> & { clientId: string },
): Promise<Message | undefined> {
  const values = [unit.tenantId, identityId, sent.author, sent.clientId]
  return (await unit.sql<Message>('message-by-client-id', BY_CLIENT_ID, values))[0]
}

const LOCK_BY_CONVERSATION = `
  select c.id as "conversationId", c.contact_id as "contactId", c.identity_id as "identityId",
    t.last_position as "lastPosition", t.session_opened_at as "sessionOpenedAt", jsonb_build_object('id', a.id, 'kind', a.kind) as channel
  from conversation c join thread t on t.tenant_id = c.tenant_id and t.identity_id = c.identity_id
    join channel_account a on a.tenant_id = c.tenant_id and a.id = c.channel_account_id
  where c.tenant_id = $1 and c.id = $2
  for update of t`

const LOCK_BY_MESSAGE = `
  select from thread t join message m on m.tenant_id = t.tenant_id and m.identity_id = t.identity_id
  where m.tenant_id = $1 and m.id = $2 for update of t`

/** Before the message itself is touched by whoever will need both: everybody locks them in this order. */
export async function lockThreadOf(unit: Unit, messageId: string): Promise<void> {
  await unit.sql('thread-lock-of-message', LOCK_BY_MESSAGE, [unit.tenantId, messageId])
}

/** Locks the thread of a conversation, so that what is decided next is decided on its present state. */
export async function lockThread(unit: Unit, conversationId: string): Promise<ThreadPlace | undefined> {
  return (await unit.sql<ThreadPlace>('thread-lock', LOCK_BY_CONVERSATION, [unit.tenantId, conversationId]))[0]
}
