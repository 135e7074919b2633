const DIGITS = 6
const UNIT = 10n ** BigInt(DIGITS)

/** A decimal text in millionths, so that adding up loses nothing. */
export function millionths(amount: string): bigint {
  const [whole = '0', rest = ''] = amount.split('.')
  return BigInt(whole) * UNIT + BigInt(rest.padEnd(DIGITS, '0').slice(0, DIGITS))
}

const HUNDRED_PERCENT = 10_000n

/** `0` to `100`, two digits behind the point at most, taken off. */
export const lessPercent = (value: bigint, percent: string): bigint => value * (HUNDRED_PERCENT - millionths(percent) / 10_000n) / HUNDRED_PERCENT

export function amountText(value: bigint): string {
  const [sign, size] = value < 0n ? ['-', -value] : ['', value]
  const rest = (size % UNIT).toString().padStart(DIGITS, '0').replace(/0+$/, '')
  return `${sign}${size / UNIT}${rest && `.${rest}`}`
}

/** A decimal number as a person types it, with a point or a comma; undefined where it is none that a price may be. */
export function typedAmount(text: string | number): string | undefined {
  const typed = String(text).trim().replace(',', '.')
  return /^\d{1,12}(\.\d{1,6})?$/.test(typed) ? typed : undefined
}

/** What stays of a price after what it costs: BotPro's own price less the discount. In percent of the price, one digit behind the point; undefined without either. */
export function marginOf(price: string | undefined, listPrice: string | undefined, discountPercent: string): number | undefined {
  if (price === undefined || listPrice === undefined || millionths(price) === 0n) return
  const cost = lessPercent(millionths(listPrice), discountPercent)
  return Number((millionths(price) - cost) * 1000n / millionths(price)) / 10
}
