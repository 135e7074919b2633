import { memberIdOf } from '../../platform/actor.ts'
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { lock } from '../../platform/lock.ts'
import { InvalidInput } from '../../platform/refusal.ts'
import type { ReadUnit, Unit } from '../../platform/unit.ts'
import { loadContacts } from '../contacts/index.ts'
import { Payment } from './payment.entity.ts'
import { PaymentsNotSetUp } from './payment.errors.ts'
import { paymentDetails, type TypedPayment } from './payment.input.ts'
import { mayCancelPayments, mayRequestPayments } from './payment.policy.ts'
import { listPayments, loadPayments, plainText, type PaymentRow } from './payment.queries.ts'
import { isToldPaid } from './payment-callbacks.ts'
import { isOpen, type PaymentState } from './payment-state.ts'
import { settingsOf } from './payment-settings.queries.ts'
import { hear, heldPayment, noteEvent } from './payment.store.ts'

export interface NewPayment extends TypedPayment {
  contactId?: string | null
  conversationId?: string | null
  /** The same again is the same payment. */
  idempotencyKey?: string | null
}

const HEARD = `update payment set heard_at = $3 where tenant_id = $1 and id = $2 and state = 'PAID' and heard_at is null returning id`

const END = `state || coalesce(' ' || failure, '')`
const HEARD_ENDED = `update payment set ended_heard = ${END} where tenant_id = $1 and id = $2 and state in ('FAILED', 'EXPIRED', 'CANCELLED') and ended_heard is distinct from ${END} returning id`
const HEARD_EXPIRED = `update payment set ended_heard = 'EXPIRED' where tenant_id = $1 and id = $2 and ended_heard is null`

/** What customers are asked to pay. The link is made afterwards, see `PaymentLinks`. */
export class PaymentService {
  /** Makes the row, in the caller's unit; the connector is asked once that is committed. */
  async request(unit: Unit, asked: NewPayment): Promise<PaymentRow | InvalidInput | PaymentsNotSetUp> {
    if (!mayRequestPayments(unit.actor)) throw new Forbidden()
    const { em, tenantId, now } = unit
    const details = paymentDetails(asked)
    if (details instanceof InvalidInput) return details
    const { contactId = null, conversationId = null, idempotencyKey = null } = asked
    if (idempotencyKey) await lock(unit, `payment ${tenantId} ${idempotencyKey}`)
    const before = idempotencyKey && await em.findOne(Payment, { tenantId, idempotencyKey })
    if (before) return rowOf(unit, sameAs(before, { ...details, contactId }))
    const settings = await settingsOf(unit)
    if (!settings.connector) return new PaymentsNotSetUp()
    const { minutes, ...told } = details
    const payment = em.create(Payment, {
      id: newId(now), tenantId, ...told, plain: plainText(`${told.reference} ${told.description}`), state: 'CREATED', contactId, conversationId, idempotencyKey,
      requestedBy: memberIdOf(unit.actor), createdAt: now, changedAt: now, expiresAt: new Date(now.getTime() + (minutes ?? settings.minutes) * 60_000), version: 1,
    })
    await em.flush()
    await noteEvent(unit, payment)
    return rowOf(unit, payment)
  }

  /** Where a payment ended, or null while it is open. It is held: who tells of a change comes after the caller’s unit, who did before is heard. */
  async settled(unit: Unit, id: string): Promise<PaymentState | null> {
    const payment = await heldPayment(unit, id)
    if (payment && isOpen(payment.state) && await isToldPaid(unit, payment)) await hear(unit, payment, { state: 'PAID', failure: null })
    return payment && !isOpen(payment.state) ? payment.state : null
  }

  /** Somebody hears that it is paid, or tells it to the customer: true for whoever says so first. */
  async heardPaid(unit: Unit, id: string): Promise<boolean> {
    return (await unit.sql('payment-heard', HEARD, [unit.tenantId, id, unit.now])).length > 0
  }

  /** The same of how it ended badly, for each such end: one that expired may still be told of as failed. */
  async heardEnded(unit: Unit, id: string): Promise<boolean> {
    return (await unit.sql('payment-end-heard', HEARD_ENDED, [unit.tenantId, id])).length > 0
  }

  /** Whoever waited for it knows that the time is over before the payment does. */
  async heardExpired(unit: Unit, id: string): Promise<void> {
    await unit.sql('payment-expiry-heard', HEARD_EXPIRED, [unit.tenantId, id])
  }

  /** A person asks for it: what she does is written down, and the link is made in a moment. */
  async requestByHand(unit: Unit, asked: NewPayment & { contactId: string }): Promise<string | InvalidInput | PaymentsNotSetUp> {
    if (!(await loadContacts(unit, [asked.contactId]))[0]) throw new NotFound('The contact')
    const payment = await this.request(unit, asked)
    if (!('id' in payment)) return payment
    const { id, amount, currency, reference } = payment
    unit.audit({ action: 'payment.requested', targetType: 'payment', targetId: id, detail: { amount, currency, reference } })
    unit.enqueue('payments.create-link', { tenantId: unit.tenantId, paymentId: id }, { jobKey: `payments.create-link:${id}`, maxAttempts: 5 })
    return id
  }

  async cancel(unit: Unit, id: string): Promise<string> {
    if (!mayCancelPayments(unit.actor)) throw new Forbidden()
    const payment = await heldPayment(unit, id)
    if (!payment) throw new NotFound('The payment')
    if (isOpen(payment.state) && await hear(unit, payment, { state: 'CANCELLED', failure: null }))
      unit.audit({ action: 'payment.cancelled', targetType: 'payment', targetId: id, detail: { amount: payment.amount, currency: payment.currency, reference: payment.reference } })
    return payment.id
  }

  async find(unit: ReadUnit, id: string): Promise<PaymentRow | undefined> {
    return (await loadPayments(unit, [id]))[0]
  }

  /** The newest first, with those of everybody who was joined with her. */
  async ofContact(unit: ReadUnit, contactId: string, { first = 10 } = {}): Promise<PaymentRow[]> {
    return (await listPayments(unit, { first, filter: { contactId } })).edges.map(({ node }) => node)
  }
}

const rowOf = async (unit: Unit, { id }: Payment): Promise<PaymentRow> => (await loadPayments(unit, [id]))[0]!

function sameAs(before: Payment, { amount, currency, reference, contactId }: TypedPayment & { contactId: string | null }): Payment {
  const same = before.amount === amount && before.currency === currency && before.reference === reference && (before.contactId ?? null) === contactId
  if (!same) throw new Conflict('This key was used for another payment.')
  return before
}
