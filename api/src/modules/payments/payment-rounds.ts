import { systemActor } from '../../platform/actor.ts'
import type { Unit } from '../../platform/unit.ts'
import type { Units } from '../../platform/units.ts'
import { enqueue as enqueueCallback } from './payment-callback.store.ts'
import { isOpen } from './payment-state.ts'
import { hear, heldPayment } from './payment.store.ts'

declare module '../../platform/unit.ts' {
  interface JobPayloads {
    'payments.rounds': object
  }
}

const DUE = `
  select tenant_id as "tenantId", id from payment where state in ('CREATED', 'LINKED') and expires_at <= $1 order by expires_at limit 500`
// Whoever was to ask the connector did not live to do it.
const LEFT = `
  select tenant_id as "tenantId", id from payment
  where state = 'CREATED' and created_at < $1 and expires_at > $2 and (linking_until is null or linking_until < $2) order by expires_at limit 100`
const WAITING = 'select tenant_id as "tenantId", id from payment_callback where processed_at is null and received_at < $1 order by received_at limit 100'

const LEFT_MS = 120_000

interface Found {
  tenantId: string
  id: string
}

/** Once a minute: what is over is over, and what a process left behind is taken up again. */
export class PaymentRounds {
  readonly #units: Pick<Units, 'tenant' | 'platform'>

  constructor(units: Pick<Units, 'tenant' | 'platform'>) {
    this.#units = units
  }

  async go(): Promise<void> {
    const due = await this.#units.platform({ actor: systemActor() }, async unit => {
      await takeUp(unit)
      return unit.sql<Found>('payments-due', DUE, [unit.now])
    })
    for (const { tenantId, id } of due) await this.#units.tenant({ tenantId, actor: systemActor(tenantId) }, unit => expire(unit, id))
  }
}

export async function expire(unit: Unit, paymentId: string): Promise<void> {
  const payment = await heldPayment(unit, paymentId)
  if (payment && isOpen(payment.state) && payment.expiresAt <= unit.now) await hear(unit, payment, { state: 'EXPIRED', failure: null })
}

async function takeUp(unit: Unit): Promise<void> {
  const before = new Date(unit.now.getTime() - LEFT_MS)
  for (const { tenantId, id } of await unit.sql<Found>('payments-left', LEFT, [before, unit.now]))
    unit.enqueue('payments.create-link', { tenantId, paymentId: id }, { jobKey: `payments.create-link:${id}`, maxAttempts: 5 })
  for (const { tenantId, id } of await unit.sql<Found>('payment-callbacks-waiting', WAITING, [before])) enqueueCallback(unit, id, tenantId)
}
