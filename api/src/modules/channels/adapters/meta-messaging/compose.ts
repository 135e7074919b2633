import { CannotSend, type Line } from '../adapter.ts'
import type { MessageContent } from '../content.ts'
import { contentWords } from '../content-words.ts'
import type { OutgoingFile, OutgoingMessage, OutgoingPart } from '../outgoing.ts'
import type { ChannelProfile } from '../profile.ts'
import { cardPieces } from './compose-card.ts'
import { menuPieces } from './compose-menu.ts'
import { carried } from './payload.ts'
import { filePiece, textPieces } from './compose-text.ts'
import { limit } from './messaging-limits.ts'
import { answering, partOf, type Piece } from './messaging-request.ts'

/** A message as calls: a card where it fits into one, else files, then words, and the choice last, where it stays in sight. */
export function composeMessaging(whole: OutgoingMessage, { profile }: Pick<Line, 'profile'>): OutgoingPart[] {
  const message = { ...whole, menu: carried(whole.menu, whole, profile) }
  if (message.passage === 'TEMPLATE' || message.content?.kind === 'TEMPLATE') throw new CannotSend('CONTENT', 'This channel has no templates of ours.')
  const pieces = piecesOf(message, profile)
  if (pieces.length === 0) throw new CannotSend('CONTENT', 'There is nothing in it that the channel could carry.')
  const parts = pieces.map(piece => partOf(piece, message, profile))
  const { repliesTo } = message
  if (repliesTo && isOfMeta(repliesTo) && limit(profile, 'mayReplyTo')) parts[0] = answering(parts[0]!, repliesTo)
  return parts
}

/** Ids that we made for what Meta gave none, such as old taps, cannot be answered. */
const isOfMeta = (id: string) => !id.includes(':')

function piecesOf(message: OutgoingMessage, profile: ChannelProfile): Piece[] {
  const { content, files, menu } = message
  if (content?.kind === 'CARD') return cardPieces(message, content, profile) ?? spoken({ text: worded(message.text, content), files: pictureFirst(files, content.imageId), menu }, profile)
  return spoken({ text: content ? worded(message.text, content) : message.text, files, menu }, profile)
}

function spoken({ text, files, menu }: Pick<OutgoingMessage, 'text' | 'files' | 'menu'>, profile: ChannelProfile): Piece[] {
  const words = text.trim()
  const said = menu && menu.options.length > 0 ? menuPieces(words, menu, profile) : textPieces(words, profile)
  return [...files.map(file => filePiece(file, profile)), ...said]
}

/** The words, and those lines of the content that they do not say already. Forms and orders are put in words only where nothing else is. */
function worded(text: string, content: MessageContent): string {
  const said = text.trim()
  if (said && (content.kind === 'FORM' || content.kind === 'ORDER')) return said
  const more = contentWords(content).split('\n').filter(line => line.trim() && !said.includes(line.trim()))
  return [said, ...more].filter(Boolean).join('\n')
}

const pictureFirst = (files: readonly OutgoingFile[], imageId: string | undefined) => files.toSorted((a, b) => Number(b.id === imageId) - Number(a.id === imageId))
