import { recognised } from './recognised.ts'
import { onlyOne, refused, type Taker, taken } from './taking.ts'

/** `1,234.50`, `1.234,50`, `mil quinientos`, `2k`, `RD$ 500`. One point before three digits parts thousands in Spanish, decimals in English. */
export const takeNumber: Taker<'NUMBER'> = ({ min, max, whole }, heard, circumstances) => {
  if (heard.text.trim() === '') return refused('EMPTY')
  const found = recognised(heard.text, ['number', 'money', 'percentage'], circumstances)
  const numbers = found.map(({ value }) => 'number' in value ? value.number : 'percent' in value ? value.percent : Number(value.amount))
  const one = onlyOne(numbers, 'NOT_A_NUMBER')
  if ('refusal' in one) return one.refusal
  if (whole && !Number.isInteger(one.value)) return refused('NOT_WHOLE')
  if (min !== undefined && one.value < min) return refused('TOO_SMALL')
  return max !== undefined && one.value > max ? refused('TOO_LARGE') : taken(one.value)
}
