import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { ChannelFailure, ChannelMedia } from '../../channels/index.ts'
import type { Menu, Message, MessageStatus, Reaction } from '../messages/message.ts'

interface Told {
  conversationId: string
}

/** What anybody on a desk has to see. */
function tell(unit: Unit, messageId: string, rows: Told[]): boolean {
  for (const { conversationId } of rows) unit.record({ kind: 'MESSAGE_CHANGED', conversationId, subjectId: messageId })
  return rows.length > 0
}

const PROGRESS = `
  update message set status = $3, failure = $4, version = version + 1
  where tenant_id = $1 and id = $2 and (status <> $3 or failure is distinct from $4::jsonb) returning conversation_id as "conversationId"`

export async function messageProgressed(unit: Unit, messageId: string, { status, failure }: { status: MessageStatus; failure: ChannelFailure | null }): Promise<void> {
  const rows = await unit.sql<Told>('message-progress', PROGRESS, [unit.tenantId, messageId, status, failure && JSON.stringify(failure)])
  tell(unit, messageId, rows)
}

const EDIT = `
  update message set original_text = coalesce(original_text, text), text = $3, edited_at = $4, version = version + 1
  where tenant_id = $1 and id = $2 and deleted_at is null and (edited_at is null or edited_at < $4) returning conversation_id as "conversationId"`

/** The latest change counts, in whatever order they are heard of. */
export async function messageEdited(unit: Unit, messageId: string, { text, at }: { text: string; at: Date }): Promise<void> {
  tell(unit, messageId, await unit.sql<Told>('message-edit', EDIT, [unit.tenantId, messageId, text, at]))
}

const DELETE = `
  update message set text = '', original_text = null, content = null, mail = null, attachment_count = 0, deleted_at = $3, version = version + 1
  where tenant_id = $1 and id = $2 and deleted_at is null returning conversation_id as "conversationId"`

/** Whoever takes her words back is to have them gone. False where they are already. */
export async function messageDeleted(unit: Unit, messageId: string, at: Date): Promise<boolean> {
  return tell(unit, messageId, await unit.sql<Told>('message-delete', DELETE, [unit.tenantId, messageId, at]))
}

const REACTIONS = 'select reactions from message where tenant_id = $1 and id = $2 for update'
const REACT = 'update message set reactions = $3, version = version + 1 where tenant_id = $1 and id = $2 returning conversation_id as "conversationId"'

/** One of each author, the latest by the channel's clock; a taken back one stays as an empty one, so that an older is not revived. */
export async function messageReacted(unit: Unit, messageId: string, reaction: Reaction): Promise<void> {
  const [row] = await unit.sql<{ reactions: Reaction[] | null }>('message-reactions', REACTIONS, [unit.tenantId, messageId])
  const others = (row?.reactions ?? []).filter(one => one.author !== reaction.author)
  const before = row?.reactions?.find(one => one.author === reaction.author)
  if (!row || (before && before.at >= reaction.at)) return
  tell(unit, messageId, await unit.sql<Told>('message-react', REACT, [unit.tenantId, messageId, JSON.stringify([...others, reaction])]))
}

/** A menu as it stands in a thread. */
export interface ShownMenu {
  messageId: string
  text: string
  menu: Menu
}

const LAST_MENUS = `
  select id as "messageId", text, menu from message
  where tenant_id = $1 and identity_id = $2 and menu is not null and author in ('BOT', 'AGENT') order by position desc limit $3`

/** Menus that a contact was shown last, the newest first. */
export const lastMenus = (unit: ReadUnit, identityId: string, most = 1): Promise<ShownMenu[]> =>
  unit.sql<ShownMenu>('message-last-menus', LAST_MENUS, [unit.tenantId, identityId, most])

const MENU_AT = `
  select id as "messageId", text, menu from message
  where tenant_id = $1 and identity_id = $2 and id = $3 and menu is not null and author in ('BOT', 'AGENT')`

/** However long ago she was shown it. */
export const menuAt = async (unit: ReadUnit, identityId: string, messageId: string): Promise<ShownMenu | undefined> =>
  (await unit.sql<ShownMenu>('message-menu-at', MENU_AT, [unit.tenantId, identityId, messageId]))[0]

const TAPPED = `
  select from (
    select position, chosen_option_id, sent_at from message where tenant_id = $1 and identity_id = $2 and author = 'CONTACT' order by position desc limit 1
  ) before
  where chosen_option_id = $3 and sent_at > $5 and position > (select position from message where tenant_id = $1 and id = $4)`

/** Her last message chose the same option of a menu that stood there already. */
export const isTappedSince = async (unit: ReadUnit, identityId: string, { optionId, messageId, since }: { optionId: string; messageId: string; since: Date }): Promise<boolean> =>
  (await unit.sql('message-tapped-since', TAPPED, [unit.tenantId, identityId, optionId, messageId, since])).length > 0

const ADD_FILE = `
  insert into attachment (tenant_id, id, message_id, uploaded_by, name, media_type, size, storage_key, created_at, state, source, is_voice)
  values ($1, $2, $3, 'channel', $4, $5, $6, $7, $8, 'FETCHING', $9, $10)`

export interface AwaitedFile {
  id: string
  message: Message
  media: Omit<ChannelMedia, 'content'>
}

/** A file that the channel holds: it has its place before it has its content. */
export async function awaitFile(unit: Unit, { id, message, media }: AwaitedFile): Promise<void> {
  const { tenantId, now } = unit
  const values = [tenantId, id, message.id, media.name ?? '', media.mediaType ?? 'application/octet-stream', media.size ?? 0, `${tenantId}/${id}`, now, JSON.stringify(media), media.isVoice ?? false]
  await unit.sql('attachment-await', ADD_FILE, values)
}

const HEARD = `
  with was as (select is_available from contact_identity where tenant_id = $1 and id = $2)
  update contact_identity i set last_heard_at = greatest(i.last_heard_at, $3),
    is_available = i.is_available or ($4 and coalesce(i.availability_at, '-infinity') < $3)
  from was
  where i.tenant_id = $1 and i.id = $2 and (i.last_heard_at is null or i.last_heard_at < $3 or not i.is_available)
  returning i.contact_id as "contactId", i.is_available <> was.is_available as "isChanged"`

interface Availability {
  contactId: string
  isChanged: boolean
}

/** By the channel's clock: the window is counted from it. Where writing does, what is newer than her stop opens the channel again. */
export async function heardFrom(unit: Unit, identityId: string, { at, opens }: { at: Date; opens: boolean }): Promise<void> {
  const [heard] = await unit.sql<Availability>('identity-heard', HEARD, [unit.tenantId, identityId, at, opens])
  if (heard?.isChanged) unit.record({ kind: 'CONTACT_CHANGED', subjectId: heard.contactId })
}

const WINDOW_CLOSED = `
  update contact_identity set last_heard_at = $4
  where tenant_id = $1 and id = $2 and last_heard_at <= $3 and last_heard_at > $4`

/** The channel closed her window: it counts from when she would have to have written. What she wrote since then opened it again. */
export async function windowClosed(unit: Unit, identityId: string, { at, heardBefore }: { at: Date; heardBefore: Date }): Promise<void> {
  await unit.sql('identity-window-closed', WINDOW_CLOSED, [unit.tenantId, identityId, at, heardBefore])
}

const AVAILABILITY = `
  with was as (select is_available from contact_identity where tenant_id = $1 and id = $2)
  update contact_identity i set is_available = $3, availability_at = $4
  from was
  where i.tenant_id = $1 and i.id = $2 and (i.availability_at is null or i.availability_at <= $4)
    and ($3 or not $5 or i.last_heard_at is null or i.last_heard_at <= $4)
  returning i.contact_id as "contactId", i.is_available <> was.is_available as "isChanged"`

/**
 * The channel says that nothing reaches her there, or that it does again. Its latest word counts, in whatever order they are
 * heard of; where writing opens the channel, so does what she wrote since. False where nothing changes.
 */
export async function availabilityTold(unit: Unit, identityId: string, { isAvailable, at, opens }: { isAvailable: boolean; at: Date; opens: boolean }): Promise<boolean> {
  const [told] = await unit.sql<Availability>('identity-availability', AVAILABILITY, [unit.tenantId, identityId, isAvailable, at, opens])
  if (told?.isChanged) unit.record({ kind: 'CONTACT_CHANGED', subjectId: told.contactId })
  return told?.isChanged === true
}

const LATEST = `
  select id from conversation where tenant_id = $1 and identity_id = $2 order by status = 'OPEN' desc, last_activity_at desc, id desc limit 1`

/** Where what happens to an address is told: the conversation that is open, or the last one. */
export async function latestConversation(unit: ReadUnit, identityId: string): Promise<string | undefined> {
  return (await unit.sql<{ id: string }>('identity-latest-conversation', LATEST, [unit.tenantId, identityId]))[0]?.id
}
