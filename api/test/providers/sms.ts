import { createHmac, randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import type { ChannelProfile } from '../../src/modules/channels/adapters/profile.ts'
import { Deliveries } from './deliveries.ts'
import type { DoubleLedger, ProviderDouble } from './double.ts'
import { close, listen } from './provider-server.ts'
import { SmsApi } from './sms-api.ts'
import { SmsCustomer } from './sms-customer.ts'
import type { KeptSms } from './sms-message.ts'

/** What may be made to go wrong, each until it is set otherwise; numbers count down. */
export interface SmsFaults {
  /** Sends that are accepted, and delivered, without an answer. */
  silentAfterAccepting: number
  /** Sends that are answered 500 and not accepted. */
  failing: number
  /** Sends that are answered 429. */
  tooMany: number
  /** Told to how many seconds of waiting. */
  retryAfter: number
  /** Statuses arrive in another order than they happened. */
  isShuffled: boolean
  /** How often each status and message is told: from 1 to this many times. */
  copies: number
  /** Messages that end as `undelivered`, with this code. */
  undelivered: string | null
  /** Nobody hears what becomes of messages. */
  isMute: boolean
  /** What we are told is signed with another token, or not at all. */
  signature: 'RIGHT' | 'WRONG' | 'MISSING'
  /** The token was changed. */
  isLockedOut: boolean
}

const ids = { account: 'AC00000000000000000000000000000001', service: 'MG00000000000000000000000000000001' }

/** Twilio's part that carries SMS. It tells everything once: what is not taken then stands in its list alone. */
export class SmsDouble implements ProviderDouble<SmsFaults> {
  readonly kind = 'SMS'
  readonly faults: SmsFaults = {
    silentAfterAccepting: 0, failing: 0, tooMany: 0, retryAfter: 1, isShuffled: false, copies: 1, undelivered: null, isMute: false,
    signature: 'RIGHT', isLockedOut: false,
  }
  readonly settings: Record<string, string> = { accountSid: ids.account, authToken: 'test_auth_token', from: '+18095550002', mms: 'no' }
  readonly serviceSid = ids.service
  readonly messages: KeptSms[] = []
  readonly optedOut = new Set<string>()
  readonly customers = new Map<string, SmsCustomer>()
  readonly ledger = { accepted: [] as DoubleLedger['accepted'][number][], refused: [] as DoubleLedger['refused'][number][], sent: new Set<string>() }
  /** Inbound messages, and statuses, each told once and no more. */
  readonly deliveries = new Deliveries({ tries: 1, retryMs: 0 })
  readonly random: () => number
  webhookUrl = ''
  url = ''
  /** Where files lie: another address, as with Twilio. */
  filesUrl = ''
  #servers: Server[] = []
  readonly #callbacks = new Map<string, Deliveries>()

  private constructor(random: () => number) {
    this.random = random
  }

  static async start({ random = Math.random, port, filesPort }: { random?: () => number; port?: number; filesPort?: number } = {}): Promise<SmsDouble> {
    const double = new SmsDouble(random)
    const api = new SmsApi(double)
    const [rest, files] = await Promise.all([listen(asked => api.answer(asked), port), listen(asked => api.file(asked), filesPort)])
    Object.assign(double, { url: rest.url, filesUrl: files.url })
    double.#servers = [rest.server, files.server]
    return double
  }

  get profile(): Partial<ChannelProfile> {
    return { baseUrl: this.url, mediaHosts: [new URL(this.filesUrl).host], timeoutMs: 2000, reconcileMs: 500, perSecond: 100, limits: { messagingUrl: this.url } }
  }

  /** Twilio asks nothing: the administrator pastes the address. */
  async subscribe({ url }: { url: string; secret: string }): Promise<void> {
    this.webhookUrl = url
    this.deliveries.to(url)
  }

  customer(id = `+1809${String(5551000 + this.customers.size)}`): SmsCustomer {
    const known = this.customers.get(id) ?? new SmsCustomer(id, this)
    this.customers.set(id, known)
    return known
  }

  /** One request to a webhook of ours, signed as Twilio signs. */
  tell(url: string, params: Record<string, string>): void {
    const deliveries = url === this.webhookUrl ? this.deliveries : this.#callbackTo(url)
    deliveries.options = { ...deliveries.options, copies: this.faults.copies, isShuffled: this.faults.isShuffled, random: this.random }
    const headers: Record<string, string> = { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8', 'i-twilio-idempotency-token': randomBytes(16).toString('hex') }
    if (this.faults.signature !== 'MISSING') headers['x-twilio-signature'] = this.signature(url, params)
    deliveries.push({ headers, body: new URLSearchParams(params).toString() })
  }

  signature(url: string, params: Record<string, string>): string {
    const token = this.faults.signature === 'WRONG' ? 'somebody_elses_token' : this.settings.authToken!
    const text = url + Object.entries(params).toSorted(([a], [b]) => (a < b ? -1 : 1)).flat().join('')
    return createHmac('sha1', token).update(text).digest('base64')
  }

  async settled(): Promise<void> {
    for (const deliveries of [this.deliveries, ...this.#callbacks.values()]) await deliveries.settled()
  }

  async stop(): Promise<void> {
    for (const deliveries of [this.deliveries, ...this.#callbacks.values()]) await deliveries.stop()
    await Promise.all(this.#servers.splice(0).map(close))
  }

  #callbackTo(url: string): Deliveries {
    const known = this.#callbacks.get(url) ?? new Deliveries({ tries: 1, retryMs: 0 })
    if (!this.#callbacks.has(url)) known.to(url)
    this.#callbacks.set(url, known)
    return known
  }
}
