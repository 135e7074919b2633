import { systemActor } from '../../../platform/actor.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Units } from '../../../platform/units.ts'
import type { Payments } from '../../payments/index.ts'
import type { RequestResult } from '../engine/request.ts'
import type { OutsideAsking } from '../run/outside-requests.ts'
import type { PaymentLinks } from './system-answers.ts'

/** Payments that flows ask for: the row first, then the link, both under the name of the request. */
export class FlowPayments implements PaymentLinks {
  readonly #units: Pick<Units, 'tenant'>
  readonly #payments: () => Pick<Payments, 'payments' | 'createLink'>

  constructor({ units, payments }: { units: Pick<Units, 'tenant'>; payments: () => Pick<Payments, 'payments' | 'createLink'> }) {
    this.#units = units
    this.#payments = payments
  }

  async create({ tenantId, contactId, conversationId, key }: OutsideAsking, { amount, ...asked }: Parameters<PaymentLinks['create']>[1]): Promise<RequestResult> {
    const { payments, createLink } = this.#payments()
    const payment = await this.#units.tenant({ tenantId, actor: systemActor(tenantId) }, unit => payments.request(unit, { ...asked, ...amount, contactId, conversationId, idempotencyKey: key }))
    if (payment instanceof Refusal) return { ok: false, code: payment.code, message: payment.message }
    const link = await createLink({ tenantId, paymentId: payment.id })
    return link.ok ? { ok: true, data: { id: payment.id, url: link.url } } : { ok: false, code: link.code, message: link.message }
  }
}
