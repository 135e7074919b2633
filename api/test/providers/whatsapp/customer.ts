import { createHash, randomBytes } from 'node:crypto'
import type { DoubleCustomer, DoubleMessage } from '../double.ts'
import type { MediaStore } from './media-store.ts'

/** Which of her names WhatsApp tells the business. */
export type NamesTold = 'PHONE' | 'BOTH' | 'BSUID'

/** What a customer needs of the double. */
export interface CustomerWorld {
  media: MediaStore
  now(): Date
  /** Sends it to our webhook. */
  tellMessage(customer: WhatsappCustomer, message: Record<string, unknown>, options?: { hasContact?: boolean }): string
  tellStatus(customer: WhatsappCustomer, messageId: string, status: 'read' | 'played'): void
  names: NamesTold
  rename(customer: WhatsappCustomer, was: string): void
}

export interface ShownMessage extends DoubleMessage {
  /** What tapping each button sends. */
  options: readonly { title: string; description?: string; id: string; as: 'button_reply' | 'list_reply' | 'button' }[]
  isRead: boolean
}

export class WhatsappCustomer implements DoubleCustomer {
  /** Digits of her number. */
  phone: string
  userId: string
  readonly inbox: ShownMessage[] = []
  name = 'Ana María Peña'
  username?: string
  /** In milliseconds; the window is counted from there. */
  lastWroteAt = -Infinity
  /** Whether she may be reached at all. */
  isReachable = true
  names: NamesTold
  readonly #world: CustomerWorld

  constructor(phone: string, world: CustomerWorld) {
    this.phone = phone
    this.userId = userIdOf(phone)
    this.names = world.names
    this.#world = world
  }

  get id(): string {
    return this.phone
  }

  writes(text: string, { repliesTo }: { repliesTo?: string } = {}): string {
    return this.sendsRaw({ type: 'text', text: { body: text }, ...(repliesTo && { context: { id: repliesTo } }) })
  }

  /** Scans a code or follows a link: the chat opens with words in it, and she sends them. */
  follows(link: string, { adds = '' } = {}): string {
    return this.writes((new URL(link).searchParams.get('text') ?? '') + adds)
  }

  clicksAd(text: string, referral: Record<string, unknown> = {}): string {
    return this.sendsRaw({
      type: 'text', text: { body: text },
      referral: { source_url: 'https://fb.me/2DgdF0', source_id: '120211', source_type: 'ad', headline: 'Oferta', body: 'Pregunte por aquí', media_type: 'image', image_url: 'https://scontent.xx.fbcdn.net/a.jpg', ctwa_clid: 'ARAkLkA8rmlF', ...referral },
    })
  }

  /** On the last message that has it, or on that one. */
  taps(title: string, on?: ShownMessage): string {
    const message = on ?? this.inbox.findLast(({ options }) => options.some(option => option.title === title))
    const option = message?.options.find(known => known.title === title)
    if (!message || !option) throw new Error(`There is nothing to tap called “${title}”.`)
    const context = { from: 'business', id: message.id }
    if (option.as === 'button') return this.sendsRaw({ type: 'button', button: { payload: option.id, text: title }, context })
    const reply = { id: option.id, title, ...(option.description && { description: option.description }) }
    return this.sendsRaw({ type: 'interactive', interactive: { type: option.as, [option.as]: reply }, context })
  }

  sends({ name, mediaType, content, caption }: { name: string; mediaType: string; content: Buffer; caption?: string }): string {
    const kind = kindOf(mediaType)
    const { id } = this.#world.media.add({ name, mediaType, content })
    const part = { id, mime_type: mediaType, sha256: createHash('sha256').update(content).digest('base64'), ...(kind === 'document' && { filename: name }), ...(caption && { caption }), ...(kind === 'audio' && { voice: true }), ...(kind === 'sticker' && { animated: false }) }
    return this.sendsRaw({ type: kind, [kind]: part })
  }

  sendsLocation(location: { latitude: number; longitude: number; name?: string; address?: string }): string {
    return this.sendsRaw({ type: 'location', location })
  }

  sendsContacts(...contacts: { name: string; phone: string }[]): string {
    return this.sendsRaw({ type: 'contacts', contacts: contacts.map(({ name, phone }) => ({ name: { formatted_name: name, first_name: name }, phones: [{ phone, wa_id: phone.replace(/\D/g, ''), type: 'CELL' }] })) })
  }

  /** Null takes it back: then there is no emoji at all. */
  reactsTo(messageId: string, emoji: string | null): string {
    return this.sendsRaw({ type: 'reaction', reaction: { message_id: messageId, ...(emoji && { emoji }) } })
  }

  orders(items: { productId: string; quantity: number; price: number }[], text = ''): string {
    const products = items.map(({ productId, quantity, price }) => ({ product_retailer_id: productId, quantity, item_price: price, currency: 'DOP' }))
    return this.sendsRaw({ type: 'order', order: { catalog_id: '194836987003835', text, product_items: products } })
  }

  fillsForm(answers: Record<string, unknown>, formMessageId = 'wamid.form'): string {
    const reply = { name: 'flow', body: 'Sent', response_json: JSON.stringify({ flow_token: 'token', ...answers }) }
    return this.sendsRaw({ type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: reply }, context: { from: 'business', id: formMessageId } })
  }

  /** Something that the interface cannot carry, such as a poll. */
  sendsUnsupported(type = 'poll'): string {
    return this.sendsRaw({ type: 'unsupported', unsupported: { type }, errors: [{ code: 131051, title: 'Message type unknown', message: 'Message type unknown', error_data: { details: 'Message type is currently not supported.' } }] })
  }

  /** Only numbers that are also used with WhatsApp's own application are told of these two. */
  edits(messageId: string, text: string): string {
    return this.sendsRaw({ type: 'edit', edit: { original_message_id: messageId, message: { type: 'text', text: { body: text } } } })
  }

  revokes(messageId: string): string {
    return this.sendsRaw({ type: 'revoke', revoke: { original_message_id: messageId } })
  }

  changesNumber(phone: string): string {
    const [was, previous] = [this.phone, this.userId]
    this.phone = phone
    this.userId = userIdOf(phone)
    this.#world.rename(this, was)
    const system = { type: 'user_changed_number', body: `User ${this.name} changed from ${was} to ${phone}`, wa_id: phone, ...(this.names !== 'PHONE' && { user_id: this.userId, previous_user_id: previous }) }
    return this.sendsRaw({ type: 'system', from: was, system }, { hasContact: false })
  }

  changesUserId(): string {
    const previous = this.userId
    this.userId = `DO.${BigInt(`0x${randomBytes(8).toString('hex')}`)}`
    return this.sendsRaw({ type: 'system', system: { type: 'user_changed_user_id', body: 'User id changed', user_id: this.userId, previous_user_id: previous } }, { hasContact: false })
  }

  /** Any message; the common fields are filled in. */
  sendsRaw(message: Record<string, unknown>, options: { hasContact?: boolean } = {}): string {
    return this.#world.tellMessage(this, message, options)
  }

  reads(): void {
    for (const message of this.inbox.filter(({ isRead }) => !isRead)) {
      message.isRead = true
      this.#world.tellStatus(this, message.id, 'read')
    }
  }

  /** Hears a voice note of ours for the first time. */
  plays(messageId: string): void {
    this.#world.tellStatus(this, messageId, 'played')
  }
}

const userIdOf = (phone: string) => `DO.9${phone.split('').toReversed().join('')}`

function kindOf(mediaType: string): string {
  if (mediaType === 'image/webp') return 'sticker'
  const [kind] = mediaType.split('/')
  return ['image', 'video', 'audio'].includes(kind!) ? kind! : 'document'
}
