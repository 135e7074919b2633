import { type DayAt, type Span, type Unit, civil, halfOfMonth, inCalendar, monthOf, part, third } from './calendar.ts'
import { type Edge, dateWords } from './date-words.ts'
import { plainAt } from './figure.ts'
import { numberAt, smallAt } from './number.ts'
import type { Reading } from './reading.ts'

/** A part of the calendar that was named. `marked` is false for a mere "mes" or "la semana". */
export interface PeriodAt {
  end: number
  span: Span
  unit: Unit
  marked: boolean
}

/** "la semana que viene", "este mes", "next year", "mayo de 2027", "el año 2027"; also a mere "mes". */
export function periodAt(reading: Reading, index: number): PeriodAt | undefined {
  const words = dateWords(reading)
  const afterArticle = reading.skip(index, words.article)
  const first = reading.listed(afterArticle, words.before)
  const at = first?.end ?? afterArticle
  const noun = reading.listed(at, words.units)
  if (!noun) return monthAt(reading, at, first?.value)
  const year = noun.value === 'year' ? yearNumber(reading, noun.end) : undefined
  if (year) return spanned(year.end, part('year', Date.UTC(year.value, 0) / 86_400_000, 0), 'year')
  const second = first ? undefined : reading.listed(noun.end, words.after)
  const shift = second?.value ?? first?.value
  const span = part(noun.value, reading.today, shift ?? 0)
  return { ...spanned(second?.end ?? noun.end, span, noun.value), marked: shift !== undefined }
}

const spanned = (end: number, span: Span, unit: Unit): PeriodAt => ({ end, span, unit, marked: true })

/** "mayo", "mayo de 2027", "mayo pasado"; without a year the one that is not over. */
function monthAt(reading: Reading, index: number, shift: number | undefined): PeriodAt | undefined {
  const words = dateWords(reading)
  const month = words.months.get(reading.word(index))
  if (month === undefined) return undefined
  const year = yearAt(reading, index + 1)
  const after = year ? undefined : reading.listed(index + 1, words.after)
  const way = shift ?? after?.value
  const span = monthOf(year?.value ?? yearFor(reading, month, way), month)
  const marked = year !== undefined || way !== undefined
  return span && { end: year?.end ?? after?.end ?? index + 1, span, unit: 'month', marked }
}

function yearFor(reading: Reading, month: number, shift: number | undefined): number {
  const now = civil(reading.today)
  if (shift === 0) return now.year
  if (shift === -1) return month < now.month ? now.year : now.year - 1
  const over = shift === undefined ? month < now.month : month <= now.month
  return over ? now.year + 1 : now.year
}

/** The year behind a month or date: "2027", "de 2027", "del 27", "del año que viene", ", 2027". */
export function yearAt(reading: Reading, index: number): { end: number; value: number } | undefined {
  const of = reading.skip(index, dateWords(reading).of)
  const comma = reading.word(index) === ',' ? index + 1 : of
  const at = of > index && reading.word(of) === 'ano' ? of + 1 : comma
  const written = yearNumber(reading, at)
  if (written) return written
  const short = reading.word(index) === 'del' ? plainAt(reading, of, 2) : undefined
  if (short !== undefined && reading.isDigits(of, 2)) return { end: of + 1, value: century(short) }
  const period = of > index || !reading.spanish ? yearPeriod(reading, of) : undefined
  return period && { end: period.end, value: civil(period.span.from).year }
}

function yearPeriod(reading: Reading, index: number): PeriodAt | undefined {
  const words = dateWords(reading)
  const at = reading.skip(index, words.article)
  const first = reading.listed(at, words.before)
  const noun = reading.word(first?.end ?? at)
  if (noun !== 'ano' && noun !== 'year') return undefined
  const period = periodAt(reading, index)
  return period?.marked ? period : undefined
}

/** A two-digit year: up to 69 in this century. */
export const century = (year: number) => (year < 70 ? 2000 : 1900) + year

function yearNumber(reading: Reading, index: number): { end: number; value: number } | undefined {
  const plain = reading.isDigits(index, 4) ? plainAt(reading, index, 4) : undefined
  const words = plain === undefined ? numberAt(reading, index) : undefined
  const value = plain ?? (words?.form === 'words' && words.numeral.places === 0 ? words.numeral.units : undefined)
  return value !== undefined && value >= 1900 && value < 2200 ? { end: words?.end ?? index + 1, value } : undefined
}

/** A part of the calendar that counts as a date by itself. */
export function periodDayAt(reading: Reading, index: number): DayAt | undefined {
  const period = periodAt(reading, index)
  if (!period || !inCalendar(period.span.from) || !inCalendar(period.span.to)) return undefined
  const confidence = period.marked ? 1 : standing(reading, index, period)
  return confidence > 0 ? { end: period.end, span: period.span, confidence } : undefined
}

/** How much an unmarked part means a date: "en mayo" does, "el fin de semana" too; "mes" and "la semana" do not. */
function standing(reading: Reading, index: number, { unit, end }: PeriodAt): number {
  const articled = reading.has(index, dateWords(reading).article)
  if (unit === 'month') return end === index + 1 && isMonth(reading, index) ? standingMonth(reading, index) : 0
  if (unit === 'weekend') return articled ? 0.9 : 0.6
  return unit === 'half' && articled ? 0.6 : 0
}

const standingMonth = (reading: Reading, index: number) => (opened(reading, index) ? 0.9 : isAlone(reading, index) ? 0.8 : 0)

/** A whole name: "jan" and "mar" alone are other words. */
function isMonth(reading: Reading, index: number): boolean {
  const word = reading.word(index)
  return dateWords(reading).months.has(word) && (word.length > 3 || (!reading.spanish && word === 'may'))
}

/** "31 de febrero" is no day and does not mean February either. */
const opened = (reading: Reading, index: number) =>
  dateWords(reading).monthOpeners.has(reading.word(index - 1)) && !smallAt(reading, index - 2, 1, 99)

/** "Diciembre", as an answer; inside a sentence it may be a name or a verb. */
const isAlone = (reading: Reading, index: number) =>
  reading.word(index).length > 3 && index === 0 && (reading.at(index + 1)?.type ?? 'mark') === 'mark'

/** "en 2027": a plain number of the year behind a word that makes it one. */
export function yearDayAt(reading: Reading, index: number): DayAt | undefined {
  const before = reading.word(index - 1) === 'el' ? reading.word(index - 2) : reading.word(index - 1)
  if (!reading.isDigits(index, 4) || !dateWords(reading).yearOpeners.has(before)) return undefined
  const year = yearNumber(reading, index)
  const next = reading.at(index + 1)
  if (!year || (next && !next.apart && '-/:%'.includes(next.fold))) return undefined
  return { end: year.end, span: part('year', Date.UTC(year.value, 0) / 86_400_000, 0), confidence: 0.7 }
}

/** "fin de mes", "a principios de mayo", "end of next month", "early May". */
export function edgeAt(reading: Reading, index: number): DayAt | undefined {
  const at = reading.skip(index, dateWords(reading).article)
  const edge = reading.listed(at, dateWords(reading).edges)
  const period = edge && periodAt(reading, edge.end)
  // "fin de semana" is the weekend.
  const weekend = period?.unit === 'weekend' || (reading.spanish && period?.unit === 'week' && !period.marked && edge?.value === 'end')
  if (!edge || !period || weekend) return undefined
  return { end: period.end, span: edgeOf(period.span, edge.value), confidence: 1 }
}

const edgeOf = (span: Span, edge: Edge): Span => (edge === 'end' ? { from: span.to, to: span.to } : third(span, edge))

/** "la primera quincena (de mayo)"; without a month the one that is not over. */
export function halfAt(reading: Reading, index: number): DayAt | undefined {
  const words = dateWords(reading)
  const at = reading.skip(index, words.article)
  const half = reading.listed(at, words.halves)
  if (!half || (reading.spanish && reading.word(half.end) !== 'quincena')) return undefined
  const noun = reading.spanish ? half.end + 1 : half.end
  const of = reading.skip(noun, words.of)
  const period = of > noun ? periodAt(reading, of) : undefined
  if (period?.unit === 'month') return { end: period.end, span: halfIn(period.span, half.value), confidence: 1 }
  const here = halfIn(part('month', reading.today, 0), half.value)
  const span = here.to < reading.today ? halfIn(part('month', reading.today, 1), half.value) : here
  return reading.spanish ? { end: noun, span, confidence: 0.9 } : undefined
}

function halfIn(month: Span, half: 1 | 2): Span {
  const { year, month: number } = civil(month.from)
  return halfOfMonth(year, number, half)
}
