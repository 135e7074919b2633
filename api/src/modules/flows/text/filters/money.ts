import { decimalOf, decimalText, rounded } from '../../values/decimal.ts'
import { type FilterHandler, plainly, type Voice, voiceOf } from '../voice.ts'

const SIGNS: Record<string, string> = { DOP: 'RD$', USD: 'US$', EUR: '€', GBP: '£' }
const HOME = 'DOP'

/** `RD$ 1,234.50` in Spanish, `RD$1,234.50` in English. What is no sum stays as it is. */
export function moneyText(value: unknown, { currency = HOME, language }: { currency?: string; language: Voice['language'] }): string {
  const given = isMoney(value) ? value : { amount: value, currency }
  const amount = decimalOf(typeof given.amount === 'string' ? given.amount.replaceAll(',', '') : given.amount)
  if (!amount) return plainly(value)
  const figure = decimalText(rounded(amount, 2), true)
  const sign = SIGNS[given.currency] ?? given.currency
  const gap = language === 'ES' || sign === given.currency ? ' ' : ''
  return figure.startsWith('-') ? `-${sign}${gap}${figure.slice(1)}` : `${sign}${gap}${figure}`
}

export const isMoney = (value: unknown): value is { amount: string; currency: string } =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'amount') && Object.hasOwn(value, 'currency')
  && typeof (value as { currency: unknown }).currency === 'string'

/** `{{ balance | money }}`, `{{ 20 | money: "USD" }}`. */
export const money: FilterHandler = function (value: unknown, currency?: unknown) {
  return moneyText(value, { language: voiceOf(this).language, ...(typeof currency === 'string' ? { currency } : {}) })
}

/** `{{ 1234.5 | number }}` is `1,234.5`; `{{ x | number: 2 }}` has two decimals. */
export const number: FilterHandler = function (value: unknown, places?: unknown) {
  const decimal = decimalOf(value)
  if (!decimal) return plainly(value)
  const wanted = typeof places === 'number' && places >= 0 && places <= 20 ? Math.trunc(places) : undefined
  return decimalText(wanted === undefined ? decimal : rounded(decimal, wanted), true)
}
