import type { ToRead } from '../adapter.ts'
import type { ChannelPerson, ChannelUpdate, ReadUpdate } from '../update.ts'
import { Unreadable, dateOf, list, object, text, whole, type Json } from './telegram-json.ts'
import { callbackPrefix, messageId } from './telegram-ids.ts'
import { contentOf, isService, mediaOf, ownPhone } from './telegram-message.ts'

const KINDS: Record<string, (value: Json, receivedAt: Date) => ChannelUpdate | null> = {
  message, edited_message: edited, callback_query: tapped, message_reaction: reacted, my_chat_member: availability,
}

/** One update. Of kinds that are new to us nothing is read, and nothing is wrong with them. */
export function readTelegram({ body, receivedAt = new Date() }: ToRead): ReadUpdate[] {
  const raw = parsed(body)
  if (!Number.isSafeInteger(raw.update_id)) return [{ ok: false, reason: 'It is no update.', raw: body.toString('utf8') }]
  const kind = Object.keys(KINDS).find(name => Object.hasOwn(raw, name))
  try {
    const update = kind ? KINDS[kind]!(object(raw[kind]), receivedAt) : null
    return update ? [{ ok: true, update }] : []
  } catch (error) {
    if (error instanceof NotPrivate) return [{ ok: true, update: { kind: 'ASIDE', why: error.message, at: receivedAt } }]
    if (error instanceof Unreadable) return [{ ok: false, reason: error.message, raw }]
    throw error
  }
}

function parsed(body: Buffer): Json {
  try {
    return object(JSON.parse(body.toString('utf8')))
  } catch {
    return {}
  }
}

function message(value: Json): ChannelUpdate | null {
  const chat = privateChat(value.chat)
  if (isService(value)) return null
  const phone = ownPhone(value)
  const from: ChannelPerson = { ...personOf(chat, value.from), ...(phone ? { phone } : {}) }
  const base = { kind: 'MESSAGE', from, externalId: messageId(chat.id, value.message_id), at: dateOf(value.date) } as const
  const start = /^\/start(?:@\w+)?(?:\s+(\S+))?$/.exec(text(value.text) ?? '')
  if (start) return { ...base, text: start[1] ? '' : greeting(from), ...originOf(start[1]) }
  const media = mediaOf(value)
  const content = contentOf(value)
  const answered = object(value.reply_to_message).message_id
  return {
    ...base, text: text(value.text) ?? text(value.caption) ?? '',
    ...(content ? { content } : {}), ...(media.length > 0 ? { media } : {}), ...(answered === undefined ? {} : { repliesTo: messageId(chat.id, answered) }),
  }
}

/** Whoever presses the button of a new chat has said no word of her own: the bot hears the one that it greets at. */
const greeting = ({ languageTag }: ChannelPerson) => (languageTag?.startsWith('en') ? 'Hello' : 'Hola')

function originOf(payload: string | undefined) {
  if (!payload) return {}
  return { origin: /^[a-z0-9]{16}$/.test(payload) ? { token: payload } : { referral: { start: payload } } }
}

/** Of places that move, and of files whose words stayed, nothing is told. */
function edited(value: Json): ChannelUpdate | null {
  const chat = privateChat(value.chat)
  const words = text(value.text) ?? text(value.caption)
  if (words === undefined) return null
  return { kind: 'EDIT', externalId: messageId(chat.id, value.message_id), text: words, at: dateOf(value.edit_date ?? value.date) }
}

/** What a button carries is written by the person's device: it is an id to be looked up in the menu, and nothing else. Taps have no date. */
function tapped(value: Json, receivedAt: Date): ChannelUpdate {
  const shown = object(value.message)
  const from = object(value.from)
  const chat = shown.chat === undefined ? { id: whole(from.id, 'from.id'), raw: from } : privateChat(shown.chat)
  const id = text(value.id)
  if (!id) throw new Unreadable('The tap has no id.')
  const data = text(value.data)
  return {
    kind: 'MESSAGE', from: personOf(chat, from), externalId: callbackPrefix + id, text: titleOf(shown, data), at: receivedAt,
    ...(data === undefined || data.startsWith('#') ? {} : { optionId: data }),
    ...(shown.message_id === undefined ? {} : { repliesTo: messageId(chat.id, shown.message_id) }),
  }
}

const titleOf = (shown: Json, data: string | undefined): string => {
  const rows = object(shown.reply_markup).inline_keyboard
  const buttons = (Array.isArray(rows) ? rows : []).flatMap(list)
  return text(buttons.find(button => data !== undefined && button.callback_data === data)?.text) ?? ''
}

/** Emoji of one's own, which only its client can draw, tell us nothing. */
function reacted(value: Json): ChannelUpdate | null {
  const chat = privateChat(value.chat)
  const all = list(value.new_reaction)
  const emoji = all.map(one => (one.type === 'paid' ? '⭐' : text(one.emoji))).findLast(one => one !== undefined)
  if (all.length > 0 && emoji === undefined) return null
  return { kind: 'REACTION', from: personOf(chat, value.user), externalId: messageId(chat.id, value.message_id), emoji: emoji ?? null, at: dateOf(value.date) }
}

/** In a chat of two: the bot was blocked, or let in again. */
function availability(value: Json): ChannelUpdate | null {
  if (object(value.chat).type !== 'private') return null
  const chat = privateChat(value.chat)
  const isAvailable = object(value.new_chat_member).status !== 'kicked'
  return { kind: 'AVAILABLE', person: personOf(chat, value.from), isAvailable, at: dateOf(value.date) }
}

/** A bot for customers answers in chats of two; that it was added to a group is nobody's fault. */
class NotPrivate extends Error {}

interface Chat { id: number; raw: Json }

function privateChat(value: unknown): Chat {
  const raw = object(value)
  const id = whole(raw.id, 'chat.id')
  if (raw.type !== 'private') throw new NotPrivate('It was said in a group or channel.')
  return { id, raw }
}

/** A chat of two has the id of the person. */
function personOf({ id, raw }: Chat, from: unknown): ChannelPerson {
  const user = { ...raw, ...object(from) }
  const name = [text(user.first_name), text(user.last_name)].filter(Boolean).join(' ')
  const [username, languageTag] = [text(user.username), text(user.language_code)]
  return { externalId: String(id), ...(name ? { name } : {}), ...(username ? { username } : {}), ...(languageTag ? { languageTag } : {}) }
}
