import { plainText } from '../../language/index.ts'
import { type Decimal, decimalOf } from '../values/decimal.ts'

/** A value as it is compared with others. */
export type Comparable =
  | { kind: 'NOTHING' }
  | { kind: 'YES_NO'; yes: boolean }
  | { kind: 'NUMBER'; decimal: Decimal }
  | { kind: 'MONEY'; decimal: Decimal; currency: string }
  | { kind: 'DAY'; day: string }
  | { kind: 'INSTANT'; instant: number }
  | { kind: 'CLOCK'; clock: string }
  | { kind: 'TEXT' }
  | { kind: 'LIST'; items: readonly unknown[] }
  | { kind: 'OBJECT' }

const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/
const CLOCK = /^\d{1,2}:\d{2}(:\d{2})?$/
/** Numbers as systems write them; leading zeros are those of codes and documents, which are texts. */
const FIGURE = /^[+-]?(0|[1-9]\d{0,2}(,\d{3})+|[1-9]\d*)(\.\d+)?$/

export function comparableOf(value: unknown): Comparable {
  if (value === null || value === undefined || typeof value === 'function') return { kind: 'NOTHING' }
  if (typeof value === 'boolean') return { kind: 'YES_NO', yes: value }
  if (typeof value === 'number') return numberOf(value)
  if (typeof value === 'string') return ofText(value.trim())
  if (value instanceof Date) return { kind: 'INSTANT', instant: value.getTime() }
  if (Array.isArray(value)) return { kind: 'LIST', items: value }
  return typeof value === 'object' ? moneyOf(value) : { kind: 'TEXT' }
}

function numberOf(value: string | number): Comparable {
  const decimal = decimalOf(value)
  return decimal ? { kind: 'NUMBER', decimal } : { kind: 'TEXT' }
}

function ofText(text: string): Comparable {
  if (text === '') return { kind: 'NOTHING' }
  if (DAY.test(text)) return Number.isNaN(Date.parse(text)) ? { kind: 'TEXT' } : { kind: 'DAY', day: text }
  if (CLOCK.test(text)) return { kind: 'CLOCK', clock: text.padStart(text.indexOf(':') === 1 ? text.length + 1 : text.length, '0').padEnd(8, ':00') }
  if (INSTANT.test(text)) {
    const instant = Date.parse(text)
    return Number.isNaN(instant) ? { kind: 'TEXT' } : { kind: 'INSTANT', instant }
  }
  return FIGURE.test(text) ? numberOf(text.replaceAll(',', '').replace(/^\+/, '')) : { kind: 'TEXT' }
}

function moneyOf(value: object): Comparable {
  const { amount, currency } = value as { amount?: unknown; currency?: unknown }
  const own = Object.hasOwn(value, 'amount') && Object.hasOwn(value, 'currency')
  const decimal = own && typeof currency === 'string' ? decimalOf(amount) : null
  return decimal ? { kind: 'MONEY', decimal, currency: currency as string } : { kind: 'OBJECT' }
}

const YES = new Set(['true', 'si', 'yes', 'verdadero'])
const NO = new Set(['false', 'no', 'falso'])

/** What a value means where yes or no is asked for; null where it means neither. */
export function yesOrNo(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  if (value === 1 || value === 0) return value === 1
  if (typeof value !== 'string') return null
  const word = plainText(value)
  return YES.has(word) ? true : NO.has(word) ? false : null
}

/** Without accents, case, punctuation and doubled spaces; null of what has no words. */
export function wordsOf(value: unknown): string | null {
  if (typeof value === 'string') return plainText(value)
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
}
