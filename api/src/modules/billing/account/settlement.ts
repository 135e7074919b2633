import type { Day } from '../../../platform/day.ts'
import { Decimal } from '../../../platform/money.ts'
import type { Unit } from '../../../platform/unit.ts'
import { auditTenant } from '../../../platform/tenant-audit.ts'
import type { Account, Effect } from '../life/account.ts'
import type { Advanced } from '../life/life.ts'
import { keepAccount, keepAllocation, keepEvents, keepInvoices } from './settlement.store.ts'

/** What holds a tenant's service, and lets it go on. */
export interface Holds {
  place(unit: Unit, hold: { kind: 'LATE_PAYMENT' | 'CANCELLED'; scope: 'WHOLE'; reason: string; until?: Day | null }, tenant: { tenantId: string }): Promise<unknown>
  lift(unit: Unit, kind: 'LATE_PAYMENT', tenant: { tenantId: string }): Promise<unknown>
}

/** Ends what a tenant has agreed, for good. */
export interface Cancelling {
  cancelLate(unit: Unit, cancelled: { tenantId: string; reason: string }): Promise<void>
}

/** Tells a tenant's people, in its language, what happened to what it owes. */
export interface Post {
  tell(unit: Unit, told: { account: Account; effect: Effect }): Promise<void>
}

export interface SettlementParts {
  holds: Holds
  cancelling: Cancelling
  post: Post
}

const AUDITED: Partial<Record<Effect['kind'], string>> = {
  ISSUED: 'invoice.issued', CREDITED: 'invoice.issued', NOTICED: 'billing.noticed', SUSPENDED: 'billing.suspended', RESTORED: 'billing.restored', CANCELLED: 'billing.cancelled',
}

/** Writes down what the pure steps brought about, and lets others know of it: all of it in one unit. */
export class Settlement {
  readonly #parts: SettlementParts

  constructor(parts: SettlementParts) {
    this.#parts = parts
  }

  /** `paymentId`: what was paid meanwhile, it paid. */
  async keep(unit: Unit, before: Account, { account, effects }: Advanced, paymentId: string | null = null): Promise<void> {
    await keepInvoices(unit, before, account)
    await keepAccount(unit, account)
    await keepEvents(unit, account.tenantId, effects)
    for (const effect of effects.filter(({ kind }) => kind === 'CREDIT_USED')) {
      await keepAllocation(unit, account.tenantId, { invoiceId: effect.invoiceId!, paymentId: null, day: effect.day, amount: effect.amount! })
    }
    if (paymentId) await this.#allocate(unit, before, account, paymentId)
    for (const effect of effects) await this.#follow(unit, account, effect)
  }

  async #allocate(unit: Unit, before: Account, { tenantId, invoices, day }: Account, paymentId: string): Promise<void> {
    for (const { id: invoiceId, open } of invoices) {
      const known = before.invoices.find(({ id }) => id === invoiceId)
      if (known) await keepAllocation(unit, tenantId, { invoiceId, paymentId, day, amount: new Decimal(known.open).minus(open).toFixed() })
    }
  }

  async #follow(unit: Unit, account: Account, effect: Effect): Promise<void> {
    const { tenantId } = account
    const { holds, cancelling, post } = this.#parts
    if (effect.kind === 'SUSPENDED') await holds.place(unit, { kind: 'LATE_PAYMENT', scope: 'WHOLE', reason: 'Invoices are overdue.', until: effect.on }, { tenantId })
    if (effect.kind === 'RESTORED' || effect.kind === 'CANCELLED') await holds.lift(unit, 'LATE_PAYMENT', { tenantId })
    if (effect.kind === 'CANCELLED') {
      await cancelling.cancelLate(unit, { tenantId, reason: 'Overdue invoices were not paid during the suspension.' })
      await holds.place(unit, { kind: 'CANCELLED', scope: 'WHOLE', reason: 'Overdue invoices were not paid during the suspension.' }, { tenantId })
    }
    const action = AUDITED[effect.kind]
    const { kind, name } = unit.actor
    if (action) await auditTenant(unit, { tenantId, actor: { kind, name }, action, targetType: effect.invoiceId ? 'invoice' : 'tenant', targetId: effect.invoiceId ?? tenantId, detail: { day: effect.day, amount: effect.amount, until: effect.on } })
    await post.tell(unit, { account, effect })
  }
}
