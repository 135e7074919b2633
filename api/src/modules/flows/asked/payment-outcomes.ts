import type { Json } from '@botpro/graphql/flows'
import type { Unit } from '../../../platform/unit.ts'
import type { PaymentService } from '../../payments/index.ts'
import { paymentOf } from '../engine/steps/wait.ts'
import type { Outcomes } from '../run/run-mover.ts'

/** What became of the payments that runs wait for. */
export class PaymentOutcomes implements Outcomes {
  readonly #payments: () => Pick<PaymentService, 'settled' | 'heardPaid' | 'heardEnded' | 'heardExpired'>

  constructor(payments: () => Pick<PaymentService, 'settled' | 'heardPaid' | 'heardEnded' | 'heardExpired'>) {
    this.#payments = payments
  }

  async known(unit: Unit, event: string): Promise<Json> {
    const paymentId = paymentOf(event)
    const state = paymentId && await this.#payments().settled(unit, paymentId)
    return state ? { state } : null
  }

  async heard(unit: Unit, event: string): Promise<void> {
    const paymentId = paymentOf(event)
    if (!paymentId) return
    await this.#payments().heardPaid(unit, paymentId)
    await this.#payments().heardEnded(unit, paymentId)
  }

  async elapsed(unit: Unit, event: string): Promise<void> {
    const paymentId = paymentOf(event)
    if (paymentId) await this.#payments().heardExpired(unit, paymentId)
  }
}
