import { isDay, localDay, type Day } from '../../../platform/day.ts'
import { Conflict, Forbidden } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { amountText, Decimal, minorDigits } from '../../../platform/money.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import type { Unit } from '../../../platform/unit.ts'
import { auditAt } from '../../../platform/tenant-audit.ts'
import { isAmount } from '../../plans/index.ts'
import { tenantMeant } from '../../tenancy/index.ts'
import { heldAccount } from '../account/account.store.ts'
import type { Settlement } from '../account/settlement.ts'
import { mayRunBilling } from '../billing.policy.ts'
import type { Account } from '../life/account.ts'
import { advanceInvoices, pay } from '../life/life.ts'
import { insertPayment, paymentKnown } from './payment.store.ts'

export const methods = ['TRANSFER', 'CARD', 'CHEQUE', 'CASH', 'OTHER', 'STRIPE'] as const
export type PaymentMethod = (typeof methods)[number]

export interface NewPayment {
  clientId: string
  tenantId: string
  invoiceId?: string | null
  receivedOn: Day
  amount: string
  currency: string
  method: PaymentMethod
  reference: string
  note: string
}

/** Money that came in. Operators and resellers come in units of the platform, what providers tell too. */
export class InvoicePayments {
  readonly #settlement: Settlement

  constructor(settlement: Settlement) {
    this.#settlement = settlement
  }

  /** The id of the payment: the same once, however often it is told. What is overdue and paid brings service back in this very unit. */
  async record(unit: Unit, typed: NewPayment): Promise<string | InvalidInput> {
    if (!mayRunBilling(unit.actor)) throw new Forbidden()
    const tenant = await tenantMeant(unit, typed.tenantId)
    const payment = { ...typed, reference: typed.reference.trim(), note: typed.note.trim() }
    const before = await heldAccount(unit, tenant)
    const known = await paymentKnown(unit, payment)
    if (known && !known.isSame) throw new Conflict()
    if (known) return known.id
    const today = localDay(unit.now, tenant.timeZone)
    const problem = problemOf(payment, before, today)
    if (problem) return problem
    const advanced = advanceInvoices(before, today)
    await this.#settlement.keep(unit, before, advanced)
    const id = newId(unit.now)
    await insertPayment(unit, id, payment)
    await this.#settlement.keep(unit, advanced.account, pay(advanced.account, { ...payment, amount: amountText(payment.amount, payment.currency) }), id)
    await auditAt(unit, tenant.id, { action: 'invoice-payment.recorded', targetType: 'invoice-payment', targetId: id, detail: { amount: payment.amount, currency: payment.currency, method: payment.method } })
    return id
  }
}

function problemOf({ amount, currency, receivedOn, reference, note, invoiceId }: NewPayment, account: Account, today: Day): InvalidInput | undefined {
  if (!isAmount(amount) || new Decimal(amount).lte(0)) return new InvalidInput('amount', 'A decimal number above nothing.')
  if (currency !== account.currency) return new InvalidInput('currency', `The tenant is invoiced in ${account.currency}.`)
  if (new Decimal(amount).decimalPlaces() > minorDigits(currency)) return new InvalidInput('amount', 'More digits than the currency is paid in.')
  if (!isDay(receivedOn) || receivedOn > today) return new InvalidInput('receivedOn', 'Not later than today.')
  if (reference.length > 200) return new InvalidInput('reference', 'At most 200 characters.')
  if (note.length > 2_000) return new InvalidInput('note', 'At most 2,000 characters.')
  if (invoiceId && !account.invoices.some(one => one.id === invoiceId && one.state !== 'DRAFT' && one.kind === 'INVOICE')) return new InvalidInput('invoiceId', 'No issued invoice of the tenant.')
}
