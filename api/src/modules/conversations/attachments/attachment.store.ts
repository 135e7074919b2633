import { BadInput } from '../../../platform/errors.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { Message } from '../messages/message.ts'

/** A file that a message carries, or will. `size` in bytes, `width` and `height` in pixels. */
export interface Attachment {
  id: string
  messageId: string | null
  name: string
  mediaType: string
  size: number
  width: number | null
  height: number | null
  storageKey: string
  state: 'READY' | 'FETCHING' | 'FAILED'
  isVoice: boolean
  hasThumbnail: boolean
  /** Where it was fetched from. */
  address: string | null
}

export const COLUMNS = `a.id, a.message_id as "messageId", a.name, a.media_type as "mediaType", a.size, a.width, a.height,
  a.storage_key as "storageKey", a.state, a.is_voice as "isVoice", a.has_thumbnail as "hasThumbnail", a.address`

export type NewAttachment = Omit<Attachment, 'messageId' | 'state' | 'isVoice' | 'address'> & { uploadedBy: string; isBots?: boolean }

export async function addAttachment(unit: Unit, file: NewAttachment): Promise<void> {
  await unit.sql('attachment-add', `
    insert into attachment (tenant_id, id, uploaded_by, name, media_type, size, width, height, storage_key, created_at, has_thumbnail, is_bots)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
  [unit.tenantId, file.id, file.uploadedBy, file.name, file.mediaType, file.size, file.width, file.height,
    file.storageKey, unit.now, file.hasThumbnail, file.isBots ?? false])
}

/** For a file whose content could not be written. */
export async function removeAttachment(unit: Unit, id: string): Promise<void> {
  const text = 'delete from attachment where tenant_id = $1 and id = $2 and message_id is null'
  await unit.sql('attachment-remove', text, [unit.tenantId, id])
}

const NAMES = `
  select id, name, media_type as type from attachment where tenant_id = $1 and id = any($2) and uploaded_by = $3 order by array_position($2, id)`

/** What somebody brought, before it is part of a message. */
export const uploadedFiles = (unit: ReadUnit, ids: readonly string[], uploadedBy: string): Promise<{ id: string; name: string; type: string }[]> =>
  ids.length > 0 ? unit.sql('attachment-names', NAMES, [unit.tenantId, ids, uploadedBy]) : Promise.resolve([])

const DAY_MS = 86_400_000

/** What a tenant keeps and may keep, in bytes, and what one uploader brought within a day or never sent. */
export interface UploadUsage {
  quota: number
  stored: number
  files: number
  bytes: number
  unsent: number
}

const USAGE = `
  select (select file_quota from tenant where id = $1)::float8 as quota, coalesce(sum(size) filter (where shares is null), 0)::float8 as stored,
    (count(*) filter (where uploaded_by = $2 and created_at > $3))::integer as files,
    coalesce(sum(size) filter (where uploaded_by = $2 and created_at > $3), 0)::float8 as bytes,
    (count(*) filter (where uploaded_by = $2 and message_id is null and not is_bots))::integer as unsent
  from attachment where tenant_id = $1`

export async function uploadUsage(unit: ReadUnit, uploadedBy: string): Promise<UploadUsage> {
  const since = new Date(unit.now.getTime() - DAY_MS)
  return (await unit.sql<UploadUsage>('attachment-usage', USAGE, [unit.tenantId, uploadedBy, since]))[0]!
}

/** Gives uploaded files to a message. Each can be given once, and only by the one who uploaded it. */
export async function attachFiles(
  unit: Unit, { messageId, attachmentIds, uploadedBy }: { messageId: string; attachmentIds: string[]; uploadedBy: string },
): Promise<void> {
  if (attachmentIds.length === 0) return
  const given = await unit.sql('attachment-give', `
    update attachment set message_id = $2
    where tenant_id = $1 and id = any($3::uuid[]) and uploaded_by = $4 and message_id is null and not is_bots returning id`,
  [unit.tenantId, messageId, attachmentIds, uploadedBy])
  if (given.length !== new Set(attachmentIds).size) throw new BadInput('attachmentIds', 'A file is missing or was sent before.')
}

/** Whether a message carries just these files. */
export async function carriesFiles(unit: ReadUnit, message: Message, attachmentIds: string[]): Promise<boolean> {
  if (message.attachmentCount !== attachmentIds.length) return false
  if (attachmentIds.length === 0) return true
  const [files] = await attachmentsByMessage(unit, [message.id])
  const carried = new Set(files!.map(file => file.id))
  return attachmentIds.every(id => carried.has(id.toLowerCase()))
}

/** Loader: the files of each message. */
export async function attachmentsByMessage(unit: ReadUnit, messageIds: readonly string[]): Promise<Attachment[][]> {
  const rows = await unit.sql<Attachment>('attachment-by-message', `
    select ${COLUMNS} from attachment a where a.tenant_id = $1 and a.message_id = any($2::uuid[]) order by a.id`,
  [unit.tenantId, messageIds])
  const byMessage = Map.groupBy(rows, row => row.messageId)
  return messageIds.map(id => byMessage.get(id) ?? [])
}

export async function attachmentById(unit: ReadUnit, id: string): Promise<Attachment | undefined> {
  const text = `select ${COLUMNS} from attachment a where a.tenant_id = $1 and a.id = $2`
  return (await unit.sql<Attachment>('attachment-by-id', text, [unit.tenantId, id]))[0]
}

/** In the order of the ids. */
export async function attachmentsById(unit: ReadUnit, ids: readonly string[]): Promise<Attachment[]> {
  const text = `select ${COLUMNS} from attachment a where a.tenant_id = $1 and a.id = any ($2::uuid[])`
  const rows = await unit.sql<Attachment>('attachments-by-id', text, [unit.tenantId, ids])
  return ids.flatMap(id => rows.find(row => row.id === id) ?? [])
}

/** Files of a message that was taken back: their rows go, their contents are to follow. */
export async function removeFilesOf(unit: Unit, messageId: string): Promise<string[]> {
  const rows = await unit.sql<{ storageKey: string; isShared: boolean }>('attachment-remove-of-message', `
    delete from attachment where tenant_id = $1 and message_id = $2 returning storage_key as "storageKey", shares is not null as "isShared"`, [unit.tenantId, messageId])
  return rows.filter(({ isShared }) => !isShared).map(({ storageKey }) => storageKey)
}

/** Files that nobody sent within a day, in a platform unit: their rows go, their contents are to follow. */
export async function sweepUnused(unit: Unit): Promise<string[]> {
  const rows = await unit.sql<{ storageKey: string }>('attachment-sweep', `
    delete from attachment where message_id is null and not is_bots and created_at < $1 returning storage_key as "storageKey"`,
  [new Date(unit.now.getTime() - DAY_MS)])
  return rows.map(row => row.storageKey)
}
