import type { Server } from 'node:http'
import type { ChannelProfile } from '../../../src/modules/channels/adapters/profile.ts'
import type { DeliveryOptions } from '../deliveries.ts'
import type { DoubleLedger, ProviderDouble } from '../double.ts'
import { close, listen } from '../provider-server.ts'
import { ChatBook } from './chat-book.ts'
import type { Dialect } from './dialect.ts'
import { noFaults, type MessagingFaults } from './faults.ts'
import { FileShelf } from './file-shelf.ts'
import { MessagingApi } from './messaging-api.ts'
import { MessagingCustomer, type ShownMessage } from './messaging-customer.ts'
import { UpdateSender, type MessagingEvent } from './update-sender.ts'

export interface MessagingDoubleOptions {
  faults?: Partial<MessagingFaults>
  /** Its `tries` are the hour after which Meta ends the subscription. */
  deliveries?: DeliveryOptions
  /** In [0, 1), from a seed. */
  random?: () => number
  accountId?: string
  port?: number
}

/** Of Meta's own inbox, in which people of the company write by hand. */
const INBOX_APP = '26390203743090'

/** Messenger or Instagram with one account on it, and those who write to it. */
export class MessagingDouble implements ProviderDouble<MessagingFaults> {
  readonly kind: 'MESSENGER' | 'INSTAGRAM'
  readonly dialect: Dialect
  readonly faults: MessagingFaults
  readonly settings: Record<string, string>
  readonly accountId: string
  readonly account = { name: 'Farmacia Demo', username: 'farmacia.demo' }
  readonly updates: UpdateSender
  readonly book: ChatBook
  readonly files = new FileShelf(() => this.url)
  readonly signals: { to: string; action: string }[] = []
  /** Every call that came, refused ones too. */
  readonly calls: string[] = []
  readonly ledger: DoubleLedger & { accepted: DoubleLedger['accepted'][number][]; refused: DoubleLedger['refused'][number][] }
  readonly random: () => number
  url = ''
  #server?: Server
  #fields: string[] | null = null
  #offsetMs = 0
  readonly #customers = new Map<string, MessagingCustomer>()

  constructor(dialect: Dialect, { faults, deliveries, random = Math.random, accountId = '17841400008460056' }: MessagingDoubleOptions) {
    this.dialect = dialect
    this.kind = dialect.kind
    this.accountId = accountId
    this.faults = { ...noFaults(), ...faults }
    this.random = random
    this.settings = { [dialect.accountField]: accountId, appId: '1517776481860111', accessToken: 'EAADoubleToken', appSecret: 'double_app_secret' }
    this.book = new ChatBook({ id: accountId, name: this.account.name })
    this.updates = new UpdateSender({
      object: dialect.object, accountId, appSecret: this.settings['appSecret']!, faults: this.faults, random, now: this.now,
      deliveries: { retryMs: 5, longestMs: 40, tries: 12, ...deliveries },
    })
    this.ledger = { accepted: [], refused: [], sent: this.updates.sent }
  }

  async start(port?: number): Promise<this> {
    const api = new MessagingApi(this)
    const { url, server } = await listen(asked => api.answer(asked), port)
    this.url = url
    this.#server = server
    return this
  }

  get profile(): Partial<ChannelProfile> {
    return { baseUrl: this.url, mediaHosts: [], timeoutMs: 1500, reconcileMs: 1500, retries: { most: 8, longestMs: 500 }, limits: { conversationsPerSecond: this.faults.conversationsPerSecond } }
  }

  now = (): number => Date.now() + this.#offsetMs

  /** The double's clock runs ahead: windows close. */
  advance(ms: number): void {
    this.#offsetMs += ms
  }

  /** Saves the address in the app's settings, which asks it whether it knows the token. Which accounts are told there is said by a call. */
  async subscribe({ url, secret }: { url: string; secret: string }): Promise<void> {
    const challenge = String(Math.floor(this.random() * 1e9))
    const asked = new URL(url)
    for (const [name, value] of [['hub.mode', 'subscribe'], ['hub.challenge', challenge], ['hub.verify_token', secret]] as const) asked.searchParams.set(name, value)
    const answer = await fetch(asked)
    if (answer.status !== 200 || await answer.text() !== challenge) throw new Error('The callback URL or verify token couldn’t be validated.')
    this.updates.deliveries.to(url)
  }

  /** Nobody is told anything any more once something was not taken for an hour. */
  get subscribedFields(): readonly string[] | null {
    return this.updates.hasGivenUp ? null : this.#fields
  }

  setSubscription(fields: string[] | null): { success: true } {
    this.#fields = fields
    this.updates.beginAnew()
    return { success: true }
  }

  /** By who she is, or by the id that she has on this account. */
  customer(id = `person-${this.#customers.size}`): MessagingCustomer {
    const known = [...this.#customers.values()].find(customer => customer.person === id || customer.id === id)
    if (known) return known
    const customer = new MessagingCustomer(id, this)
    this.#customers.set(customer.id, customer)
    return customer
  }

  known = (id: string): MessagingCustomer | undefined => this.#customers.get(id)

  hearsRef = (): boolean => this.random() >= this.faults.dropRef

  /** Something a person did. Told only while the account is subscribed to it; it happened all the same. */
  happens(what: string, customer: MessagingCustomer, event: MessagingEvent, id = `${what}:${customer.id}:${this.now()}`): string {
    if (what === 'message' || what === 'postback') customer.lastWroteAt = this.now()
    this.#tell(what, id, { sender: { id: customer.id }, recipient: { id: this.accountId }, timestamp: this.now(), ...event })
    return id
  }

  /** A message of a person's goes into the book, where the Conversations API finds it. */
  keep(customer: MessagingCustomer, { text, file }: { text: string; file?: { name: string; mediaType: string; content: Buffer; url: string } }): string {
    const id = this.dialect.newMid()
    const attachments = file ? [{ id: '1', mime_type: file.mediaType, name: file.name, size: file.content.length, ...(file.mediaType.startsWith('image/') ? { image_data: { url: file.url } } : { file_url: file.url }) }] : []
    this.book.keep(this.#named(customer), { id, at: this.now(), isOurs: false, text, attachments })
    return id
  }

  /** A send of ours arrives, and comes back as an echo. */
  accept(to: MessagingCustomer, { body, shown }: { body: Record<string, any>; shown: Omit<ShownMessage, 'id' | 'at' | 'raw'> }): string {
    const id = this.#out(to, shown.text)
    const reference = body['message'].metadata as string | undefined
    to.inbox.push({ id, at: new Date(this.now()), raw: body, ...shown })
    this.ledger.accepted.push({ id, to: to.id, text: shown.text, at: new Date(this.now()), ...(reference !== undefined && { reference }) })
    this.#echo(to, { mid: id, text: shown.text, app_id: Number(this.settings['appId']), ...(reference !== undefined && { metadata: reference }) })
    if (this.kind === 'MESSENGER') this.happens('delivery', to, { delivery: { mids: [id], watermark: this.now() } }, `delivery:${id}`)
    return id
  }

  /** Somebody of the company writes in Meta's own inbox. */
  writesByHand(to: MessagingCustomer, text: string): string {
    const id = this.#out(to, text)
    this.#echo(to, { mid: id, text, app_id: Number(INBOX_APP) })
    return id
  }

  settled(): Promise<void> {
    return this.updates.settled()
  }

  async stop(): Promise<void> {
    await this.updates.deliveries.stop()
    if (this.#server) await close(this.#server)
  }

  #out(to: MessagingCustomer, text: string): string {
    const id = this.dialect.newMid()
    this.book.keep(this.#named(to), { id, at: this.now(), isOurs: true, text, attachments: [] })
    return id
  }

  #echo(to: MessagingCustomer, message: Record<string, unknown>): void {
    this.#tell('echo', `echo:${message['mid']}`, { sender: { id: this.accountId }, recipient: { id: to.id }, timestamp: this.now(), message: { is_echo: true, ...message } })
  }

  #tell(what: string, id: string, event: MessagingEvent): void {
    if (this.subscribedFields?.includes(this.dialect.fields[what]!)) this.updates.tell(id, event)
  }

  #named = ({ id, profile }: MessagingCustomer) => ({ id, name: profile.name, ...(this.kind === 'INSTAGRAM' && { username: profile.username }) })
}
