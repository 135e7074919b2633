import type { Day } from '../../../platform/day.ts'
import { amountText, Decimal, rounded, sum } from '../../../platform/money.ts'

export interface TaxRate {
  name: string
  percent: string
  /** From this day on. */
  from: Day
}

export interface Totals {
  net: string
  taxName: string
  taxPercent: string
  tax: string
  total: string
}

/** The rate of a day, of a tenant's own or else the house's. */
export const taxOn = (rates: readonly TaxRate[], day: Day): TaxRate | undefined =>
  rates.filter(({ from }) => from <= day).toSorted((one, other) => (one.from < other.from ? -1 : 1)).at(-1)

/** The tax is taken of the sum, half to even: of each line it would not add up to that of the sum. */
export function totalsOf(amounts: readonly string[], currency: string, { name, percent }: Pick<TaxRate, 'name' | 'percent'>): Totals {
  const net = sum(amounts)
  const tax = rounded(net.times(percent).dividedBy(100), currency)
  return { net: amountText(net, currency), taxName: name, taxPercent: new Decimal(percent).toString(), tax: amountText(tax, currency), total: amountText(net.plus(tax), currency) }
}
