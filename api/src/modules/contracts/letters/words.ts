import type { Day } from '../../../platform/day.ts'
import type { Language } from '../../../platform/language.ts'
import { amountText, type Decimal } from '../../../platform/money.ts'

const LOCALES: Record<Language, string> = { ES: 'es-DO', EN: 'en-US' }

/** “28 de noviembre de 2026”; a day is the same everywhere. */
export const dayWords = (day: Day, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

const SIGNS: Record<string, string> = { USD: 'US$', DOP: 'RD$', EUR: '€' }

/** “US$ 1,500.00”: with the sign that leaves no doubt whose dollars they are. */
export function moneyWords(amount: Decimal.Value, currency: string, language: Language): string {
  const text = amountText(amount, currency)
  const digits = text.split('.')[1]?.length ?? 0
  // As a text: as a number it would lose what floats lose.
  const number = new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(text as never)
  return `${SIGNS[currency] ?? currency}\u00a0${number}`
}

export const percentWords = (percent: string, language: Language): string =>
  (language === 'ES' ? `${percent.replace(/\.0+$/, '')}\u00a0%` : `${percent.replace(/\.0+$/, '')}%`)
