import { randomInt } from 'node:crypto'
import type { Server } from 'node:http'
import type { ChannelProfile } from '../../src/modules/channels/adapters/profile.ts'
import { Deliveries } from './deliveries.ts'
import type { DoubleLedger, ProviderDouble } from './double.ts'
import { close, listen } from './provider-server.ts'
import { TelegramApi } from './telegram-api.ts'
import { TelegramCustomer } from './telegram-customer.ts'
import { TelegramLimits } from './telegram-limits.ts'

/** What may be made to go wrong, each until it is set otherwise; numbers count down. */
export interface TelegramFaults {
  /** Sends that arrive without an answer. */
  silentAfterAccepting: number
  /** Calls that are answered 502 by something that knows no JSON, and do nothing. */
  failing: number
  /** Calls that are answered 429, whatever the limits. */
  tooMany: number
  retryAfter: number
  /** The header with our secret. */
  secret: 'RIGHT' | 'WRONG' | 'MISSING'
  /** Each update is sent from 1 to this many times, with the same `update_id`. */
  copies: number
  isShuffled: boolean
  /** After a week of silence the next number is a random one: this many updates will jump. */
  jumps: number
  /** The token was revoked. */
  isRevoked: boolean
}

/** Something that happens to the bot. */
export interface TelegramUpdate extends Record<string, unknown> { update_id: number }

export interface TelegramOptions {
  random?: () => number
  /** One message each in one chat, after a few at once; and so many a second for the whole bot. */
  chatEveryMs?: number
  chatBurst?: number
  perSecond?: number
  retryMs?: number
  port?: number
}

/** The Bot API with one bot. */
export class TelegramDouble implements ProviderDouble<TelegramFaults> {
  readonly kind = 'TELEGRAM'
  readonly faults: TelegramFaults = {
    silentAfterAccepting: 0, failing: 0, tooMany: 0, retryAfter: 1, secret: 'RIGHT', copies: 1, isShuffled: false, jumps: 0, isRevoked: false,
  }
  readonly settings: Record<string, string> = { botToken: '7000000001:AAtest_token-of-35-characters_000000', botUsername: 'tienda_bot' }
  readonly ledger = { accepted: [] as DoubleLedger['accepted'][number][], refused: [] as DoubleLedger['refused'][number][], sent: new Set<string>() }
  readonly customers = new Map<string, TelegramCustomer>()
  readonly files = new Map<string, { path: string; content: Buffer; size: number }>()
  readonly updates: TelegramUpdate[] = []
  /** Taps whose phones do not wait any more. */
  readonly answered = new Set<string>()
  readonly actions: { chat: string; action: string }[] = []
  readonly deliveries: Deliveries
  readonly limits: TelegramLimits
  readonly random: () => number
  webhook: { url: string; secret: string; allowed: string[] | null; connections: number } | null = null
  url = ''
  #server?: Server
  #updateId = randomInt(1e8, 1e9)

  private constructor({ random = Math.random, retryMs = 50, ...limits }: TelegramOptions) {
    this.random = random
    this.limits = new TelegramLimits(limits)
    this.deliveries = new Deliveries({ retryMs, longestMs: retryMs * 20 })
  }

  static async start(options: TelegramOptions = {}): Promise<TelegramDouble> {
    const { port, ...rest } = options
    const double = new TelegramDouble(rest)
    const api = new TelegramApi(double)
    const { url, server } = await listen(asked => api.answer(asked), port)
    double.url = url
    double.#server = server
    return double
  }

  get profile(): Partial<ChannelProfile> {
    return { baseUrl: this.url, timeoutMs: 2000, reconcileMs: 200, limits: {} }
  }

  /** The administrator pastes nothing: `connect` of the adapter does this with a call. */
  async subscribe({ url, secret }: { url: string; secret: string }): Promise<void> {
    this.setWebhook({ url, secret, allowed: ['message', 'edited_message', 'callback_query', 'message_reaction', 'my_chat_member'], connections: 40 })
  }

  setWebhook(webhook: NonNullable<TelegramDouble['webhook']>): void {
    this.webhook = webhook
    this.deliveries.options = { ...this.deliveries.options, atOnce: webhook.connections }
    this.deliveries.to(webhook.url)
  }

  customer(id = String(5_000_000_000_000 + this.customers.size)): TelegramCustomer {
    const known = this.customers.get(id) ?? new TelegramCustomer(id, this)
    this.customers.set(id, known)
    return known
  }

  /** Tells the bot, if it asked for this kind; `id` is what the adapter knows it by. */
  happens(kind: string, what: Record<string, unknown>, id?: string): number {
    this.#updateId = this.faults.jumps > 0 ? (this.faults.jumps--, randomInt(1e8, 2e9)) : this.#updateId + 1
    const update = { update_id: this.#updateId, [kind]: what }
    const byDefault = !['message_reaction', 'message_reaction_count', 'chat_member'].includes(kind)
    if (!(this.webhook?.allowed?.includes(kind) ?? byDefault)) return this.#updateId
    this.updates.push(update)
    this.ledger.sent.add(id ?? `update:${update.update_id}`)
    this.#deliver(update)
    return this.#updateId
  }

  /** Of what was not taken, and of what was sent at all. */
  get waiting(): number {
    return this.updates.length - this.deliveries.answers.filter(status => status === 200).length
  }

  #deliver(update: TelegramUpdate) {
    const { copies, isShuffled, secret } = this.faults
    this.deliveries.options = { ...this.deliveries.options, copies, isShuffled, random: this.random }
    const known = secret === 'WRONG' ? 'somebody-elses' : this.webhook?.secret ?? ''
    const header: Record<string, string> = secret === 'MISSING' || !known ? {} : { 'x-telegram-bot-api-secret-token': known }
    this.deliveries.push({ headers: { 'content-type': 'application/json', ...header }, body: JSON.stringify(update) })
  }

  settled(): Promise<void> {
    return this.deliveries.settled()
  }

  async stop(): Promise<void> {
    await this.deliveries.stop()
    if (this.#server) await close(this.#server)
  }
}
