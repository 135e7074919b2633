import { recognised } from './recognised.ts'
import { onlyOne, refused, type Circumstances, type Taker, taken } from './taking.ts'

/**
 * `1,234.50`, `1.234,50`, `mil quinientos`, `2k`, `RD$ 500`, `unos 36 meses`. One point before three digits parts thousands in Spanish,
 * decimals in English.
 */
export const takeNumber: Taker<'NUMBER'> = ({ min, max, whole }, heard, circumstances) => {
  if (heard.text.trim() === '') return refused('EMPTY')
  const one = onlyOne(numbersIn(withoutLead(heard.text), circumstances), 'NOT_A_NUMBER')
  if ('refusal' in one) return one.refusal
  if (whole && !Number.isInteger(one.value)) return refused('NOT_WHOLE')
  if (min !== undefined && one.value < min) return refused('TOO_SMALL')
  return max !== undefined && one.value > max ? refused('TOO_LARGE') : taken(one.value)
}

/** Whoever is asked for a number of months says the months along; what ELENA reads as a span of time holds the number. */
function numbersIn(text: string, circumstances: Circumstances): number[] {
  return recognised(text, ['number', 'money', 'percentage', 'duration'], circumstances).flatMap(({ value, text: said }) => {
    if ('duration' in value) return numbersOfSpan(said, circumstances)
    return 'number' in value ? value.number : 'percent' in value ? value.percent : Number(value.amount)
  })
}

const UNIT = /\s*(?:minutos?|mins?|horas?|hrs?|días?|dias?|semanas?|quincenas?|mes(?:es)?|años?|anos?|minutes?|hours?|days?|weeks?|fortnights?|months?|years?|[mhd])\.?$/i
const ONE = /^(?:una?|one|an?)$/i

function numbersOfSpan(span: string, circumstances: Circumstances): number[] {
  const rest = span.replace(UNIT, '').trim()
  if (ONE.test(rest)) return [1]
  return rest === '' || rest === span ? [] : numbersIn(rest, circumstances)
}

/** “En 36 meses” is a day of the calendar to whoever was not asked for how many. */
const withoutLead = (text: string): string => text.replace(/^\s*(?:en|in|within|dentro de)\s+(?=\S+(?:\s+\S+){0,4}$)/i, '')
