import { LockMode } from '@mikro-orm/core'
import { memberIdOf } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import type { Unit } from '../../platform/unit.ts'
import { Payment } from './payment.entity.ts'
import type { PaymentFailure, PaymentProgress, PaymentState } from './payment-state.ts'

declare module '../../platform/news.ts' {
  interface NewsItems {
    /** It stands elsewhere now: a bot that waits for it goes on. */
    'payment.changed': PaymentChanged
  }
}

export interface PaymentChanged {
  paymentId: string
  state: PaymentState
  failure: PaymentFailure | null
  reason: string | null
  url: string | null
  amount: string
  currency: string
  reference: string
  contactId: string | null
  conversationId: string | null
}

export const heldPayment = (unit: Unit, id: string): Promise<Payment | null> =>
  unit.em.findOne(Payment, { id, tenantId: unit.tenantId }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true })

const EVENT = `
  insert into payment_event (tenant_id, id, payment_id, at, state, failure, reason, member_id) values ($1, $2, $3, $4, $5, $6, $7, $8)`

export async function noteEvent(unit: Unit, { id, state, failure, reason }: Payment): Promise<void> {
  await unit.sql('payment-event', EVENT, [
    unit.tenantId, newId(unit.now), id, unit.now, state, failure ?? null, reason ?? null, memberIdOf(unit.actor),
  ])
}

/** Something was heard of a payment that is held. What changes nothing leaves no trace. True where it changed. */
export async function hear(unit: Unit, payment: Payment, heard: PaymentProgress & { reason?: string | null }): Promise<boolean> {
  const changed = payment.hear({ state: heard.state, failure: heard.failure }, { now: unit.now, reason: heard.reason })
  await unit.em.flush()
  if (!changed) return false
  await noteEvent(unit, payment)
  await unit.tell('payment.changed', changedOf(payment))
  return true
}

const changedOf = ({ id, state, failure, reason, url, amount, currency, reference, contactId, conversationId }: Payment): PaymentChanged => ({
  paymentId: id, state, failure: failure ?? null, reason: reason ?? null, url: url ?? null, amount, currency, reference,
  contactId: contactId ?? null, conversationId: conversationId ?? null,
})
