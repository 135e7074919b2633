import { menuWords } from '../content-words.ts'
import type { OutgoingMenu } from '../outgoing.ts'
import type { ChannelProfile } from '../profile.ts'
import { shortened } from '../shortened.ts'
import { roomFor } from './compose-text.ts'
import { limit } from './messaging-limits.ts'
import type { Piece } from './messaging-request.ts'
import { fits, splitToFit } from './split-bytes.ts'

type Option = OutgoingMenu['options'][number]

/** Buttons that stay for a small menu, quick replies for what is chosen once, else words to be answered with a number, which is there to be tapped where it can be. */
export function menuPieces(text: string, menu: OutgoingMenu, profile: ChannelProfile): Piece[] {
  const options = menu.options.map((option, index) => ({ ...option, title: onOneLine(option.title) || String(index + 1), description: onOneLine(option.description ?? '') || null }))
  if (!text || !areTappable(options, profile)) {
    const words = [text, menuWords({ ...menu, options })].filter(Boolean).join('\n\n')
    return repliesUnder(words, mayTapNumbers(options, profile) ? numbered(options, limit(profile, 'quickReplyTitleMax')) : [], profile)
  }
  if (menu.style === 'MENU' && areButtons(options, text, profile)) return [{ message: { attachment: { type: 'template', payload: { template_type: 'button', text, buttons: buttonsOf(options) } } } }]
  return repliesUnder(text, options, profile)
}

/** Quick replies are gone with the next message, so they hang on the last. */
function repliesUnder(text: string, options: readonly Option[], profile: ChannelProfile): Piece[] {
  const pieces = splitToFit(text, roomFor(profile))
  return pieces.map((piece, index) => ({ message: { text: piece, ...(options.length > 0 && index === pieces.length - 1 && { quick_replies: quickRepliesOf(options) }) } }))
}

/** “2. Hablar con una p…”: the number tells it from the others, and the whole stands in the words above. */
const numbered = (options: readonly Option[], titleMax: number): Option[] =>
  options.map((option, index) => ({ ...option, title: shortened(`${index + 1}. ${option.title}`, titleMax) }))

/** Titles become labels of one line. */
const onOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Instagram cuts titles without a word, and nobody can choose between two that read the same. */
function areTappable(options: readonly Option[], profile: ChannelProfile): boolean {
  const areUnlike = new Set(options.map(({ title }) => title.toLowerCase())).size === options.length
  return areUnlike && mayTapNumbers(options, profile) && options.every(({ title, description }) => title.length <= limit(profile, 'quickReplyTitleMax') && !description)
}

const mayTapNumbers = (options: readonly Option[], profile: ChannelProfile): boolean =>
  options.length <= limit(profile, 'quickRepliesMost') && options.every(({ id }) => isPayload(id, profile))

/** What comes back when an option is tapped: nothing, or nothing but blanks, is refused. */
export const isPayload = (id: string, profile: ChannelProfile): boolean => id.trim() !== '' && id.length <= limit(profile, 'payloadMax')

export const areButtons = (options: readonly Option[], text: string, profile: ChannelProfile): boolean =>
  options.length <= limit(profile, 'buttonsMost') && options.every(({ title }) => title.length <= limit(profile, 'buttonTitleMax')) &&
  fits(text, { chars: limit(profile, 'buttonTextMax'), bytes: limit(profile, 'textMaxBytes') })

export const buttonsOf = (options: readonly Option[]) => options.map(({ id, title }) => ({ type: 'postback', title: onOneLine(title), payload: id }))

const quickRepliesOf = (options: readonly Option[]) => options.map(({ id, title }) => ({ content_type: 'text', title, payload: id }))
