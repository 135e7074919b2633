import { createHmac } from 'node:crypto'
import { Deliveries, type DeliveryOptions } from '../deliveries.ts'
import { escaped } from '../whatsapp/webhook-sender.ts'
import type { MessagingFaults } from './faults.ts'

export type MessagingEvent = Record<string, unknown>

interface SenderOptions {
  object: string
  accountId: string
  appSecret: string
  faults: MessagingFaults
  random: () => number
  now: () => number
  /** Its `tries` are the hour after which Meta ends the subscription. */
  deliveries: DeliveryOptions
}

/** Puts events into bodies, signs the bytes, and sends them until the hour is over. */
export class UpdateSender {
  readonly deliveries: Deliveries
  readonly sent = new Set<string>()
  readonly #options: SenderOptions
  #waiting: MessagingEvent[] = []
  #flushing?: Promise<void>
  #forgiven = 0

  constructor(options: SenderOptions) {
    this.#options = options
    this.deliveries = new Deliveries({ random: options.random, ...options.deliveries })
  }

  /** Whether something was not taken for the whole hour since the last subscription. */
  get hasGivenUp(): boolean {
    return this.deliveries.givenUp.length > this.#forgiven
  }

  beginAnew(): void {
    this.#forgiven = this.deliveries.givenUp.length
  }

  tell(id: string, event: MessagingEvent): void {
    this.sent.add(id)
    this.#waiting.push(event)
    // What happens in one turn goes together, as far as batches are allowed.
    this.#flushing ??= Promise.resolve().then(() => this.#flush())
  }

  async settled(): Promise<void> {
    while (this.#flushing) await this.#flushing
    await this.deliveries.settled()
  }

  /** A body that is signed as it should be. */
  signed(body: string): { headers: Record<string, string>; body: Buffer } {
    const bytes = Buffer.from(body)
    const digest = createHmac('sha256', this.#options.appSecret).update(bytes).digest('hex')
    return { headers: { 'content-type': 'application/json', 'user-agent': 'facebookexternalua', 'x-hub-signature-256': `sha256=${digest}` }, body: bytes }
  }

  #flush() {
    const { faults, random, deliveries } = this.#options
    this.#flushing = undefined
    this.deliveries.options = { random, ...deliveries, copies: faults.copies, isShuffled: faults.isShuffled, ...(this.deliveries.options.tries === 0 && { tries: 0 }) }
    while (this.#waiting.length > 0) {
      const body = JSON.stringify(this.#envelope(this.#waiting.splice(0, faults.batch)))
      const isEscaped = faults.unicode === 'ESCAPED' || (faults.unicode === 'BOTH' && random() < 0.5)
      this.deliveries.push(this.signed(isEscaped ? escaped(body) : body))
    }
  }

  /** Some events share an entry, others have one of their own. */
  #envelope(events: readonly MessagingEvent[]): object {
    const { accountId: id, object, random, now } = this.#options
    const groups: MessagingEvent[][] = []
    for (const event of events) {
      if (groups.length > 0 && random() < 0.5) groups.at(-1)!.push(event)
      else groups.push([event])
    }
    return { object, entry: groups.map(messaging => ({ id, time: now(), messaging })) }
  }
}
