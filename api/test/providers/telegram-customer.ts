import { randomBytes } from 'node:crypto'
import type { DoubleCustomer, DoubleMessage } from './double.ts'
import type { TelegramDouble } from './telegram.ts'

/** A message that the bot sent, as her phone shows it. */
export interface TelegramShown extends DoubleMessage {
  number: number
  message: Record<string, unknown>
}

const now = () => Math.floor(Date.now() / 1000)
const fileId = () => randomBytes(24).toString('base64url')

/** Somebody with Telegram. */
export class TelegramCustomer implements DoubleCustomer {
  readonly id: string
  readonly inbox: TelegramShown[] = []
  isBlocking = false
  user: Record<string, unknown>
  readonly #double: TelegramDouble
  #number = 0

  constructor(id: string, double: TelegramDouble) {
    this.id = id
    this.#double = double
    this.user = { id: Number(id), is_bot: false, first_name: 'Ana', last_name: 'Núñez', username: `ana_${id.slice(-4)}`, language_code: 'es' }
  }

  get chat(): Record<string, unknown> {
    const { id, first_name, last_name, username } = this.user
    return { id, type: 'private', first_name, last_name, username }
  }

  nextNumber(): number {
    return ++this.#number
  }

  writes(text: string): string {
    return this.says({ text })
  }

  /** Any message of hers, by its fields. */
  says(fields: Record<string, unknown>): string {
    const number = this.nextNumber()
    const id = `${this.id}:${number}`
    this.#double.happens('message', { message_id: number, from: this.user, chat: this.chat, date: now(), ...fields }, id)
    return id
  }

  starts(payload?: string): string {
    const text = payload ? `/start ${payload}` : '/start'
    return this.says({ text, entities: [{ type: 'bot_command', offset: 0, length: 6 }] })
  }

  edits(id: string, text: string): void {
    this.#double.happens('edited_message', { message_id: Number(id.split(':')[1]), from: this.user, chat: this.chat, date: now(), edit_date: now(), text })
  }

  /** On the last message that has it, or on that one. */
  taps(title: string, on?: TelegramShown): string {
    const shown = on ?? this.inbox.findLast(({ buttons }) => buttons.includes(title))
    const button = (shown?.message.reply_markup as { inline_keyboard?: { text: string; callback_data: string }[][] } | undefined)?.inline_keyboard?.flat().find(({ text }) => text === title)
    if (!button) throw new Error(`No message has a button “${title}”.`)
    return this.tapsData(button.callback_data, shown!.message)
  }

  /** What her device says was on the button, which need not be so. */
  tapsData(data: string, message: Record<string, unknown> | undefined = this.inbox.at(-1)?.message): string {
    const id = String(randomBytes(8).readBigUInt64BE())
    this.#double.happens('callback_query', { id, from: this.user, message, chat_instance: '-123456789012345', data }, `callback:${id}`)
    return `callback:${id}`
  }

  sends({ name, mediaType, content, caption }: { name: string; mediaType: string; content: Buffer; caption?: string }): string {
    const id = this.keeps(content, name)
    const file = { file_id: id, file_unique_id: id.slice(0, 12), file_size: content.length }
    const more = caption ? { caption } : {}
    if (mediaType.startsWith('image/')) return this.says({ photo: [{ ...file, file_id: this.keeps(Buffer.from('small'), name), width: 90, height: 60 }, { ...file, width: 1280, height: 853 }], ...more })
    if (mediaType === 'audio/ogg') return this.says({ voice: { ...file, duration: 3, mime_type: mediaType }, ...more })
    return this.says({ document: { ...file, file_name: name, mime_type: mediaType }, ...more })
  }

  /** At Telegram's, where bots fetch it from; of a size that it says, which may be more than it holds here. */
  keeps(content: Buffer, name: string, size = content.length): string {
    const id = fileId()
    this.#double.files.set(id, { path: `documents/file_${this.#double.files.size}.${name.split('.').at(-1)}`, content, size })
    return id
  }

  /** By the button that asks for it. */
  sharesPhone(phone: string): string {
    return this.says({ contact: { phone_number: phone.replace('+', ''), first_name: 'Ana', last_name: 'Núñez', user_id: this.user.id } })
  }

  reacts(id: string, emoji: string | null): void {
    this.#double.happens('message_reaction', {
      chat: this.chat, message_id: Number(id.split(':')[1]), user: this.user, date: now(), old_reaction: [], new_reaction: emoji ? [{ type: 'emoji', emoji }] : [],
    })
  }

  blocks(isBlocking = true): void {
    this.isBlocking = isBlocking
    const [before, after] = isBlocking ? ['member', 'kicked'] : ['kicked', 'member']
    const bot = { id: 7000000001, is_bot: true, first_name: 'Tienda' }
    this.#double.happens('my_chat_member', {
      chat: this.chat, from: this.user, date: now(), old_chat_member: { user: bot, status: before }, new_chat_member: { user: bot, status: after, ...(isBlocking ? { until_date: 0 } : {}) },
    })
  }

  reads(): void {
    // Telegram tells bots nothing of it.
  }
}
