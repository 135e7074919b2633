import { CannotSend, type Line } from '../adapter.ts'
import type { ChannelProfile } from '../profile.ts'
import type { OutgoingFile, OutgoingMenu, OutgoingMessage, OutgoingPart } from '../outgoing.ts'
import { splitText } from '../split-text.ts'
import { numberIn } from './telegram-ids.ts'
import { contactsOf, linkOf, placeOf, wordsOf } from './telegram-words.ts'

/** One method with what it is given; where there is a file, in the field of that name. */
export interface TelegramRequest extends Record<string, unknown> {
  method: string
  params: Record<string, unknown>
  file?: string
}

/** Buttons stand below the last part, an answer refers from the first one. */
export function composeTelegram(message: OutgoingMessage, { profile }: Pick<Line, 'profile'>): OutgoingPart[] {
  const { to, files, content, menu } = message
  const chat = to.externalId
  const words = wordsOf(message) || (menu?.options.length && files.length === 0 && content?.kind !== 'LOCATION' ? titles(menu) : '')
  const isCaption = files.length === 1 && words.length <= Number(profile.limits.captionMax)
  const texts = isCaption ? [] : splitText(words, Number(profile.limits.textMax)).map(text => part('sendMessage', { text }))
  const others = [
    ...placeOf(content).map(({ method, params }) => part(method, params)), ...contactsOf(content).map(params => part('sendContact', params)),
    ...files.map(file => filePart(file, isCaption && words ? { caption: words } : {}, profile)),
  ]
  const markup = markupOf(message, profile)
  const parts = markup ? [...others, ...texts] : [...texts, ...others]
  if (parts.length === 0) throw new CannotSend('CONTENT', 'There is nothing that Telegram could carry.')
  const answered = numberIn(chat, message.repliesTo)
  return parts.map(({ request, fileIds }, index) => ({
    fileIds,
    request: {
      ...request,
      params: {
        chat_id: Number(chat), ...(request as TelegramRequest).params,
        ...(index === 0 && answered !== undefined ? { reply_parameters: { message_id: answered, allow_sending_without_reply: true } } : {}),
        ...(index === parts.length - 1 && markup ? { reply_markup: markup } : {}),
      },
    },
  }))
}

const part = (method: string, params: Record<string, unknown>, file?: { field: string; id: string }): OutgoingPart =>
  ({ request: { method, params, ...(file ? { file: file.field } : {}) }, fileIds: file ? [file.id] : [] })

const titles = ({ options }: OutgoingMenu) => options.map(({ title }) => `• ${title}`).join('\n')

/** Pictures that are too large as such go as documents. */
function filePart({ id, name, mediaType, size }: OutgoingFile, caption: { caption?: string }, { limits }: ChannelProfile): OutgoingPart {
  if (size > Number(limits.uploadBytes)) throw new CannotSend('TOO_LARGE', `“${name}” is larger than what Telegram takes.`)
  const [method, field] = methodFor(mediaType, size <= Number(limits.photoBytes))
  return part(method, caption, { field, id })
}

function methodFor(mediaType: string, isSmall: boolean): [string, string] {
  if (['image/jpeg', 'image/png', 'image/webp'].includes(mediaType) && isSmall) return ['sendPhoto', 'photo']
  if (mediaType === 'image/gif') return ['sendAnimation', 'animation']
  if (mediaType === 'video/mp4') return ['sendVideo', 'video']
  if (mediaType.startsWith('audio/ogg')) return ['sendVoice', 'voice']
  if (mediaType === 'audio/mpeg' || mediaType === 'audio/mp4') return ['sendAudio', 'audio']
  return ['sendDocument', 'document']
}

function markupOf({ menu, content }: OutgoingMessage, { limits }: ChannelProfile) {
  const link = linkOf(content)
  if (link || (menu && menu.options.length > 0)) {
    return { inline_keyboard: [...link ? [[link]] : [], ...(menu?.options ?? []).map(({ id, title }, index) => [{ text: title.trim() || String(index + 1), callback_data: dataOf(id, index, Number(limits.callbackBytes)) }])] }
  }
  // A phone number that is asked for need not be typed, and is then vouched for.
  const phone = content?.kind === 'FORM' && !content.answers ? content.fields.find(({ type }) => type === 'PHONE') : undefined
  return phone && { keyboard: [[{ text: phone.label.trim() || phone.name.trim() || '☎', request_contact: true }]], one_time_keyboard: true, resize_keyboard: true }
}

/** Where an id is too long for a button, the title that was tapped says which option it was. */
const dataOf = (id: string, index: number, bytes: number) =>
  (id && !id.startsWith('#') && id.isWellFormed() && Buffer.byteLength(id) <= bytes ? id : `#${index}`)
