import type { Server } from 'node:http'
import type { ChannelProfile } from '../../src/modules/channels/adapters/profile.ts'
import type { DeliveryOptions } from './deliveries.ts'
import type { DoubleLedger, ProviderDouble } from './double.ts'
import { close, listen, type Answered, type Asked } from './provider-server.ts'
import { WhatsappCustomer, type CustomerWorld } from './whatsapp/customer.ts'
import { demoTemplates } from './whatsapp/demo-templates.ts'
import { noFaults, type WhatsappFaults } from './whatsapp/faults.ts'
import type { Body, GraphCall } from './whatsapp/graph-call.ts'
import { GraphError } from './whatsapp/graph-error.ts'
import { graphRoutes } from './whatsapp/graph-routes.ts'
import { MediaStore } from './whatsapp/media-store.ts'
import { MessageSending } from './whatsapp/message-sending.ts'
import { statusOf, type SentMessage } from './whatsapp/status-teller.ts'
import { TemplateRegistry, type RegisteredTemplate } from './whatsapp/template-registry.ts'
import { newWamid } from './whatsapp/wamid.ts'
import { WebhookSender } from './whatsapp/webhook-sender.ts'

export interface WhatsappDoubleOptions {
  faults?: Partial<WhatsappFaults>
  deliveries?: DeliveryOptions
  /** In [0, 1), from a seed. */
  random?: () => number
  /** Digits of the business' number. */
  phone?: string
  port?: number
}

export async function startWhatsappDouble(options: WhatsappDoubleOptions = {}): Promise<WhatsappDouble> {
  const double = new WhatsappDouble(options)
  await double.start(options.port)
  return double
}

/** The Cloud API with one number on it, and the phones of those who write to it. */
export class WhatsappDouble implements ProviderDouble<WhatsappFaults> {
  readonly kind = 'WHATSAPP'
  readonly faults: WhatsappFaults
  readonly settings: Record<string, string>
  readonly templates = new TemplateRegistry()
  readonly media: MediaStore
  readonly webhook: WebhookSender
  /** Every call that came, refused ones too. */
  readonly calls: { method: string; path: string }[] = []
  /** As `GET /<number>` tells it. */
  readonly number = { verified_name: 'Farmacia Demo', quality_rating: 'GREEN', status: 'CONNECTED' }
  isSubscribed = true
  /** Digits of the number. */
  readonly phone: string
  url = ''
  #server?: Server
  readonly #random: () => number
  readonly #customers = new Map<string, WhatsappCustomer>()
  readonly #ledger = { accepted: [] as DoubleLedger['accepted'][number][], refused: [] as DoubleLedger['refused'][number][] }
  readonly #sending: MessageSending
  #offsetMs = 0

  constructor({ faults, deliveries, random = Math.random, phone = '18095550001' }: WhatsappDoubleOptions) {
    this.faults = { ...noFaults(), ...faults }
    this.#random = random
    this.phone = phone
    this.media = new MediaStore(() => this.#now())
    this.settings = { phoneNumberId: '106540352242922', wabaId: '102290129340398', accessToken: 'EAADoubleToken', appSecret: 'double_app_secret' }
    this.webhook = new WebhookSender({ wabaId: this.settings['wabaId']!, appSecret: this.settings['appSecret']!, faults: this.faults, random, deliveries })
    for (const template of demoTemplates) this.templates.add(template)
    this.#sending = new MessageSending({
      faults: this.faults, random, now: this.#now, ledger: this.#ledger, templates: this.templates, media: this.media, webhook: this.webhook,
      customer: phone => this.customer(phone), customerCalled: userId => [...this.#customers.values()].find(one => one.userId === userId),
      tellStatus: (message, status, error) => this.#tellStatus(message, status, error),
    })
  }

  get signals() {
    return this.#sending.signals
  }

  get profile(): Partial<ChannelProfile> {
    return { baseUrl: this.url, mediaHosts: [], timeoutMs: 1500, reconcileMs: 1500, retries: { most: 8, longestMs: 500 } }
  }

  get ledger(): DoubleLedger {
    return { ...this.#ledger, sent: this.webhook.sent }
  }

  async start(port?: number): Promise<void> {
    const { url, server } = await listen(asked => this.#answer(asked), port)
    Object.assign(this, { url })
    this.#server = server
  }

  async stop(): Promise<void> {
    await this.webhook.deliveries.stop()
    if (this.#server) await close(this.#server)
    this.#server = undefined
  }

  settled(): Promise<void> {
    return this.webhook.settled()
  }

  /** The double's clock runs ahead: windows, addresses and ids run out. */
  advance(ms: number): void {
    this.#offsetMs += ms
  }

  /** Saves the address in the app's settings, which asks it whether it knows the token. */
  async subscribe({ url, secret }: { url: string; secret: string }): Promise<void> {
    const challenge = String(Math.floor(this.#random() * 1e9))
    const asked = new URL(url)
    for (const [name, value] of [['hub.mode', 'subscribe'], ['hub.challenge', challenge], ['hub.verify_token', secret]] as const) asked.searchParams.set(name, value)
    const answer = await fetch(asked)
    if (answer.status !== 200 || await answer.text() !== challenge) throw new Error('The callback URL or verify token couldn’t be validated.')
    this.webhook.deliveries.to(url)
  }

  customer(id = `1829555${String(this.#customers.size).padStart(4, '0')}`): WhatsappCustomer {
    const phone = id.replace(/\D/g, '')
    const known = this.#customers.get(phone)
    if (known) return known
    const customer = new WhatsappCustomer(phone, this.#world)
    this.#customers.set(phone, customer)
    return customer
  }

  /** News of the account, such as `phone_number_quality_update`. */
  tells(field: string, value: Body): void {
    this.#tell({ id: `${field}:${this.webhook.sent.size}`, field, value, time: Math.floor(this.#now() / 1000) })
  }

  /** Meta decides about a template, and says so. */
  decides(template: RegisteredTemplate, event: 'APPROVED' | 'REJECTED' | 'PAUSED' | 'DISABLED', reason = 'NONE'): void {
    Object.assign(template, { status: event, rejected_reason: reason })
    this.tells('message_template_status_update', { event, message_template_id: Number(template.id), message_template_name: template.name, message_template_language: template.language, reason })
  }

  /** Somebody of the business writes with the application on her phone. */
  writesByHand(to: WhatsappCustomer, text: string): string {
    const id = newWamid()
    const echo = { from: this.phone, to: to.phone, ...(to.names !== 'PHONE' && { to_user_id: to.userId }), id, timestamp: this.#seconds(), type: 'text', text: { body: text } }
    this.#tell({ id, field: 'smb_message_echoes', value: { ...this.#metadata, message_echoes: [echo] } })
    return id
  }

  get #metadata() {
    return { messaging_product: 'whatsapp', metadata: { display_phone_number: this.phone, phone_number_id: this.settings['phoneNumberId'] } }
  }

  #now = () => Date.now() + this.#offsetMs
  #seconds = () => String(Math.floor(this.#now() / 1000))

  /** Who has not subscribed the app is told nothing, then or later. */
  #tell(told: Parameters<WebhookSender['tell']>[0]): void {
    if (this.isSubscribed) this.webhook.tell(told)
  }

  get #world(): CustomerWorld {
    const { faults } = this
    return {
      media: this.media, now: () => new Date(this.#now()), get names() { return faults.names },
      tellMessage: (customer, message, options) => this.#heard(customer, message, options),
      tellStatus: (customer, id, status) => this.#tellStatus(this.#sending.sent(id) ?? unsent(id, customer), status),
      rename: (customer, was) => void (this.#customers.delete(was), this.#customers.set(customer.phone, customer)),
    }
  }

  #heard(customer: WhatsappCustomer, message: Body, { hasContact = true } = {}): string {
    const id = newWamid()
    const { names, phone, userId, name, username } = customer
    const [isPhoneTold, isUserTold] = [names !== 'BSUID', names !== 'PHONE']
    const contact = { profile: { name, ...(username && { username }) }, ...(isPhoneTold && { wa_id: phone }), ...(isUserTold && { user_id: userId }) }
    const whole = { ...(isPhoneTold && { from: phone }), ...(isUserTold && { from_user_id: userId }), id, timestamp: this.#seconds(), ...message }
    if (message['type'] !== 'system') customer.lastWroteAt = this.#now()
    this.#tell({ id, field: 'messages', value: { ...this.#metadata, ...(hasContact && { contacts: [contact] }), messages: [whole] } })
    return id
  }

  #tellStatus(message: SentMessage, status: Parameters<typeof statusOf>[0]['status'], error?: GraphError): void {
    const told = statusOf({ message, status, at: this.#now(), error }, this.faults)
    const { to } = message
    const contact = { ...(to.names !== 'BSUID' && { wa_id: to.phone }), ...(to.names !== 'PHONE' && { user_id: to.userId }), profile: { name: to.name } }
    const contacts = status === 'failed' ? {} : { contacts: [contact] }
    this.#tell({ id: `${message.id}:${status}`, field: 'messages', value: { ...this.#metadata, ...contacts, statuses: [told] } })
  }

  async #answer(asked: Asked): Promise<Answered> {
    const path = asked.path.split('/').filter(Boolean).map(decodeURIComponent)
    this.calls.push({ method: asked.method, path: path.join('/') })
    try {
      return await this.#routed({ ...asked, path })
    } catch (error) {
      if (error instanceof GraphError) return { status: error.status, body: error.answer() }
      throw error
    }
  }

  async #routed(call: GraphCall): Promise<Answered> {
    const isAllowed = call.headers.authorization === `Bearer ${this.settings['accessToken']}` && !this.faults.isRevoked
    if (call.path[0] === 'whatsapp_business') return this.#file(call, isAllowed)
    if (!isAllowed) throw this.#sending.refused(new GraphError(190, 'Error validating access token: the session has been invalidated.'))
    const [version, id = '', edge = ''] = call.path
    if (!/^v\d+\.\d+$/.test(version!)) throw new GraphError(2500, 'An active access token must be used to query information about the current user.')
    const route = `${call.method} ${id === this.settings['phoneNumberId'] ? 'number' : id === this.settings['wabaId'] ? 'account' : 'media'}/${edge}`
    return route === 'POST number/messages' ? this.#sending.answer(call) : (graphRoutes[route] ?? unknown)(call, this)
  }

  #file({ query }: GraphCall, isAllowed: boolean): Answered {
    const media = isAllowed ? this.media.behind(query.get('mid') ?? '') : undefined
    if (!isAllowed) return { status: 401 }
    return media ? { status: 200, body: media.content, type: media.mediaType } : { status: 404 }
  }
}

const unsent = (id: string, to: WhatsappCustomer): SentMessage => ({ id, to, isByPhone: true, reference: undefined, category: 'service', at: 0 })

function unknown(): never {
  throw new GraphError(100, 'Unsupported request. The object does not exist, or cannot be loaded due to missing permissions.', 33)
}
