import { Decimal } from 'decimal.js'

/** Amounts are decimals; a float never holds money. `decimal.js`: exact, and it rounds half to even. */
export { Decimal }
export type Amount = Decimal

const units = new Map<string, number>()

/** Digits behind the point in which a currency is paid: 2 for USD and DOP, 0 for JPY. */
export function minorDigits(currency: string): number {
  let digits = units.get(currency)
  if (digits === undefined) {
    digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
    units.set(currency, digits)
  }
  return digits
}

/** To what can be paid in the currency, half to even. */
export const rounded = (amount: Decimal.Value, currency: string): Amount =>
  new Decimal(amount).toDecimalPlaces(minorDigits(currency), Decimal.ROUND_HALF_EVEN)

/** As the contract tells it: `1500.00`. Prices of units may have more digits than the currency is paid in. */
export function amountText(amount: Decimal.Value, currency: string): string {
  const value = new Decimal(amount)
  return value.toFixed(Math.max(minorDigits(currency), value.decimalPlaces()))
}

export const sum = (amounts: Iterable<Decimal.Value>): Amount =>
  [...amounts].reduce<Amount>((total, amount) => total.plus(amount), new Decimal(0))

export interface Share {
  /** Of how many days the amount is for. */
  of: number
  /** The first and the one behind the last day of the share, counted from 0. */
  from: number
  until: number
}

/**
 * What a stretch of days costs of an amount for all of them. Both ends are rounded, not the stretch: however the days are split,
 * the shares add up to the whole amount.
 */
export function prorated(amount: Decimal.Value, currency: string, { of, from, until }: Share): Amount {
  const upTo = (day: number) => rounded(new Decimal(amount).times(day).dividedBy(of), currency)
  return upTo(until).minus(upTo(from))
}
