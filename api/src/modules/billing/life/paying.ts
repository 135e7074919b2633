import { addDays, compare, daysBetween, type Day } from '../../../platform/day.ts'
import { amountText, Decimal } from '../../../platform/money.ts'
import { isOwed, termsOn, type LifeInvoice, type LifePayment } from './account.ts'
import type { Life } from './life.ts'

/** Drafts that nobody holds, after the days for looking at them; credits first, so that they are there for the rest. */
export function issueDue(life: Life, day: Day): void {
  const { account } = life
  const { draftReviewDays } = termsOn(account, day)
  const due = account.invoices.filter(({ state, isHeld, draftedOn }) => state === 'DRAFT' && !isHeld && addDays(draftedOn, draftReviewDays) <= day)
  for (const invoice of due.toSorted(inOrderOfIssue)) issue(life, invoice, day)
}

const inOrderOfIssue = (one: LifeInvoice, other: LifeInvoice) =>
  compare(one.kind, other.kind) || compare(one.month ?? '', other.month ?? '') || compare(one.id, other.id)

export function issue({ account, effects }: Life, invoice: LifeInvoice, day: Day): void {
  const { paymentTermDays } = termsOn(account, day)
  invoice.state = 'ISSUED'
  invoice.issuedOn = day
  invoice.dueOn = addDays(day, account.paymentTermDays ?? paymentTermDays)
  if (invoice.kind === 'CREDIT') {
    account.credit = amountText(new Decimal(account.credit).minus(invoice.total), invoice.currency)
    effects.push({ day, kind: 'CREDITED', invoiceId: invoice.id, amount: new Decimal(invoice.total).negated().toFixed() })
    invoice.state = 'PAID'
    return
  }
  invoice.open = invoice.total
  effects.push({ day, kind: 'ISSUED', invoiceId: invoice.id, amount: invoice.total, on: invoice.dueOn })
  useCredit({ account, effects }, invoice.id)
}

/** What the tenant has paid too much, or was credited, pays an invoice as far as it goes. */
export function useCredit({ account, effects }: Life, invoiceId: string): void {
  const invoice = account.invoices.find(({ id }) => id === invoiceId)
  if (invoice?.state !== 'ISSUED' || invoice.currency !== account.currency) return
  const { day } = account
  const { used, left } = take(invoice, account.credit)
  account.credit = left
  if (!used.isZero()) effects.push({ day, kind: 'CREDIT_USED', invoiceId, amount: amountText(used, invoice.currency) })
  if (isOwed(invoice)) return
  invoice.state = 'PAID'
  effects.push({ day, kind: 'PAID', invoiceId })
}

/** Of an amount what an invoice still needs. */
function take(invoice: LifeInvoice, amount: string) {
  const used = Decimal.min(amount, invoice.open)
  invoice.open = amountText(new Decimal(invoice.open).minus(used), invoice.currency)
  return { used, left: amountText(new Decimal(amount).minus(used), invoice.currency) }
}

/** The one that is meant first, then what has been owed longest. What is left is the tenant's credit. */
export function receive({ account, effects }: Life, { on, amount, invoiceId }: LifePayment): void {
  effects.push({ day: on, kind: 'PAYMENT', amount, ...(invoiceId && { invoiceId }) })
  const owed = account.invoices.filter(isOwed).toSorted((one, other) =>
    Number(other.id === invoiceId) - Number(one.id === invoiceId) || compare(one.dueOn!, other.dueOn!) || compare(one.id, other.id))
  let rest = amount
  for (const invoice of owed) {
    rest = take(invoice, rest).left
    if (isOwed(invoice)) break
    invoice.state = 'PAID'
    effects.push({ day: on, kind: 'PAID', invoiceId: invoice.id })
  }
  account.credit = amountText(new Decimal(account.credit).plus(rest), account.currency)
}

/** Each reminder once. */
export function remind({ account, effects }: Life, day: Day): void {
  const { dueReminderDays } = termsOn(account, day)
  for (const invoice of account.invoices.filter(isOwed)) {
    const after = daysBetween(invoice.dueOn!, day)
    for (const days of dueReminderDays.filter(one => one === after && !invoice.reminded.includes(one))) {
      invoice.reminded = [...invoice.reminded, days]
      effects.push({ day, kind: 'REMINDED', invoiceId: invoice.id, days, amount: invoice.open, on: invoice.dueOn! })
    }
    if (after === 1) effects.push({ day, kind: 'OVERDUE', invoiceId: invoice.id, amount: invoice.open, on: invoice.dueOn! })
  }
}
