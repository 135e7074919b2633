import { CannotSend, type Line } from '../adapter.ts'
import type { Card, People, Place } from '../content.ts'
import { contentWords } from '../content-words.ts'
import type { OutgoingFile, OutgoingMessage, OutgoingPart } from '../outgoing.ts'
import type { ChannelProfile } from '../profile.ts'
import { linkPieces } from './compose-link.ts'
import { menuPieces } from './compose-menu.ts'
import { filePieces } from './compose-media.ts'
import { templatePiece } from './compose-template.ts'
import { textPieces } from './compose-text.ts'
import { partOf, type Piece } from './whatsapp-request.ts'

/** A message as calls: what WhatsApp has of its own, and words for the rest. What it answers is shown with the first. */
export function composeWhatsapp(message: OutgoingMessage, { profile }: Pick<Line, 'profile'>): OutgoingPart[] {
  const pieces = piecesOf(message, profile)
  if (pieces.length === 0) throw new CannotSend('CONTENT', 'There is nothing in it that WhatsApp could carry.')
  const parts = pieces.map(piece => partOf(piece, message, profile))
  if (message.repliesTo) parts[0] = inReplyTo(parts[0]!, message.repliesTo)
  return parts
}

function piecesOf(message: OutgoingMessage, profile: ChannelProfile): Piece[] {
  const { content, files, text } = message
  switch (content?.kind) {
    case 'TEMPLATE': return [templatePiece(content, files, profile)]
    case 'LOCATION': return [...worded({ ...message, text: besides(text, content.name, content.address) }, profile), place(content)]
    case 'CONTACTS': return [...worded(message, profile), ...people(content)]
    case 'CARD': return card(message, content, profile)
    case 'ORDER':
    case 'FORM': return worded({ ...message, text: text.trim() || contentWords(content) }, profile)
    default: return worded(message, profile)
  }
}

/** Words, files and menu, so that as much as may be goes in one bubble: a caption, or buttons under a picture. */
function worded({ text, files, menu }: Pick<OutgoingMessage, 'text' | 'files' | 'menu'>, profile: ChannelProfile): Piece[] {
  const words = text.trim()
  if (menu && menu.options.length > 0) return menuPieces({ text: words, menu, files }, profile)
  return files.length > 0 ? filePieces({ text: words, files }, profile) : textPieces(words, profile)
}

function card({ text, files, menu }: Pick<OutgoingMessage, 'text' | 'files' | 'menu'>, content: Card, profile: ChannelProfile): Piece[] {
  const said = text.trim()
  const { title, subtitle, url, urlTitle } = content
  const wordsWith = (...link: (string | undefined)[]) => [said, ...[title, subtitle, ...link].filter(line => line && !said.includes(line))].filter(Boolean).join('\n')
  const linked = menu?.options.length ? undefined : linkPieces({ text: wordsWith(), files: pictureFirst(files, content.imageId), url, urlTitle }, profile)
  if (linked) return linked
  const words = wordsWith(url && urlTitle, url)
  return worded({ text: words, files: pictureFirst(files, content.imageId), menu }, profile)
}

const pictureFirst = (files: readonly OutgoingFile[], imageId: string | undefined) => files.toSorted((a, b) => Number(b.id === imageId) - Number(a.id === imageId))

/** A text that only says again what stands on the map is left out. */
const besides = (text: string, ...known: (string | undefined)[]): string =>
  (text.split('\n').every(line => known.includes(line.trim()) || !line.trim()) ? '' : text)

const place = ({ latitude, longitude, name, address }: Place): Piece => ({
  type: 'location', value: { latitude, longitude, ...(name && { name: name.slice(0, 1000) }), ...(address && { address: address.slice(0, 1000) }) },
})

function people({ people: all }: People): Piece[] {
  const contacts = all.map(({ name, phones, emails }) => ({
    name: { formatted_name: name.trim() || phones[0] || '-', first_name: name.trim() || phones[0] || '-' },
    ...(phones.length > 0 && { phones: phones.map(phone => ({ phone })) }),
    ...(emails.length > 0 && { emails: emails.map(email => ({ email })) }),
  }))
  return contacts.length > 0 ? [{ type: 'contacts', value: contacts }] : []
}

function inReplyTo(part: OutgoingPart, messageId: string): OutgoingPart {
  const { body } = part.request as { body: Record<string, unknown> }
  return { ...part, request: { ...part.request, body: { ...body, context: { message_id: messageId } } } }
}
