import { amountText, Decimal } from '../../../platform/money.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import { isAmount } from '../../plans/index.ts'
import { totalsOf, type Totals } from '../rating/totals.ts'
import type { InvoiceRow, LineRow } from './invoice.queries.ts'

export interface CreditNote {
  lines: LineRow[]
  totals: Totals
}

/**
 * Less of an amount before tax, or of everything line by line. Lines that keep their charge are taken as not invoiced by the next run, so what is
 * owed for these months is invoiced anew; others are words alone.
 */
export function creditNoteOf(invoice: InvoiceRow, lines: readonly LineRow[], { amount, invoiceAnew }: { amount?: string | null; invoiceAnew: boolean }): CreditNote | InvalidInput {
  if (amount && invoiceAnew) return new InvalidInput('invoiceAnew', 'Only of the whole invoice.')
  if (amount && (!isAmount(amount) || new Decimal(amount).lte(0) || new Decimal(amount).gt(invoice.net))) return new InvalidInput('amount', 'More than nothing, and at most what the lines add up to.')
  const credited = amount ? [partOf(invoice, amount)] : lines.map(line => opposite(line, invoiceAnew))
  const tax = { name: invoice.taxName, percent: invoice.taxPercent }
  return { lines: credited, totals: totalsOf(credited.map(line => line.amount), invoice.currency, tax) }
}

const opposite = (line: LineRow, keepsCharge: boolean): LineRow => ({
  ...line, kind: keepsCharge && line.charge ? 'ADJUSTMENT' : 'MANUAL', ...(!keepsCharge && { charge: null, month: null }), amount: amountText(new Decimal(line.amount).negated(), line.currency),
})

const partOf = ({ id: invoiceId, currency }: InvoiceRow, amount: string): LineRow => ({
  invoiceId, position: 1, kind: 'MANUAL', charge: null, name: { es: 'Crédito', en: 'Credit' }, month: null, quantity: '1', unitPrice: amount, discountPercent: '0',
  days: null, ofDays: null, units: null, included: null, late: null, amount: amountText(new Decimal(amount).negated(), currency), currency,
})
