import { createHmac } from 'node:crypto'
import { Deliveries, type DeliveryOptions } from '../deliveries.ts'

/** Something that happened, on its way to the webhook. */
export interface Told {
  /** Each once in the ledger. */
  id: string
  field: string
  value: Record<string, unknown>
  /** Of account-level fields, whose values have no metadata. */
  time?: number
}

export interface TellingFaults {
  /** Updates in one POST, at most. */
  batch: number
  /** Letters beyond ASCII as `\u00f1`, as themselves, or one way now and the other then. */
  unicode: 'ESCAPED' | 'LITERAL' | 'BOTH'
}

interface SenderOptions {
  wabaId: string
  appSecret: string
  faults: TellingFaults
  random: () => number
  deliveries?: DeliveryOptions
}

/** Puts updates into bodies, signs the bytes, and sends them until they are taken. */
export class WebhookSender {
  readonly deliveries: Deliveries
  readonly sent = new Set<string>()
  readonly #options: SenderOptions
  #waiting: Told[] = []
  #flushing?: Promise<void>

  constructor(options: SenderOptions) {
    this.#options = options
    this.deliveries = new Deliveries({ random: options.random, ...options.deliveries })
  }

  tell(...told: Told[]): void {
    for (const { id } of told) this.sent.add(id)
    this.#waiting.push(...told)
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

  envelope(all: readonly Told[]): object {
    const entries = grouped(all, this.#options.random).map(group => ({
      id: this.#options.wabaId, ...(group[0]!.time && { time: group[0]!.time }), changes: merged(group, this.#options.random),
    }))
    return { object: 'whatsapp_business_account', entry: entries }
  }

  #flush() {
    const { faults, random } = this.#options
    this.#flushing = undefined
    while (this.#waiting.length > 0) {
      const all = this.#waiting.splice(0, faults.batch)
      const isEscaped = faults.unicode === 'ESCAPED' || (faults.unicode === 'BOTH' && random() < 0.5)
      const body = JSON.stringify(this.envelope(all))
      this.deliveries.push(this.signed(isEscaped ? escaped(body) : body))
    }
  }
}

const HOUR_S = 3600

/** Meta's patience, so many times as fast: at once, then ever more rarely, and after seven days no more. */
export function sevenDays(speed: number): DeliveryOptions {
  const [firstS, longestS] = [1, 6 * HOUR_S]
  let [tries, passedS] = [1, 0]
  for (let waitS = firstS; passedS < 7 * 24 * HOUR_S; waitS = Math.min(waitS * 2, longestS)) {
    passedS += waitS
    tries++
  }
  return { retryMs: firstS * 1000 / speed, longestMs: longestS * 1000 / speed, tries }
}

/** As Meta writes JSON: letters beyond ASCII in small hexadecimal, and slashes escaped. */
export const escaped = (json: string): string =>
  json.replace(/[\u007f-\uffff]/g, letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).replaceAll('/', '\\/')

/** Account-level updates have an entry of their own; of the others some share one. */
function grouped(all: readonly Told[], random: () => number): Told[][] {
  const groups: Told[][] = []
  for (const told of all) {
    const last = groups.at(-1)
    if (last && !told.time && !last[0]!.time && random() < 0.7) last.push(told)
    else groups.push([told])
  }
  return groups
}

/** Neighbours of the same kind now and then share one value, with all their contacts. */
function merged(group: readonly Told[], random: () => number): object[] {
  const changes: { field: string; value: Record<string, unknown> }[] = []
  for (const { field, value } of group) {
    const last = changes.at(-1)
    const [kind] = ['messages', 'statuses', 'message_echoes'].filter(name => name in value)
    if (last && kind && last.field === field && kind in last.value && random() < 0.6) {
      last.value = { ...last.value, [kind]: [...last.value[kind] as unknown[], ...value[kind] as unknown[]] }
      if (value['contacts']) last.value['contacts'] = unlike([...last.value['contacts'] as object[] ?? [], ...value['contacts'] as object[]])
    } else {
      changes.push({ field, value })
    }
  }
  return changes
}

const unlike = (contacts: object[]) => [...new Map(contacts.map(contact => [JSON.stringify(contact), contact])).values()]
