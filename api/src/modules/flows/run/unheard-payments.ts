import { systemActor } from '../../../platform/actor.ts'
import type { Jobs } from '../../../platform/jobs.ts'
import type { Language } from '../../../platform/language.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import type { ContactMatters } from '../../conversations/index.ts'
import type { PaymentRow, PaymentService } from '../../payments/index.ts'
import { paymentEvent } from '../engine/steps/wait.ts'
import { moneyText } from '../text/filters/money.ts'
import type { FlowEvents } from './flow-events.ts'
import { isAskedForLink } from './request.store.ts'

export interface Paid {
  tenantId: string
  paymentId: string
}

declare module '../../../platform/unit.ts' {
  interface JobPayloads {
    'flows.paid': Paid
  }
}

interface Parts {
  units: Pick<Units, 'tenant'>
  jobs: Jobs
  events: Pick<FlowEvents, 'spread'>
  /** Known when everything is built. */
  payments: () => Pick<PaymentService, 'find' | 'heardPaid'>
  matters: () => Pick<ContactMatters, 'raise' | 'mention'>
}

/**
 * Who paid is always answered: by the run that waits for it, or, where that has gone on, was left for something else or is over, by a
 * sentence and a person who looks at it. Whoever hears first says so in the payment's row, so that twice is once.
 */
export class UnheardPayments {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
    parts.jobs.handle('flows.paid', (paid, { lastAttempt }) => this.take(paid, lastAttempt))
  }

  /** In the unit in which it is paid. */
  tell(unit: Unit, paymentId: string): void {
    unit.enqueue('flows.paid', { tenantId: unit.tenantId, paymentId })
  }

  /** What is told is known by the payment’s own id, however often the job runs. */
  async take({ tenantId, paymentId }: Paid, lastAttempt = false): Promise<void> {
    const failure = await this.#parts.events.spread({ tenantId, id: paymentId, event: paymentEvent(paymentId), data: { state: 'PAID' } }).then(() => null, (error: unknown) => error)
    if (failure && !lastAttempt) throw failure
    await this.#parts.units.tenant({ tenantId, actor: systemActor(tenantId) }, unit => this.#answer(unit, paymentId))
    if (failure) throw failure
  }

  async #answer(unit: Unit, paymentId: string): Promise<void> {
    const { payments, matters } = this.#parts
    // The run gets its link in a moment, and looks the payment up then.
    if (await isAskedForLink(unit, paymentId)) throw new Error('The run that asked for the payment does not know its link yet.')
    if (!await payments().heardPaid(unit, paymentId)) return
    const { contactId, conversationId, requestedBy, ...payment } = (await payments().find(unit, paymentId))!
    if (!contactId) return
    const speech = { contactId, conversationId, texts: received(payment, requestedBy === null), subjects: SUBJECTS }
    if (requestedBy === null) await matters().raise(unit, { speech, summary: summaryIn(await languageOf(unit), payment) })
    else if (conversationId) await matters().mention(unit, { ...speech, conversationId })
  }
}

type Sum = Pick<PaymentRow, 'amount' | 'currency' | 'reference'>

const SUBJECTS = { ES: 'Recibimos su pago', EN: 'We received your payment' }

function received(payment: Sum, isLookedAt: boolean): Record<Language, string> {
  const [es, en] = [moneyText(payment, { language: 'ES' }), moneyText(payment, { language: 'EN' })]
  return {
    ES: `Recibimos su pago de ${es} (referencia ${payment.reference}). ¡Gracias! ${isLookedAt ? 'Una persona de nuestro equipo lo revisará y le escribirá por aquí.' : ''}`.trim(),
    EN: `We received your payment of ${en} (reference ${payment.reference}). Thank you! ${isLookedAt ? 'Someone on our team will look at it and write to you here.' : ''}`.trim(),
  }
}

const summaryIn = (language: Language, payment: Sum): string => (language === 'ES'
  ? `Pago recibido cuando el bot ya no lo esperaba: ${moneyText(payment, { language })}, referencia ${payment.reference}. Revise qué falta por hacer; no se lo cobre de nuevo.`
  : `Payment received when the bot no longer waited for it: ${moneyText(payment, { language })}, reference ${payment.reference}. Please see what remains to be done; do not charge it again.`)

const languageOf = async (unit: ReadUnit): Promise<Language> =>
  (await unit.sql<{ language: Language }>('tenant-language', 'select language from tenant where id = $1', [unit.tenantId]))[0]!.language
