import { systemActor } from '../../platform/actor.ts'
import type { Unit } from '../../platform/unit.ts'
import type { Units } from '../../platform/units.ts'
import { callbackOf, progressOf, type PaymentCallback } from './callback.ts'
import { callbackTaken, holdCallback, storeCallback, untakenCallbacks } from './payment-callback.store.ts'
import { Payment } from './payment.entity.ts'
import { hear, heldPayment } from './payment.store.ts'

/** Tells those who administer the tenant that money came which was not asked for so. */
export type TellDifference = (unit: Unit, payment: Payment, reason: string) => Promise<void>

/** What providers tell: stored first, and taken in a unit of its own. */
export class PaymentCallbacks {
  readonly #units: Pick<Units, 'tenant'>
  readonly #tellDifference: TellDifference

  constructor({ units, tellDifference }: { units: Pick<Units, 'tenant'>; tellDifference: TellDifference }) {
    this.#units = units
    this.#tellDifference = tellDifference
  }

  store(tenantId: string, body: Buffer): Promise<void> {
    return this.#units.tenant({ tenantId, actor: systemActor(tenantId) }, unit => storeCallback(unit, body, callbackOf(body)?.externalId ?? null))
  }

  async take({ tenantId, callbackId }: { tenantId: string; callbackId: string }): Promise<void> {
    await this.#units.tenant({ tenantId, actor: systemActor(tenantId) }, async unit => {
      const body = await holdCallback(unit, callbackId)
      if (!body) return
      const told = callbackOf(body)
      const payment = told && await paymentOf(unit, told)
      if (payment) await this.#hear(unit, payment, told)
      await callbackTaken(unit, callbackId, payment?.id ?? null)
    })
  }

  async #hear(unit: Unit, payment: Payment, told: PaymentCallback): Promise<void> {
    const progress = progressOf(told, payment)
    const reason = progress.failure === 'AMOUNT_DIFFERS' ? differenceOf(told, payment) : told.reason
    payment.externalId ??= told.externalId
    const changed = await hear(unit, payment, { ...progress, reason })
    if (!changed || progress.failure !== 'AMOUNT_DIFFERS') return
    unit.audit({ action: 'payment.amount-differs', targetType: 'payment', targetId: payment.id, detail: { reason } })
    await this.#tellDifference(unit, payment, reason!)
  }
}

/** The provider told that it is paid, and nobody has taken that yet. Whoever asks holds the payment. */
export async function isToldPaid(unit: Unit, payment: Payment): Promise<boolean> {
  const told = (await untakenCallbacks(unit)).map(callbackOf).filter(one => one !== null)
  return told.some(one => (one.paymentId ? one.paymentId === payment.id : one.externalId === payment.externalId) && progressOf(one, payment).state === 'PAID')
}

const differenceOf = ({ amount, currency }: PaymentCallback, asked: Payment) =>
  `${asked.amount} ${asked.currency} ≠ ${amount ?? '?'} ${currency ?? '?'}`

/** By our name for it, or else by theirs. */
async function paymentOf(unit: Unit, { paymentId, externalId }: PaymentCallback): Promise<Payment | null> {
  if (paymentId) return heldPayment(unit, paymentId)
  const known = await unit.em.findOne(Payment, { tenantId: unit.tenantId, externalId }, { orderBy: { id: 'asc' } })
  return known && heldPayment(unit, known.id)
}
