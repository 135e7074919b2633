import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import { COLUMNS, type Attachment } from './attachment.store.ts'

/** What says who uploaded it, of files that a flow names by their address and of what messages of bots show. */
export const BOTS = 'bot'

const KNOWN = `select ${COLUMNS} from attachment a where a.tenant_id = $1 and a.id = any ($2::uuid[]) and a.is_bots`

/** Those of the company's bots, of these. */
export const botFilesById = (unit: ReadUnit, ids: readonly string[]): Promise<Attachment[]> =>
  ids.length > 0 ? unit.sql<Attachment>('bot-files', KNOWN, [unit.tenantId, ids]) : Promise.resolve([])

const HOUR_MS = 3_600_000

const LATELY = `
  select a.id, a.state from attachment a
  where a.tenant_id = $1 and md5(a.address) = md5($2) and a.address = $2 and a.is_bots and a.state <> 'FAILED' and a.created_at > $3
  order by a.created_at desc limit 1`

/** The one that was fetched from an address within the hour, or is being fetched: it is not asked for again. */
export async function fetchedLately(unit: ReadUnit, address: string): Promise<Pick<Attachment, 'id' | 'state'> | undefined> {
  return (await unit.sql<Attachment>('bot-file-lately', LATELY, [unit.tenantId, address, new Date(unit.now.getTime() - HOUR_MS)]))[0]
}

const EXPECT = `
  insert into attachment (tenant_id, id, uploaded_by, name, media_type, size, storage_key, created_at, state, is_bots, address)
  values ($1, $2, '${BOTS}', $3, $4, 0, $5, $6, 'FETCHING', true, $7)`

/** It has its place before it has its content. */
export async function expectFile(unit: Unit, { id, name, mediaType, address }: { id: string; name: string; mediaType: string; address: string }): Promise<void> {
  await unit.sql('bot-file-expect', EXPECT, [unit.tenantId, id, name, mediaType, `${unit.tenantId}/${id}`, unit.now, address])
}

export interface Shown {
  id: string
  messageId: string
  fileId: string
}

// The file is locked, so that one that has just been fetched is shown as it is now, or its job sees the row that shows it.
const SHOW = `
  insert into attachment (tenant_id, id, message_id, uploaded_by, name, media_type, size, width, height, storage_key, created_at, state, has_thumbnail, shares, address)
  select $1, shown.id, shown."messageId", '${BOTS}', f.name, f.media_type, f.size, f.width, f.height, f.storage_key, $2, f.state, f.has_thumbnail, f.id, f.address
  from jsonb_to_recordset($3) as shown (id uuid, "messageId" uuid, "fileId" uuid) join attachment f on f.tenant_id = $1 and f.id = shown."fileId"
  for share of f`

/** Messages that carry files of the bots': the content lies there once. */
export async function showFiles(unit: Unit, shown: readonly Shown[]): Promise<void> {
  if (shown.length > 0) await unit.sql('bot-files-show', SHOW, [unit.tenantId, unit.now, JSON.stringify(shown)])
}

const AWAITED = `select address, name from attachment where tenant_id = $1 and id = $2 and state = 'FETCHING' and is_bots`

export async function awaitedAddress(unit: ReadUnit, id: string): Promise<{ address: string; name: string } | undefined> {
  return (await unit.sql<{ address: string; name: string }>('bot-file-awaited', AWAITED, [unit.tenantId, id]))[0]
}

const LOCK = 'select from attachment where tenant_id = $1 and id = $2 for update'
const HERE = `
  update attachment set state = $3, media_type = coalesce($4, media_type), size = $5, width = $6, height = $7, has_thumbnail = $8, name = coalesce($9, name)
  where tenant_id = $1 and (id = $2 or shares = $2) and state = 'FETCHING'`
const SHOWING = `
  select m.id as "messageId", m.conversation_id as "conversationId" from attachment a join message m on m.tenant_id = a.tenant_id and m.id = a.message_id
  where a.tenant_id = $1 and a.shares = $2`

export interface FetchedFile {
  mediaType: string
  size: number
  width: number | null
  height: number | null
  hasThumbnail: boolean
  name: string
}

/** Of the file and of all that show it; null where it could not be had. Returns the messages. */
export async function fileFetched(unit: Unit, id: string, file: FetchedFile | null): Promise<{ messageId: string; conversationId: string }[]> {
  const { tenantId } = unit
  await unit.sql('bot-file-lock', LOCK, [tenantId, id])
  const { mediaType = null, size = 0, width = null, height = null, hasThumbnail = false, name = null } = file ?? {}
  await unit.sql('bot-file-here', HERE, [tenantId, id, file ? 'READY' : 'FAILED', mediaType, size, width, height, hasThumbnail, name])
  return unit.sql('bot-file-showing', SHOWING, [tenantId, id])
}
