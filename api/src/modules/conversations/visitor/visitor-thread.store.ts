import type { Language } from '../../../platform/language.ts'
import type { ChannelKind, ConversationOrigin } from '../../channels/index.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { ConversationOwner } from '../conversation.entity.ts'
import type { Message } from '../messages/message.ts'
import { MESSAGE_COLUMNS, type ThreadPlace } from '../messages/message-store.ts'

/** Somebody on a channel. */
export interface Speaker {
  channelAccountId: string
  externalId: string
}

export interface OpenState {
  owner: ConversationOwner
  language: Language
}

/** Whose thread: hers who speaks, or that of an address which was admitted in this unit, since it may go by several names. */
export type ThreadOwner = Speaker | { identityId: string }

const OWNERS = {
  SPEAKER: 'i.channel_account_id = $2 and i.external_id = $3',
  IDENTITY: 'i.id = $2',
}

const statementsFor = (whose: string, threadKey: string) => ({
  create: `
    insert into thread (tenant_id, identity_id) select i.tenant_id, i.id from contact_identity i where i.tenant_id = $1 and ${whose}
    on conflict do nothing`,
  lock: `
    select i.id as "identityId", t.last_position as "lastPosition", t.session_opened_at as "sessionOpenedAt"
    from contact_identity i join thread t on t.tenant_id = i.tenant_id and t.identity_id = i.id
    where i.tenant_id = $1 and ${whose}
    for update of t`,
  open: `
    select i.contact_id as "contactId", i.channel_account_id as "channelAccountId", a.kind, c.id as "conversationId", c.owner, c.language
    from contact_identity i join channel_account a on a.tenant_id = i.tenant_id and a.id = i.channel_account_id
    left join conversation c on c.tenant_id = i.tenant_id and c.identity_id = i.id and c.status = 'OPEN' and c.thread_key = ${threadKey}
    where i.tenant_id = $1 and ${whose}`,
})

const STATEMENTS = { SPEAKER: statementsFor(OWNERS.SPEAKER, '$4'), IDENTITY: statementsFor(OWNERS.IDENTITY, '$3') }

type ThreadRow = Pick<ThreadPlace, 'identityId' | 'lastPosition' | 'sessionOpenedAt'>
type OpenRow = OpenState & { contactId: string; channelAccountId: string; kind: ChannelKind; conversationId: string | null }

/**
 * Locks a thread and tells whose it is and what is open in it. Two statements, sent together: what the second sees was
 * committed before the lock was won, so a contact who was joined meanwhile is the right one.
 */
export async function lockThread(
  unit: Unit, owner: ThreadOwner, { create = false, threadKey = '' } = {},
): Promise<{ place: ThreadPlace; open: OpenState | null } | undefined> {
  const [name, values] = 'identityId' in owner ? ['IDENTITY' as const, [owner.identityId]] : ['SPEAKER' as const, [owner.channelAccountId, owner.externalId]]
  const [sql, who] = [STATEMENTS[name], [unit.tenantId, ...values]]
  const [, [thread], [now]] = await Promise.all([
    create && unit.sql(`thread-create ${name}`, sql.create, who),
    unit.sql<ThreadRow>(`thread-lock ${name}`, sql.lock, who),
    unit.sql<OpenRow>(`thread-open ${name}`, sql.open, [...who, threadKey]),
  ])
  if (!thread || !now) return undefined
  const { contactId, conversationId, channelAccountId, kind } = now
  return { place: { ...thread, channel: { id: channelAccountId, kind }, contactId, conversationId: conversationId ?? '' }, open: conversationId ? now : null }
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
