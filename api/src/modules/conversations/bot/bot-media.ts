import type { MediaType } from '@botpro/graphql/flows'
import { newId } from '../../../platform/ids.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Message } from '../messages/message.ts'
import type { NewMessage } from '../messages/message-store.ts'
import { botFilesById, expectFile, fetchedLately, showFiles } from '../attachments/bot-files.store.ts'

/** A picture, a film, a recording or a document that the bot shows: a file of its own, or an https address. */
export interface BotMedia {
  type: MediaType
  fileId?: string
  url?: string
  name?: string
}

declare module '../../../platform/unit.ts' {
  interface JobPayloads {
    'conversations.fetch-address': { tenantId: string; attachmentId: string }
  }
}

/** A file of the bots' with the id under which a message shows it. */
interface Placed {
  attachmentId: string
  fileId: string
  isAwaited: boolean
}

/** Longer than it may take to fetch something; then the message goes without it, and with its address. */
export const PATIENCE_MS = 40_000
const TRIES = 2
/** Until it is known better. */
const TYPES: Record<MediaType, string> = { IMAGE: 'image/*', VIDEO: 'video/*', AUDIO: 'audio/*', FILE: 'application/octet-stream' }

/** Messages with what they show, and what has to be written once they are there. */
export interface Showing {
  news: NewMessage[]
  show(messages: readonly Message[]): Promise<void>
}

/** Finds, or has fetched, what the bot shows. A file that is gone leaves its name: a message is never empty for it. */
export async function withMedia(unit: Unit, said: readonly NewMessage[]): Promise<Showing> {
  const placed: (Placed | null)[] = []
  for (const { media } of said) placed.push(media ? await place(unit, media) : null)
  return {
    news: said.map((message, index) => (message.media ? carrying(unit, message, placed[index]!) : message)),
    show: messages => showFiles(unit, placed.flatMap((one, index) => (one ? [{ id: one.attachmentId, fileId: one.fileId, messageId: messages[index]!.id }] : []))),
  }
}

async function place(unit: Unit, media: BotMedia): Promise<Placed | null> {
  const file = media.fileId ? (await botFilesById(unit, [media.fileId]))[0] : media.url ? await fromAddress(unit, media, media.url) : undefined
  return file ? { attachmentId: newId(unit.now), fileId: file.id, isAwaited: file.state === 'FETCHING' } : null
}

async function fromAddress(unit: Unit, { type, name }: BotMedia, address: string) {
  const known = await fetchedLately(unit, address)
  if (known) return known
  const id = newId(unit.now)
  await expectFile(unit, { id, name: name ?? address, mediaType: TYPES[type], address })
  unit.enqueue('conversations.fetch-address', { tenantId: unit.tenantId, attachmentId: id }, { maxAttempts: TRIES })
  return { id, state: 'FETCHING' as const }
}

function carrying(unit: Unit, { media, ...message }: NewMessage, placed: Placed | null): NewMessage {
  const words = [media?.name, media?.url].filter(Boolean).join('\n')
  if (!placed) return message.text || message.content ? message : { ...message, text: words }
  const { attachmentId, isAwaited } = placed
  return {
    ...message, attachmentCount: 1, fileIds: [attachmentId], ...message.content?.kind !== 'CARD' && { insteadOfFiles: words },
    ...isAwaited && { leavesAt: new Date(unit.now.getTime() + PATIENCE_MS) },
    ...message.content?.kind === 'CARD' && { content: { ...message.content, imageId: attachmentId } },
  }
}
