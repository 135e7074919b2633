import { Decimal, rounded, sum, type Amount } from '../../../platform/money.ts'

export interface QuoteLine {
  quantity: number
  /** As offered, by charge, for one of it. */
  prices: Partial<Record<string, string>>
  /** On what is paid once and on the monthly price. */
  discountPercent: string
}

export interface LineTotals {
  once: Amount
  monthly: Amount
  /** What the line costs a month at least, use included. */
  minimum: Amount
  discountOnce: Amount
  discountMonthly: Amount
}

export interface PartTotals {
  subtotal: Amount
  discount: Amount
  tax: Amount
  total: Amount
}

export interface QuoteTotals {
  lines: LineTotals[]
  /** Set-up and what is delivered once: due with the first invoice. */
  once: PartTotals
  /** Every month, use beyond the quotas aside. */
  monthly: PartTotals
  /** Both over the whole term. */
  term: PartTotals
}

export interface QuoteTerms {
  currency: string
  taxPercent: string
  termMonths: number
}

/** What a quote comes to. Each line is rounded, so that the lines add up to the sums that stand below them. */
export function quoteTotals(quoted: readonly QuoteLine[], terms: QuoteTerms): QuoteTotals {
  const lines = quoted.map(line => lineTotals(line, terms.currency))
  const once = part(lines.map(line => line.once), lines.map(line => line.discountOnce), terms)
  const monthly = part(lines.map(line => line.monthly.plus(line.minimum)), lines.map(line => line.discountMonthly), terms)
  return { lines, once, monthly, term: overTerm(once, monthly, terms) }
}

function lineTotals({ quantity, prices, discountPercent }: QuoteLine, currency: string): LineTotals {
  const priced = (charge: string) => new Decimal(prices[charge] ?? 0).times(quantity)
  const discounted = (amount: Amount) => rounded(amount.times(new Decimal(100).minus(discountPercent)).dividedBy(100), currency)
  const [once, monthly] = [priced('SETUP').plus(priced('ONE_TIME')), priced('MONTHLY')].map(amount => rounded(amount, currency)) as [Amount, Amount]
  const minimum = rounded(Decimal.max(priced('MINIMUM').minus(discounted(monthly)), 0), currency)
  return { once: discounted(once), monthly: discounted(monthly), minimum, discountOnce: once.minus(discounted(once)), discountMonthly: monthly.minus(discounted(monthly)) }
}

function part(amounts: Amount[], discounts: Amount[], { currency, taxPercent }: QuoteTerms): PartTotals {
  const subtotal = sum(amounts)
  const tax = rounded(subtotal.times(taxPercent).dividedBy(100), currency)
  return { subtotal, discount: sum(discounts), tax, total: subtotal.plus(tax) }
}

/** As the invoices of the term will add up, each with its own tax. */
function overTerm(once: PartTotals, monthly: PartTotals, { termMonths }: QuoteTerms): PartTotals {
  const all = (of: keyof PartTotals) => once[of].plus(monthly[of].times(termMonths))
  return { subtotal: all('subtotal'), discount: all('discount'), tax: all('tax'), total: all('total') }
}
