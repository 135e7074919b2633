import { setTimeout as sleep } from 'node:timers/promises'
import type { DoubleLedger } from '../double.ts'
import type { Answered } from '../provider-server.ts'
import { newWamid } from './wamid.ts'
import type { WhatsappCustomer } from './customer.ts'
import type { WhatsappFaults } from './faults.ts'
import { jsonOf, ok, type Body, type GraphCall } from './graph-call.ts'
import { GraphError } from './graph-error.ts'
import type { MediaStore } from './media-store.ts'
import { checkMessage } from './message-rules.ts'
import { RateMeter } from './rates.ts'
import { mediaIdsOf, shownOf } from './shown.ts'
import type { SentMessage } from './status-teller.ts'
import type { Rendered, TemplateRegistry } from './template-registry.ts'
import type { WebhookSender } from './webhook-sender.ts'

const HOUR = 3_600_000

/** What sending needs of the double. */
export interface SendingWorld {
  faults: WhatsappFaults
  random: () => number
  now: () => number
  ledger: { accepted: DoubleLedger['accepted'][number][]; refused: DoubleLedger['refused'][number][] }
  templates: TemplateRegistry
  media: MediaStore
  webhook: WebhookSender
  customer(phone: string): WhatsappCustomer
  customerCalled(userId: string): WhatsappCustomer | undefined
  tellStatus(message: SentMessage, status: 'sent' | 'delivered' | 'failed', error?: GraphError): void
}

/** `POST /<number>/messages`: what the business writes, and what becomes of it. */
export class MessageSending {
  readonly signals: { messageId: string; isTyping: boolean }[] = []
  readonly #world: SendingWorld
  readonly #messages = new Map<string, SentMessage>()
  readonly #meter = new RateMeter()

  constructor(world: SendingWorld) {
    this.#world = world
  }

  sent(id: string): SentMessage | undefined {
    return this.#messages.get(id)
  }

  async answer(call: GraphCall): Promise<Answered> {
    const body = jsonOf(call)
    try {
      return body['status'] === 'read' ? this.#signalled(body) : await this.#sent(body)
    } catch (error) {
      throw error instanceof GraphError ? this.refused(error) : error
    }
  }

  refused(error: GraphError): GraphError {
    this.#world.ledger.refused.push({ code: String(error.code), at: new Date(this.#world.now()) })
    return error
  }

  #signalled({ message_id: messageId, typing_indicator: typing }: Body): Answered {
    if (!this.#world.webhook.sent.has(String(messageId))) throw new GraphError(131009, 'There is no such message.')
    this.signals.push({ messageId: String(messageId), isTyping: typing !== undefined })
    return ok({ success: true })
  }

  async #sent(body: Body): Promise<Answered> {
    const { faults } = this.#world
    if (faults.refuse && this.#world.random() < faults.refuse.share) throw new GraphError(faults.refuse.code, 'The double was told to refuse.')
    checkMessage(body)
    const to = this.#recipient(body)
    const rendered = body['type'] === 'template' ? this.#world.templates.render(body['template'] as object, { isBusinessScoped: body['to'] === undefined }) : undefined
    const media = mediaIdsOf(body, rendered).map(id => this.#world.media.find(id) ?? noMedia(id))
    this.#meter.take(to.phone, this.#world.now(), faults)
    const isClosed = !rendered && this.#world.now() - to.lastWroteAt > 24 * HOUR
    const tooLate = new GraphError(131047, 'Message failed to send because more than 24 hours have passed since the customer last replied to this number.')
    if (isClosed && faults.windowTold === 'ANSWER') throw tooLate
    const message = this.#accept(body, { to, rendered })
    const failure = isClosed ? tooLate : this.#failureOf(to)
    if (!failure) this.#arrive(message, body, shownOf(body, { rendered, media }))
    this.#tellFate(message, failure)
    return this.#answered(message, body)
  }

  #failureOf(to: WhatsappCustomer): GraphError | undefined {
    const { failLater } = this.#world.faults
    if (!to.isReachable) return new GraphError(131026, 'Message undeliverable.')
    return failLater && this.#world.random() < failLater.share ? new GraphError(failLater.code, 'The double was told to fail it.') : undefined
  }

  #recipient({ to, recipient }: Body): WhatsappCustomer {
    if (to !== undefined) return this.#world.customer(String(to))
    return this.#world.customerCalled(String(recipient)) ?? nobody(String(recipient))
  }

  #accept(body: Body, { to, rendered }: { to: WhatsappCustomer; rendered?: Rendered }): SentMessage {
    const reference = body['biz_opaque_callback_data'] as string | undefined
    const message = { id: newWamid(), to, isByPhone: body['to'] !== undefined, reference, category: rendered?.template.category.toLowerCase() ?? 'service', at: this.#world.now() }
    this.#messages.set(message.id, message)
    return message
  }

  #arrive({ id, to, reference }: SentMessage, raw: Body, shown: ReturnType<typeof shownOf>): void {
    const at = new Date(this.#world.now())
    to.inbox.push({ id, at, raw, isRead: false, ...shown })
    this.#world.ledger.accepted.push({ id, to: to.phone, text: shown.text, at, ...(reference !== undefined && { reference }) })
  }

  #tellFate(message: SentMessage, failure: GraphError | undefined): void {
    const { faults } = this.#world
    if (failure) return this.#world.tellStatus(message, 'failed', failure)
    const statuses: ('sent' | 'delivered')[] = this.#world.random() < faults.dropDelivered ? ['sent'] : ['sent', 'delivered']
    const order = faults.shufflesStatuses && this.#world.random() < 0.5 ? statuses.toReversed() : statuses
    for (const status of order) this.#world.tellStatus(message, status)
  }

  async #answered({ id, to }: SentMessage, body: Body): Promise<Answered> {
    const { faults } = this.#world
    // A receiver that takes nothing must not keep the answer back for ever.
    if (faults.statusBeforeAnswer) await Promise.race([this.#world.webhook.settled(), sleep(1000)])
    if (faults.answerAfterMs > 0) await sleep(faults.answerAfterMs)
    if (this.#world.random() < faults.silentAfterAccepting) return 'HANG_UP'
    if (this.#world.random() < faults.failAfterAccepting) return { status: 500, body: new GraphError(131000, 'Something went wrong.').answer() }
    const contact = { input: String(body['to'] ?? body['recipient']), ...(to.names === 'BSUID' ? { user_id: to.userId } : { wa_id: to.phone }) }
    const isTemplate = body['type'] === 'template'
    return ok({ messaging_product: 'whatsapp', contacts: [contact], messages: [{ id, ...(isTemplate && { message_status: 'accepted' }) }] })
  }
}

function noMedia(id: string): never {
  throw new GraphError(131009, `There is no media ${id}.`)
}

function nobody(userId: string): never {
  throw new GraphError(131026, `Nobody is known as ${userId}.`)
}
