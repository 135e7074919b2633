import { shallowReactive } from 'vue'
import type { ThreadAttachment_AttachmentFragment as Attachment } from '../contract/graphql.ts'

/** Why it was not taken, in the words of the contract; UNREACHABLE is no refusal and is tried again. */
export interface Refusal { reason: string; colleague?: string; field?: string; block?: string }
export type Delivery = { outcome: 'SENT' } | { outcome: 'UNREACHABLE' } | ({ outcome: 'REFUSED' } & Refusal)

export interface Outgoing {
  clientId: string
  conversationId: string
  kind: 'REPLY' | 'NOTE'
  text: string
  attachments: Attachment[]
  at: string
  state: 'WAITING' | 'SENDING' | 'REFUSED'
  refusal?: Refusal
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>
export interface OutboxOptions {
  /** Distinguishes people who share a browser. */
  owner: string
  shelf: Shelf
  send(outgoing: Outgoing): Promise<Delivery>
  /** Runs when it may be tried again. */
  later(fn: () => void, attempt: number): void
}

/** What was written and is not yet known to be stored. It outlives a reload, and keeps its id, so it is sent once. */
export class Outbox {
  private readonly held = shallowReactive(new Map<string, Outgoing>())
  private readonly sending = new Set<string>()
  private readonly options: OutboxOptions
  private attempt = 0

  constructor(options: OutboxOptions) {
    this.options = options
    this.recall().forEach(outgoing => this.held.set(outgoing.clientId, outgoing))
  }

  of(conversationId: string) {
    return [...this.held.values()].filter(outgoing => outgoing.conversationId === conversationId)
  }

  add(outgoing: Omit<Outgoing, 'state'>) {
    this.keep({ ...outgoing, state: 'WAITING' })
    return this.deliver(outgoing.conversationId)
  }

  retry(clientId: string) {
    const outgoing = this.held.get(clientId)
    if (!outgoing) return
    this.keep({ ...outgoing, state: 'WAITING', refusal: undefined })
    return this.deliver(outgoing.conversationId)
  }

  discard(clientId: string) {
    this.held.delete(clientId)
    this.options.shelf.removeItem(this.keyOf(clientId))
  }

  deliverAll() {
    const conversations = new Set([...this.held.values()].map(outgoing => outgoing.conversationId))
    return Promise.all([...conversations].map(id => this.deliver(id)))
  }

  /** One after the other, so that they arrive in the order in which they were written. */
  private async deliver(conversationId: string): Promise<void> {
    if (this.sending.has(conversationId)) return
    this.sending.add(conversationId)
    let next: Outgoing | undefined
    while ((next = this.of(conversationId).find(({ state }) => state === 'WAITING'))) {
      if (!await this.deliverOne(next)) break
    }
    this.sending.delete(conversationId)
  }

  private async deliverOne(outgoing: Outgoing): Promise<boolean> {
    this.held.set(outgoing.clientId, { ...outgoing, state: 'SENDING' })
    const delivery = await this.options.send(outgoing)
    if (delivery.outcome === 'UNREACHABLE') return this.postpone(outgoing)
    this.attempt = 0
    if (delivery.outcome === 'SENT') this.discard(outgoing.clientId)
    else this.keep({ ...outgoing, state: 'REFUSED', refusal: delivery })
    return true
  }

  private postpone(outgoing: Outgoing) {
    this.keep(outgoing)
    this.options.later(() => void this.deliver(outgoing.conversationId), this.attempt++)
    return false
  }

  private keep(outgoing: Outgoing) {
    this.held.set(outgoing.clientId, outgoing)
    this.options.shelf.setItem(this.keyOf(outgoing.clientId), JSON.stringify(outgoing))
  }

  private keyOf(clientId: string) { return `botpro-outgoing:${this.options.owner}:${clientId}` }

  private recall(): Outgoing[] {
    const { shelf } = this.options
    return Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '')
      .filter(key => key.startsWith(this.keyOf('')))
      .map(key => JSON.parse(shelf.getItem(key)!) as Outgoing)
      .sort((a, b) => (a.at < b.at ? -1 : 1))
  }
}
