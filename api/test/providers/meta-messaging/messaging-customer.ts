import { createHash } from 'node:crypto'
import type { DoubleCustomer, DoubleMessage } from '../double.ts'
import type { MessagingDouble } from './messaging-double.ts'

export interface ShownMessage extends DoubleMessage {
  /** Quick replies are gone with the next message; buttons stay. */
  options: readonly { title: string; payload: string; as: 'QUICK_REPLY' | 'POSTBACK' }[]
}

/** The same person has another id on every account. */
export const scopedId = (person: string, accountId: string): string =>
  String(BigInt(`0x${createHash('sha256').update(`${person}@${accountId}`).digest('hex').slice(0, 13)}`) + 10n ** 15n)

/** Somebody who writes to the account. */
export class MessagingCustomer implements DoubleCustomer {
  readonly person: string
  readonly id: string
  readonly inbox: ShownMessage[] = []
  readonly profile: { first_name: string; last_name: string; name: string; username: string; locale: string } =
    { first_name: 'Ana María', last_name: 'Peña', name: 'Ana María Peña', username: 'ana.pena', locale: 'es_LA' }
  /** Windows are counted from there. */
  lastWroteAt = -Infinity
  isReachable = true
  readonly #double: MessagingDouble

  constructor(person: string, double: MessagingDouble) {
    this.person = person
    this.id = scopedId(person, double.accountId)
    this.#double = double
  }

  writes(text: string, more: Record<string, unknown> = {}): string {
    return this.says({ text, ...more }, { text })
  }

  answers(mid: string, text: string): string {
    return this.writes(text, { reply_to: { mid } })
  }

  /** The same tap comes as a message or as a postback, by what was tapped: on the last message that shows it, or on that one. */
  taps(title: string, on?: ShownMessage): string {
    const shown = on ?? this.inbox.findLast(({ options }, index) => options.some(option => option.title === title && (option.as === 'POSTBACK' || index === this.inbox.length - 1)))
    const option = shown?.options.find(known => known.title === title)
    if (!option) throw new Error(`There is nothing to tap called “${title}”.`)
    return option.as === 'QUICK_REPLY' ? this.writes(title, { quick_reply: { payload: option.payload } }) : this.presses(title, option.payload)
  }

  /** Get Started, the menu, an ice breaker, or a button. */
  presses(title: string, payload: string, referral?: object): string {
    const mid = this.#double.keep(this, { text: title })
    return this.#double.happens('postback', this, { postback: { mid, title, payload, ...(referral && { referral }) } }, mid)
  }

  /** With `ref` in a new chat by its button, in one that is there by an event of its own. */
  follows(link: string): string {
    const ref = this.#double.hearsRef() ? new URL(link).searchParams.get('ref') : null
    const referral = (type: string) => ({ ...(ref && { ref }), source: 'SHORTLINK', type })
    if (!this.#double.book.hasChat(this.id)) return this.presses('Comenzar', 'GET_STARTED', ref ? referral('OPEN_THREAD') : undefined)
    this.lastWroteAt = this.#double.now()
    return this.#double.happens('referral', this, { referral: referral('OPEN_THREAD') })
  }

  clicksAd(text: string): string {
    return this.writes(text, { referral: { ref: 'promo', ad_id: '6045246247433', source: 'ADS', type: 'OPEN_THREAD', ads_context_data: { ad_title: 'Oferta' } } })
  }

  sends({ caption = '', ...file }: { name: string; mediaType: string; content: Buffer; caption?: string }): string {
    const url = this.#double.files.add(file)
    const [kind] = file.mediaType.split('/')
    const type = ['image', 'video', 'audio'].includes(kind!) ? kind : 'file'
    return this.says({ ...(caption && { text: caption }), attachments: [{ type, payload: { url } }] }, { text: caption, file: { ...file, url } })
  }

  /** Something of another's: a link, or what lies with the provider. */
  shares(type: string, payload: Record<string, unknown>, title?: string): string {
    return this.says({ attachments: [{ type, payload, ...(title && { title }) }] })
  }

  sendsLocation(lat: number, long: number): string {
    return this.says({ attachments: [{ type: 'location', payload: { coordinates: { lat, long } } }] })
  }

  sendsUnsupported(): string {
    return this.says({ is_unsupported: true })
  }

  /** Null takes it back. */
  reactsTo(mid: string, emoji: string | null): string {
    return this.#double.happens('reaction', this, { reaction: { mid, action: emoji ? 'react' : 'unreact', ...(emoji && { reaction: 'other', emoji }) } })
  }

  edits(mid: string, text: string): string {
    return this.#double.happens('message_edit', this, { message_edit: { mid, text, num_edit: 1 } })
  }

  /** On Instagram. */
  unsends(mid: string): string {
    this.#double.book.remove(mid)
    return this.#double.happens('message', this, { message: { mid, is_deleted: true } })
  }

  reads(): void {
    const last = this.inbox.at(-1)
    if (last) this.#double.happens('read', this, { read: this.#double.dialect.kind === 'INSTAGRAM' ? { mid: last.id } : { watermark: last.at.getTime() } })
  }

  /** Any message; its id is made. */
  says(message: Record<string, unknown>, kept: Parameters<MessagingDouble['keep']>[1] = { text: '' }): string {
    const mid = this.#double.keep(this, kept)
    return this.#double.happens('message', this, { message: { mid, ...message } }, mid)
  }
}
