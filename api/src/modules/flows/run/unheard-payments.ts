import { systemActor } from '../../../platform/actor.ts'
import { newId } from '../../../platform/ids.ts'
import type { Jobs } from '../../../platform/jobs.ts'
import type { Language } from '../../../platform/language.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import type { ContactMatters } from '../../conversations/index.ts'
import type { PaymentRow, PaymentService, PaymentState } from '../../payments/index.ts'
import { paymentEvent } from '../engine/steps/wait.ts'
import type { FlowEvents } from './flow-events.ts'
import { ENDED_SUBJECTS, endedNote, endedWords, PAID_SUBJECTS, paidNote, paidUnawaited, received } from './payment-words.ts'
import { isAskedForLink } from './request.store.ts'

export interface Paid {
  tenantId: string
  paymentId: string
}

/** How one ended without being paid, as one telling of it. */
export interface Unpaid extends Paid {
  id: string
  state: PaymentState
}

declare module '../../../platform/unit.ts' {
  interface JobPayloads {
    'flows.paid': Paid
    'flows.unpaid': Unpaid
  }
}

interface Parts {
  units: Pick<Units, 'tenant'>
  jobs: Jobs
  events: Pick<FlowEvents, 'spread'>
  /** Known when everything is built. */
  payments: () => Pick<PaymentService, 'find' | 'heardPaid' | 'heardEnded'>
  matters: () => Pick<ContactMatters, 'raise' | 'mention' | 'note' | 'isWithPeople'>
}

/**
 * What became of a payment is always told: by the run that waits for it, or, where that has gone on, was left for something else or is over,
 * by a sentence; who paid is looked after by a person, too. What a person asked for is told to people in its conversation. Whoever hears first
 * says so in the payment's row, so that twice is once.
 */
export class UnheardPayments {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
    parts.jobs.handle('flows.paid', (paid, { lastAttempt }) => this.take(paid, lastAttempt))
    parts.jobs.handle('flows.unpaid', (unpaid, { lastAttempt }) => this.takeUnpaid(unpaid, lastAttempt))
  }

  /** In the unit in which it comes to stand so. */
  tell(unit: Unit, paymentId: string, state: PaymentState): void {
    const { tenantId, now } = unit
    if (state === 'PAID') unit.enqueue('flows.paid', { tenantId, paymentId })
    else unit.enqueue('flows.unpaid', { tenantId, paymentId, id: newId(now), state })
  }

  /** What is told is known by the payment’s own id, however often the job runs. */
  take({ tenantId, paymentId }: Paid, lastAttempt = false): Promise<void> {
    return this.#spread({ tenantId, paymentId, id: paymentId, state: 'PAID' }, lastAttempt, unit => this.#answerPaid(unit, paymentId))
  }

  takeUnpaid(unpaid: Unpaid, lastAttempt = false): Promise<void> {
    return this.#spread(unpaid, lastAttempt, unit => this.#answerUnpaid(unit, unpaid.paymentId))
  }

  async #spread({ tenantId, paymentId, id, state }: Unpaid, lastAttempt: boolean, answer: (unit: Unit) => Promise<void>): Promise<void> {
    const failure = await this.#parts.events.spread({ tenantId, id, event: paymentEvent(paymentId), data: { state } }).then(() => null, (error: unknown) => error)
    if (failure && !lastAttempt) throw failure
    await this.#parts.units.tenant({ tenantId, actor: systemActor(tenantId) }, async unit => {
      // The run gets its link in a moment, and looks the payment up then.
      if (await isAskedForLink(unit, paymentId)) throw new Error('The run that asked for the payment does not know its link yet.')
      await answer(unit)
    })
    if (failure) throw failure
  }

  async #answerPaid(unit: Unit, paymentId: string): Promise<void> {
    const { payments, matters } = this.#parts
    if (!await payments().heardPaid(unit, paymentId)) return
    const payment = (await payments().find(unit, paymentId))!
    const { contactId, conversationId, requestedBy } = payment
    if (!contactId) return
    const speech = { contactId, conversationId, texts: received(payment, requestedBy === null), subjects: PAID_SUBJECTS }
    if (requestedBy === null) return matters().raise(unit, { speech, summary: paidUnawaited(payment)[await languageOf(unit)] })
    if (!conversationId) return
    await matters().mention(unit, { ...speech, conversationId })
    await matters().note(unit, { conversationId, text: paidNote(payment)[await languageOf(unit)] })
  }

  async #answerUnpaid(unit: Unit, paymentId: string): Promise<void> {
    const { payments, matters } = this.#parts
    if (!await payments().heardEnded(unit, paymentId)) return
    const payment = (await payments().find(unit, paymentId))!
    const { contactId, conversationId, requestedBy, failure } = payment
    // The flow was answered that there is no link, and said so.
    if (!contactId || (requestedBy === null && failure === 'NO_LINK')) return
    const text = endedNote(payment)[await languageOf(unit)]
    const speech = { contactId, conversationId, texts: endedWords(payment), subjects: ENDED_SUBJECTS }
    // Somebody paid something: it is not for the bot to say that all is well.
    if (requestedBy === null && failure === 'AMOUNT_DIFFERS') return matters().raise(unit, { speech, summary: text })
    if (!conversationId) return
    if (isForPeople(payment) || await matters().isWithPeople(unit, conversationId)) return matters().note(unit, { conversationId, text })
    await matters().mention(unit, { ...speech, conversationId })
  }
}

/** What one of them asked for is hers to speak about. */
const isForPeople = ({ requestedBy }: PaymentRow): boolean => requestedBy !== null

const languageOf = async (unit: ReadUnit): Promise<Language> =>
  (await unit.sql<{ language: Language }>('tenant-language', 'select language from tenant where id = $1', [unit.tenantId]))[0]!.language
