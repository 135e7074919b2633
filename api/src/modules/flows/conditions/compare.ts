import { IANAZone } from 'luxon'
import { compareDecimals } from '../values/decimal.ts'
import { type Comparable, comparableOf, wordsOf, yesOrNo } from './comparable.ts'

/** Below, at or above zero; null where two values cannot be ordered. Texts have no order. */
export function ordered(left: unknown, right: unknown, timeZone: string): number | null {
  const [a, b] = [comparableOf(left), comparableOf(right)]
  if (isAmount(a) && isAmount(b)) return sameCurrency(a, b) ? compareDecimals(a.decimal, b.decimal) : null
  if (a.kind === 'CLOCK' && b.kind === 'CLOCK') return order(a.clock, b.clock)
  if (a.kind === 'INSTANT' && b.kind === 'INSTANT') return order(a.instant, b.instant)
  const [one, other] = [dayOf(a, timeZone), dayOf(b, timeZone)]
  return one !== null && other !== null ? order(one, other) : null
}

export function same(left: unknown, right: unknown, timeZone: string): boolean {
  const [a, b] = [comparableOf(left), comparableOf(right)]
  if (a.kind === 'NOTHING' || b.kind === 'NOTHING') return a.kind === b.kind
  if (a.kind === 'YES_NO' || b.kind === 'YES_NO') return yesOrNo(left) !== null && yesOrNo(left) === yesOrNo(right)
  if (a.kind === 'LIST' && b.kind === 'LIST') {
    return a.items.length === b.items.length && a.items.every((item, at) => same(item, b.items[at], timeZone))
  }
  const difference = ordered(left, right, timeZone)
  if (difference !== null) return difference === 0
  if (a.kind === 'OBJECT' && b.kind === 'OBJECT') return sameObjects(left as object, right as object, timeZone)
  const words = wordsOf(left)
  return words !== null && (words === wordsOf(right) || sameCodes(left, right))
}

const CODE = /^\+?[\d\s().-]{7,40}$/

/** Documents and telephone numbers, with whatever stands between their digits. */
function sameCodes(left: unknown, right: unknown): boolean {
  if (typeof left !== 'string' || typeof right !== 'string' || !CODE.test(left) || !CODE.test(right)) return false
  const digits = left.replace(/\D/g, '')
  return digits !== '' && digits === right.replace(/\D/g, '')
}

function sameObjects(left: object, right: object, timeZone: string): boolean {
  const names = Object.keys(left)
  return names.length === Object.keys(right).length
    && names.every(name => Object.hasOwn(right, name) && same(left[name as never], right[name as never], timeZone))
}

type Amount = Extract<Comparable, { kind: 'NUMBER' | 'MONEY' }>

const isAmount = (value: Comparable): value is Amount => value.kind === 'NUMBER' || value.kind === 'MONEY'

/** A bare number is of whatever currency it is compared with. */
const sameCurrency = (a: Amount, b: Amount) => a.kind === 'NUMBER' || b.kind === 'NUMBER' || a.currency === b.currency

function dayOf(value: Comparable, timeZone: string): string | null {
  if (value.kind === 'DAY') return value.day
  return value.kind === 'INSTANT' && !Number.isNaN(value.instant) ? dayIn(timeZone, value.instant) : null
}

const days = new Map<string, Intl.DateTimeFormat>()

function dayIn(timeZone: string, instant: number): string {
  let format = days.get(timeZone)
  if (!format) days.set(timeZone, (format = formatFor(isZone(timeZone) ? timeZone : 'UTC')))
  return format.format(instant)
}

const isZone = (timeZone: string) => IANAZone.isValidZone(timeZone)

const formatFor = (timeZone: string) => new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })

const order = <T extends string | number>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0)
