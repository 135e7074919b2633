/** Hundred millions at most, with the cents that a currency may have. */
const AMOUNT = /^(?:0|[1-9]\d{0,8})(?:\.\d{1,2})?$/
const CURRENCY = /^[A-Z]{3}$/

export const isCurrency = (currency: string): boolean => CURRENCY.test(currency)

/** An amount above nothing, with two places behind the point; null where it is none. */
export function amountOf(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''
  if (!AMOUNT.test(text)) return null
  const [whole, cents = ''] = text.split('.')
  const amount = `${whole}.${cents.padEnd(2, '0')}`
  return amount === '0.00' ? null : amount
}
