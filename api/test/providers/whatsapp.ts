import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ChannelProfile } from '../../src/modules/channels/adapters/profile.ts'
import type { DeliveryOptions } from './deliveries.ts'
import type { DoubleLedger, ProviderDouble } from './double.ts'
import { close, listen, type Answered, type Asked } from './provider-server.ts'
import { WhatsappCustomer, type CustomerWorld } from './whatsapp/customer.ts'
import { demoTemplates } from './whatsapp/demo-templates.ts'
import { noFaults, type WhatsappFaults } from './whatsapp/faults.ts'
import { jsonOf, ok, type Body, type GraphCall } from './whatsapp/graph-call.ts'
import { GraphError } from './whatsapp/graph-error.ts'
import { graphRoutes } from './whatsapp/graph-routes.ts'
import { MediaStore } from './whatsapp/media-store.ts'
import { checkMessage } from './whatsapp/message-rules.ts'
import { RateMeter } from './whatsapp/rates.ts'
import { mediaIdsOf, shownOf } from './whatsapp/shown.ts'
import { statusOf, type SentMessage } from './whatsapp/status-teller.ts'
import { TemplateRegistry, type RegisteredTemplate, type Rendered } from './whatsapp/template-registry.ts'
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

const HOUR = 3_600_000

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
  readonly signals: { messageId: string; isTyping: boolean }[] = []
  /** Ids of messages that were accepted, of which the sender was not told so. */
  readonly untold: string[] = []
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
  readonly #messages = new Map<string, SentMessage>()
  readonly #meter = new RateMeter()
  readonly #ledger = { accepted: [] as DoubleLedger['accepted'][number][], refused: [] as DoubleLedger['refused'][number][] }
  #offsetMs = 0

  constructor({ faults, deliveries, random = Math.random, phone = '18095550001' }: WhatsappDoubleOptions) {
    this.faults = { ...noFaults(), ...faults }
    this.#random = random
    this.phone = phone
    this.media = new MediaStore(() => this.#now())
    this.settings = { phoneNumberId: '106540352242922', wabaId: '102290129340398', accessToken: 'EAADoubleToken', appSecret: 'double_app_secret' }
    this.webhook = new WebhookSender({ wabaId: this.settings['wabaId']!, appSecret: this.settings['appSecret']!, faults: this.faults, random, deliveries })
    for (const template of demoTemplates) this.templates.add(template)
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
      tellStatus: (customer, id, status) => this.#tellStatus(this.#messages.get(id) ?? unsent(id, customer), status),
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
    if (!isAllowed) throw this.#refused(new GraphError(190, 'Error validating access token: the session has been invalidated.'))
    const [version, id = '', edge = ''] = call.path
    if (!/^v\d+\.\d+$/.test(version!)) throw new GraphError(2500, 'An active access token must be used to query information about the current user.')
    const route = `${call.method} ${id === this.settings['phoneNumberId'] ? 'number' : id === this.settings['wabaId'] ? 'account' : 'media'}/${edge}`
    return route === 'POST number/messages' ? this.#messagesCall(call) : (graphRoutes[route] ?? unknown)(call, this)
  }

  #file({ query }: GraphCall, isAllowed: boolean): Answered {
    const media = isAllowed ? this.media.behind(query.get('mid') ?? '') : undefined
    if (!isAllowed) return { status: 401 }
    return media ? { status: 200, body: media.content, type: media.mediaType } : { status: 404 }
  }

  async #messagesCall(call: GraphCall): Promise<Answered> {
    const body = jsonOf(call)
    try {
      return body['status'] === 'read' ? this.#signalled(body) : await this.#sent(body)
    } catch (error) {
      throw error instanceof GraphError ? this.#refused(error) : error
    }
  }

  #refused(error: GraphError): GraphError {
    this.#ledger.refused.push({ code: String(error.code), at: new Date(this.#now()) })
    return error
  }

  #signalled({ message_id: messageId, typing_indicator: typing }: Body): Answered {
    if (!this.webhook.sent.has(String(messageId))) throw new GraphError(131009, 'There is no such message.')
    this.signals.push({ messageId: String(messageId), isTyping: typing !== undefined })
    return ok({ success: true })
  }

  async #sent(body: Body): Promise<Answered> {
    const { faults } = this
    if (faults.refuse && this.#random() < faults.refuse.share) throw new GraphError(faults.refuse.code, 'The double was told to refuse.')
    checkMessage(body)
    const to = this.#recipient(body)
    const rendered = body['type'] === 'template' ? this.templates.render(body['template'] as object, { isBusinessScoped: body['to'] === undefined }) : undefined
    const media = mediaIdsOf(body, rendered).map(id => this.media.find(id) ?? noMedia(id))
    this.#meter.take(to.phone, this.#now(), faults)
    const isClosed = !rendered && this.#now() - to.lastWroteAt > 24 * HOUR
    const tooLate = new GraphError(131047, 'Message failed to send because more than 24 hours have passed since the customer last replied to this number.')
    if (isClosed && faults.windowTold === 'ANSWER') throw tooLate
    const message = this.#accept(body, { to, rendered })
    const failure = isClosed ? tooLate : this.#failureOf(to)
    if (!failure) this.#arrive(message, body, shownOf(body, { rendered, media }))
    this.#tellFate(message, failure)
    return this.#answered(message, body)
  }

  #failureOf(to: WhatsappCustomer): GraphError | undefined {
    const { failLater } = this.faults
    if (!to.isReachable) return new GraphError(131026, 'Message undeliverable.')
    return failLater && this.#random() < failLater.share ? new GraphError(failLater.code, 'The double was told to fail it.') : undefined
  }

  #recipient({ to, recipient }: Body): WhatsappCustomer {
    if (to !== undefined) return this.customer(String(to))
    return [...this.#customers.values()].find(({ userId }) => userId === recipient) ?? nobody(String(recipient))
  }

  #accept(body: Body, { to, rendered }: { to: WhatsappCustomer; rendered?: Rendered }): SentMessage {
    const reference = body['biz_opaque_callback_data'] as string | undefined
    const message = { id: newWamid(), to, isByPhone: body['to'] !== undefined, reference, category: rendered?.template.category.toLowerCase() ?? 'service', at: this.#now() }
    this.#messages.set(message.id, message)
    return message
  }

  #arrive({ id, to, reference }: SentMessage, raw: Body, shown: ReturnType<typeof shownOf>): void {
    const at = new Date(this.#now())
    to.inbox.push({ id, at, raw, isRead: false, ...shown })
    this.#ledger.accepted.push({ id, to: to.phone, text: shown.text, at, ...(reference !== undefined && { reference }) })
  }

  #tellFate(message: SentMessage, failure: GraphError | undefined): void {
    const { faults } = this
    if (failure) return this.#tellStatus(message, 'failed', failure)
    const statuses: ('sent' | 'delivered')[] = this.#random() < faults.dropDelivered ? ['sent'] : ['sent', 'delivered']
    const order = faults.shufflesStatuses && this.#random() < 0.5 ? statuses.toReversed() : statuses
    for (const status of order) this.#tellStatus(message, status)
  }

  async #answered({ id, to }: SentMessage, body: Body): Promise<Answered> {
    const { faults } = this
    // A receiver that takes nothing must not keep the answer back for ever.
    if (faults.statusBeforeAnswer) await Promise.race([this.settled(), sleep(1000)])
    if (faults.answerAfterMs > 0) await sleep(faults.answerAfterMs)
    const isSilent = this.#random() < faults.silentAfterAccepting
    const isFailed = !isSilent && this.#random() < faults.failAfterAccepting
    if (isSilent || isFailed) this.untold.push(id)
    if (isSilent) return 'HANG_UP'
    if (isFailed) return { status: 500, body: new GraphError(131000, 'Something went wrong.').answer() }
    const contact = { input: String(body['to'] ?? body['recipient']), ...(to.names === 'BSUID' ? { user_id: to.userId } : { wa_id: to.phone }) }
    const isTemplate = body['type'] === 'template'
    return ok({ messaging_product: 'whatsapp', contacts: [contact], messages: [{ id, ...(isTemplate && { message_status: 'accepted' }) }] })
  }
}

const newWamid = () => `wamid.${Buffer.concat([Buffer.from('HBgM'), randomBytes(24)]).toString('base64')}`
const unsent = (id: string, to: WhatsappCustomer): SentMessage => ({ id, to, isByPhone: true, reference: undefined, category: 'service', at: 0 })

function unknown(): never {
  throw new GraphError(100, 'Unsupported request. The object does not exist, or cannot be loaded due to missing permissions.', 33)
}

function noMedia(id: string): never {
  throw new GraphError(131009, `There is no media ${id}.`)
}

function nobody(userId: string): never {
  throw new GraphError(131026, `Nobody is known as ${userId}.`)
}
