import { compareDecimals, type Decimal, decimalOf, decimalText, rounded } from '../values/decimal.ts'
import { recognised } from './recognised.ts'
import { onlyOne, refused, type Taker, taken } from './taking.ts'

/** A sum in the currency asked for, which a bare number is taken to be in. */
export const takeMoney: Taker<'MONEY'> = ({ currency, min, max }, heard, circumstances) => {
  if (heard.text.trim() === '') return refused('EMPTY')
  const found = recognised(heard.text, ['money', 'number'], { ...circumstances, currency })
  const sums = found.map(({ value }) => 'amount' in value ? { ...value } : { amount: String(value.number), currency })
  const one = onlyOne(sums, 'NOT_MONEY')
  if ('refusal' in one) return one.refusal
  if (one.value.currency !== currency) return refused('WRONG_CURRENCY')
  const amount = decimalOf(one.value.amount)
  if (!amount || amount.units < 0n) return refused('NOT_MONEY')
  const sum = rounded(amount, 2)
  if (isBeyond(sum, min, -1)) return refused('TOO_SMALL')
  return isBeyond(sum, max, 1) ? refused('TOO_LARGE') : taken({ amount: decimalText(sum), currency })
}

function isBeyond(sum: Decimal, limit: string | undefined, side: 1 | -1): boolean {
  const decimal = decimalOf(limit)
  return decimal !== null && compareDecimals(sum, decimal) * side > 0
}
