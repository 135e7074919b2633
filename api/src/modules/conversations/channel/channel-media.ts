import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { systemActor } from '../../../platform/actor.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import type { Turns } from '../../../platform/turns.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import { isFinalMedia, PassingTrouble, type ChannelMedia, type LineAccount, type Lines, type OutgoingFile } from '../../channels/index.ts'
import { checkedFile, fileName, type CheckedFile } from '../attachments/attachment-content.ts'
import { dropFile, keepFile } from '../attachments/attachment-files.ts'
import { attachmentsById, removeFilesOf } from '../attachments/attachment.store.ts'
import type { AttachmentUrls } from '../attachments/attachment-url.ts'
import { messageTouched } from '../messages/message-touched.ts'
import { awaitFile, type AwaitedFile } from './channel-message.store.ts'

declare module '../../../platform/unit.ts' {
  interface JobPayloads {
    'conversations.fetch-media': { tenantId: string; channelAccountId: string; attachmentId: string }
    'conversations.drop-files': { storageKeys: string[] }
  }
}

interface Parts {
  units: Units
  files: FileStore
  urls: AttachmentUrls
  lines: Lines
  pictures: Turns
  publicUrl: () => string
}

const TRIES = 6
const HERE_ALREADY = 'here'

const WAITING = `
  select a.id, a.name, a.source, m.conversation_id as "conversationId", m.id as "messageId" from attachment a
  join message m on m.tenant_id = a.tenant_id and m.id = a.message_id
  where a.tenant_id = $1 and a.id = $2 and a.state = 'FETCHING'`

interface Awaited {
  id: string
  name: string
  source: Omit<ChannelMedia, 'content'>
  conversationId: string
  messageId: string
}

const HERE = `update attachment set state = 'READY', source = null, name = $3, media_type = $4, size = $5, width = $6, height = $7, has_thumbnail = $8 where tenant_id = $1 and id = $2 returning id`
const GONE = `update attachment set state = 'FAILED', source = null where tenant_id = $1 and id = $2`

/** Files that came by a channel are fetched after their message is stored, checked as if somebody had uploaded them, and kept. */
export class ChannelMediaJobs {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /**
   * In the unit that stores the message. Content that came along is laid down as it is; a job fetches and checks. While there
   * is no room for it the message waits, and is not lost.
   */
  async expect(unit: Unit, { tenantId, channelAccountId }: LineAccount, { id, message, media: { content, ...media } }: AwaitedFile & { media: ChannelMedia }): Promise<void> {
    if (content) {
      await this.#parts.files.put(`${tenantId}/${id}`, Readable.from([content])).catch(cause => {
        throw new PassingTrouble('The file cannot be kept now.', { cause })
      })
    }
    await awaitFile(unit, { id, message, media: { ...media, ...content && { ref: HERE_ALREADY } } })
    unit.enqueue('conversations.fetch-media', { tenantId, channelAccountId, attachmentId: id }, { maxAttempts: TRIES, queue: `fetch-media:${channelAccountId}` })
  }

  /** Safe to run twice: what is here already is left alone. */
  async fetch({ tenantId, channelAccountId, attachmentId }: { tenantId: string; channelAccountId: string; attachmentId: string }, isLast: boolean): Promise<void> {
    const { units } = this.#parts
    const scope = { tenantId, actor: systemActor(tenantId) }
    const awaited = await this.#awaited(scope, attachmentId)
    if (!awaited) return
    try {
      const found = await this.#content(tenantId, channelAccountId, awaited)
      const checked = found && await this.#checked(`${tenantId}/${attachmentId}`, found.content)
      const isKept = await units.tenant(scope, unit => (checked ? here(unit, { ...awaited, name: found.name ?? awaited.name }, checked) : gone(unit, awaited)))
      if (!isKept) await dropFile(this.#parts.files, `${tenantId}/${attachmentId}`)
    } catch (error) {
      if (!isLast && !isFinalMedia(error)) throw error
      await units.tenant(scope, unit => gone(unit, awaited))
    }
  }

  /** In the unit that takes a message back. One that is being fetched finds that nobody waits for it. */
  async forget(unit: Unit, messageId: string): Promise<void> {
    const storageKeys = await removeFilesOf(unit, messageId)
    if (storageKeys.length > 0) unit.enqueue('conversations.drop-files', { storageKeys }, { maxAttempts: TRIES })
  }

  /** Safe to run twice. */
  async drop({ storageKeys }: { storageKeys: string[] }): Promise<void> {
    for (const key of storageKeys) await dropFile(this.#parts.files, key)
  }

  async #content(tenantId: string, channelAccountId: string, { id, source }: Awaited): Promise<{ content: Buffer; name?: string } | undefined> {
    const { files, lines } = this.#parts
    if (source.ref === HERE_ALREADY) return { content: await buffer(await files.get(`${tenantId}/${id}`)) }
    const account = await lines.byId(tenantId, channelAccountId)
    return account?.adapter.fetchMedia?.(source, lines.at(account, new Date()))
  }

  /** What may not be kept is said not to be there. */
  async #checked(key: string, content: Buffer): Promise<CheckedFile | null> {
    const { files, pictures } = this.#parts
    const checked = await checkedFile(content, { inTurn: work => pictures.run(work), isFromChannel: true })
    await (checked ? keepFile(files, key, checked) : dropFile(files, key))
    return checked
  }

  /** Files to send along, of those that are here. */
  async outgoing(tenantId: string, ids: readonly string[]): Promise<OutgoingFile[]> {
    const { units, files, urls, publicUrl } = this.#parts
    await using unit = units.read({ tenantId, actor: systemActor(tenantId) })
    const found = await attachmentsById(unit, ids)
    return found.filter(({ state }) => state === 'READY').map(({ id, name, mediaType, size, storageKey, address }) => ({
      id, name, mediaType, size,
      content: async () => buffer(await files.get(storageKey)),
      url: `${publicUrl()}${urls.sign({ tenantId, id, now: unit.now })}`,
      link: address ?? `${publicUrl()}${urls.sign({ tenantId, id, now: unit.now, lasts: 'MONTH' })}`,
    }))
  }

  async #awaited(scope: { tenantId: string; actor: ReturnType<typeof systemActor> }, id: string): Promise<Awaited | undefined> {
    await using unit: ReadUnit & AsyncDisposable = this.#parts.units.read(scope)
    return (await unit.sql<Awaited>('attachment-awaited', WAITING, [scope.tenantId, id]))[0]
  }
}

/** False where the message was taken back meanwhile. */
async function here(unit: Unit, { id, name, conversationId, messageId }: Awaited, { content, mediaType, width, height, thumbnail }: CheckedFile): Promise<boolean> {
  const rows = await unit.sql('attachment-here', HERE, [unit.tenantId, id, fileName(name, mediaType), mediaType, content.length, width, height, !!thumbnail])
  if (rows.length > 0) await messageTouched(unit, { conversationId, messageId })
  return rows.length > 0
}

async function gone(unit: Unit, { id, conversationId, messageId }: Awaited): Promise<false> {
  await unit.sql('attachment-gone', GONE, [unit.tenantId, id])
  await messageTouched(unit, { conversationId, messageId })
  return false
}
