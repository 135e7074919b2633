import { menuWords } from '../content-words.ts'
import type { OutgoingMenu } from '../outgoing.ts'
import type { ChannelProfile } from '../profile.ts'
import { roomFor, textPieces } from './compose-text.ts'
import { limit } from './messaging-limits.ts'
import type { Piece } from './messaging-request.ts'
import { fits, splitToFit } from './split-bytes.ts'

type Option = OutgoingMenu['options'][number]

/** Buttons that stay for a small menu, quick replies for what is chosen once, else words to be answered with a number. */
export function menuPieces(text: string, menu: OutgoingMenu, profile: ChannelProfile): Piece[] {
  const options = menu.options.map((option, index) => ({ ...option, title: onOneLine(option.title) || String(index + 1), description: onOneLine(option.description ?? '') || null }))
  if (!text || !areTappable(options, profile)) return textPieces([text, menuWords({ ...menu, options })].filter(Boolean).join('\n\n'), profile)
  if (menu.style === 'MENU' && areButtons(options, text, profile)) return [{ message: { attachment: { type: 'template', payload: { template_type: 'button', text, buttons: buttonsOf(options) } } } }]
  // Quick replies are gone with the next message, so they hang on the last.
  const pieces = splitToFit(text, roomFor(profile))
  return pieces.map((piece, index) => ({ message: { text: piece, ...(index === pieces.length - 1 && { quick_replies: quickRepliesOf(options) }) } }))
}

/** Titles become labels of one line. */
const onOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Instagram cuts titles without a word, and nobody can choose between two that read the same. */
function areTappable(options: readonly Option[], profile: ChannelProfile): boolean {
  const [most, titleMax, payloadMax] = ['quickRepliesMost', 'quickReplyTitleMax', 'payloadMax'].map(name => limit(profile, name)) as [number, number, number]
  const areUnlike = new Set(options.map(({ title }) => title.toLowerCase())).size === options.length
  return areUnlike && options.length <= most && options.every(({ id, title, description }) => title.length <= titleMax && id.length > 0 && id.length <= payloadMax && !description)
}

export const areButtons = (options: readonly Option[], text: string, profile: ChannelProfile): boolean =>
  options.length <= limit(profile, 'buttonsMost') && options.every(({ title }) => title.length <= limit(profile, 'buttonTitleMax')) &&
  fits(text, { chars: limit(profile, 'buttonTextMax'), bytes: limit(profile, 'textMaxBytes') })

export const buttonsOf = (options: readonly Option[]) => options.map(({ id, title }) => ({ type: 'postback', title: onOneLine(title), payload: id }))

const quickRepliesOf = (options: readonly Option[]) => options.map(({ id, title }) => ({ content_type: 'text', title, payload: id }))
