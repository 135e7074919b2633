import { type DayAt, type Span, civil, dayOf, isoDay } from './calendar.ts'
import { calendarDateAt, dateNumberAt, feastAt } from './calendar-date.ts'
import { dateWords, dayOpeners } from './date-words.ts'
import { numberOpeners } from './number.ts'
import { ordinalOpeners } from './ordinal.ts'
import { edgeAt, halfAt, periodDayAt, yearDayAt } from './period.ts'
import type { Phrases } from './phrase.ts'
import type { Reading } from './reading.ts'
import type { DateValue } from './recognised.ts'
import { distantDayAt, lastFewAt } from './relative.ts'
import { weekdayAt } from './weekday.ts'

const GRAMMARS = [
  namedDayAt, weekdayAt, calendarDateAt, feastAt, periodDayAt, yearDayAt, edgeAt, halfAt, distantDayAt, lastFewAt,
]

/** The longest reading of what begins here as a day or a span of days. */
export function dayAt(reading: Reading, index: number): DayAt | undefined {
  const known = reading.days[index]
  if (known !== undefined) return known ?? undefined
  const found = opensDay(reading, index) ? longestDayAt(reading, index) : undefined
  reading.days[index] = found ?? null
  return found
}

function opensDay(reading: Reading, index: number): boolean {
  const token = reading.at(index)
  if (token?.type !== 'word') return token?.type === 'digits'
  const { fold } = token
  return dayOpeners(reading).has(fold) || numberOpeners(reading).has(fold) || ordinalOpeners(reading).has(fold)
}

function longestDayAt(reading: Reading, index: number): DayAt | undefined {
  let best: DayAt | undefined
  for (const grammar of GRAMMARS) {
    const found = grammar(reading, index)
    if (found && found.end > (best?.end ?? index)) best = found
  }
  return best
}

/** "hoy", "pasado mañana"; "la mañana" and "buenos días" are none. */
function namedDayAt(reading: Reading, index: number): DayAt | undefined {
  const named = reading.listed(index, dateWords(reading).days)
  if (!named || (reading.word(index) === 'manana' && MORNING.has(reading.word(index - 1)))) return undefined
  const day = reading.today + named.value
  return { end: named.end, span: { from: day, to: day }, confidence: 1 }
}

const MORNING = new Set(['la', 'esta', 'cada', 'buena', 'una', 'otra', 'las'])

export const isSingle = ({ span }: DayAt) => span.from === span.to

export const dateOf = ({ from, to }: Span): DateValue =>
  from === to ? { date: isoDay(from) } : { from: isoDay(from), to: isoDay(to) }

/** From one day to another: "del 3 al 5 de mayo", "between May 3 and May 10", "lunes a viernes", "May 3-5". */
export function dayRangeAt(reading: Reading, index: number): DayAt | undefined {
  const words = dateWords(reading)
  const between = reading.skip(index, words.between)
  const from = between > index ? between : reading.skip(index, words.rangeFrom)
  return ended(reading, from, between > index ? words.betweenAnd : words.rangeTo)
}

function ended(reading: Reading, first: number, joint: Phrases): DayAt | undefined {
  const number = dateNumberAt(reading, first)
  const at = number ? reading.skip(number.end, joint) : first
  const end = number && at > number.end ? calendarDateAt(reading, at) : undefined
  return end && isSingle(end) ? spanning(inMonthOf(end, number!.value), end) : betweenDays(reading, first, joint)
}

function betweenDays(reading: Reading, first: number, joint: Phrases): DayAt | undefined {
  const begin = dayAt(reading, first)
  if (!begin || !isSingle(begin)) return undefined
  const at = reading.skip(begin.end, joint)
  const end = at > begin.end ? dayAt(reading, at) ?? sameMonth(reading, at, begin) : undefined
  return end && isSingle(end) ? spanning(begin, end) : undefined
}

/** "May 3-5": the second number belongs to the month of the first. */
function sameMonth(reading: Reading, index: number, begin: DayAt): DayAt | undefined {
  const number = reading.spanish ? undefined : dateNumberAt(reading, index)
  const end = number && inMonthOf(begin, number.value)
  return end && { ...end, end: number.end }
}

/** "el 24 y 25 de diciembre": two days in a row. */
export function dayPairAt(reading: Reading, index: number): DayAt | undefined {
  const words = dateWords(reading)
  const number = dateNumberAt(reading, reading.skip(index, words.article))
  const at = number ? reading.skip(number.end, words.betweenAnd) : index
  const end = number && at > number.end ? calendarDateAt(reading, at) : undefined
  const begin = end && isSingle(end) ? inMonthOf(end, number!.value) : undefined
  return begin && end!.span.from === begin.span.from + 1 ? spanning(begin, end!) : undefined
}

function inMonthOf(other: DayAt, date: number): DayAt | undefined {
  const { year, month } = civil(other.span.from)
  const day = dayOf(year, month, date)
  return day === undefined ? undefined : { ...other, span: { from: day, to: day } }
}

/** A weekday that comes before the first belongs to the week after. */
function spanning(begin: DayAt | undefined, end: DayAt): DayAt | undefined {
  if (!begin) return undefined
  const [from, to] = [begin.span.from, end.span.to]
  // "de lunes a viernes" tells a habit more often than five days to come.
  const confidence = Math.min(begin.confidence, end.confidence) * (begin.weekly && end.weekly ? 0.6 : 0.95)
  if (to > from) return { end: end.end, span: { from, to }, confidence }
  return end.weekly && from - to < 7 && from !== to ? { end: end.end, span: { from, to: to + 7 }, confidence } : undefined
}
