import { type Day, type DayAt, addMonths, civil, dayOf } from './calendar.ts'
import { dateWords } from './date-words.ts'
import { smallAt } from './number.ts'
import { ordinalAt } from './ordinal.ts'
import { century, periodAt, yearAt } from './period.ts'
import type { Reading } from './reading.ts'
import { timeWords } from './time-words.ts'

/** "Navidad", "Christmas Eve"; "feliz Navidad" is a wish. */
export function feastAt(reading: Reading, index: number): DayAt | undefined {
  const feast = reading.listed(index, dateWords(reading).feasts)
  if (!feast || WISHES.has(reading.word(index - 1))) return undefined
  const [month, date] = feast.value
  const year = yearAt(reading, feast.end)
  return exact(reading, year?.value, month, date, year?.end ?? feast.end)
}

const WISHES = new Set(['feliz', 'felices', 'merry', 'happy'])

/** A day by its date: "3 de mayo (del 2027)", "May 3rd", "el día 5", "03/05/2027", "2027-05-03". */
export function calendarDateAt(reading: Reading, index: number): DayAt | undefined {
  if (reading.isDigits(index)) return figuresAt(reading, index) ?? dayFirstAt(reading, index)
  return monthFirstAt(reading, index) ?? dayFirstAt(reading, index)
}

interface Numbered {
  end: number
  value: number
  ordinal: boolean
}

/** The number of a day: "3", "tres", "primero", "3rd". */
export function dateNumberAt(reading: Reading, index: number): Numbered | undefined {
  const ordinal = ordinalAt(reading, index)
  if (ordinal && ordinal.value <= 31 && (!reading.spanish || ordinal.value === 1)) return { ...ordinal, ordinal: true }
  const small = smallAt(reading, index, 1, 31)
  return small && { ...small, ordinal: false }
}

function dayFirstAt(reading: Reading, index: number): DayAt | undefined {
  const words = dateWords(reading)
  const afterArticle = reading.skip(index, words.article)
  const at = reading.skip(afterArticle, words.dayWord)
  const number = dateNumberAt(reading, at)
  if (!number) return undefined
  const of = reading.skip(number.end, words.of)
  const month = reading.word(of) === '-' ? undefined : words.months.get(reading.word(of))
  const hyphened = hyphenedMonth(reading, number.end)
  if (hyphened) return hyphened(number.value)
  if (month !== undefined) {
    if (of === number.end && isModal(reading, of, number)) return undefined
    return dated(reading, month, number.value, of + 1)
  }
  return inPeriod(reading, number, of) ?? alone(reading, index, number, at > afterArticle || endsInDayWord(reading, at))
}

const endsInDayWord = (reading: Reading, at: number) => reading.has(at - 1, dateWords(reading).dayWord)

/** In English "may" and "march" are verbs as well. */
function isModal(reading: Reading, index: number, number: Numbered): boolean {
  const word = reading.word(index)
  if (reading.spanish || number.ordinal || (word !== 'may' && word !== 'march' && word !== 'mar')) return false
  return reading.raw(index)[0] === word[0] && yearAt(reading, index + 1) === undefined
}

/** "3-may-2027". */
function hyphenedMonth(reading: Reading, index: number): ((date: number) => DayAt | undefined) | undefined {
  const hyphen = reading.word(index) === '-' && reading.glued(index)
  const month = hyphen ? dateWords(reading).months.get(reading.word(index + 1)) : undefined
  if (month === undefined) return undefined
  const at = reading.word(index + 2) === '-' && reading.isDigits(index + 3) ? index + 3 : undefined
  const year = at === undefined ? undefined : yearOf(reading.word(at))
  return date => exact(reading, year, month, date, at === undefined ? index + 2 : at + 1)
}

function dated(reading: Reading, month: number, date: number, end: number): DayAt | undefined {
  const dotted = reading.word(end) === '.' && reading.glued(end) && reading.word(end - 1).length < 5 ? end + 1 : end
  const year = yearAt(reading, dotted)
  return exact(reading, year?.value, month, date, year?.end ?? end)
}

function exact(reading: Reading, year: number | undefined, month: number, date: number, end: number): DayAt | undefined {
  const day = year === undefined ? nearDate(reading, month, date, end) : dayOf(year, month, date)
  return day === undefined ? undefined : { end, span: { from: day, to: day }, confidence: 1 }
}

const HALF_YEAR = 183
const LOOK_BACK = 8

/** From today on, unless the words before tell of the past: "pagué el 15 de noviembre", "since May 3". */
function nearDate(reading: Reading, month: number, date: number, end: number): Day | undefined {
  const next = nextDate(reading.today, month, date)
  if (next === undefined || next - reading.today <= HALF_YEAR) return next
  const last = dayOf(civil(next).year - 1, month, date)
  return last !== undefined && tellsOfPast(reading, end) ? last : next
}

function tellsOfPast(reading: Reading, end: number): boolean {
  for (let at = end - 1; at >= 0 && at >= end - LOOK_BACK; at--) {
    if (PAST.has(reading.word(at)) || (reading.spanish && isPreterite(reading.raw(at)))) return true
  }
  return false
}

/** "pagué", "salió", "pedí": by the accent on its end, which hardly another word has. */
function isPreterite(word: string): boolean {
  if (word.length < 4 || word.length > 20) return false
  const composed = word.normalize('NFC').toLowerCase()
  return 'éóí'.includes(composed.at(-1)!) && !ACCENTED.has(composed)
}

const ACCENTED = new Set(['aquí', 'allí', 'café', 'josé', 'bebé', 'porqué', 'casí', 'ahí'])
const PAST = new Set((
  'desde fue fui hice hizo dije dijo vine vino tuve tuvo estuve quise pude pasado ultimo since was were did paid bought ordered received made ' +
  'sent went got came had last arrived started'
).split(' '))

/** The first such date from today on; 29 February may be years away. */
function nextDate(today: Day, month: number, date: number): Day | undefined {
  const { year } = civil(today)
  for (let ahead = 0; ahead <= 8; ahead++) {
    const day = dayOf(year + ahead, month, date)
    if (day !== undefined && day >= today) return day
  }
  return undefined
}

/** "el 5 de este mes", "the 5th of next month". */
function inPeriod(reading: Reading, number: Numbered, of: number): DayAt | undefined {
  const period = of > number.end ? periodAt(reading, of) : undefined
  if (period?.unit !== 'month' || !(period.marked || reading.word(of - 1) === 'del')) return undefined
  const { year, month } = civil(period.span.from)
  return exact(reading, year, month, number.value, period.end)
}

/** "el día 5"; in English "on the 5th". A number alone is no day. */
function alone(reading: Reading, index: number, number: Numbered, dayWord: boolean): DayAt | undefined {
  const english = number.ordinal && reading.word(index) === 'the' && dateWords(reading).dayOpeners.has(reading.word(index - 1)) &&
    !isOfThings(reading, number.end)
  if (!(reading.spanish && dayWord) && !english) return undefined
  for (let ahead = 0; ahead < 3; ahead++) {
    const { year, month } = civil(addMonths(reading.today, ahead))
    const day = dayOf(year, month, number.value)
    if (day !== undefined && day >= reading.today) return { end: number.end, span: { from: day, to: day }, confidence: 0.9 }
  }
  return undefined
}

/** "on the 3rd floor". */
const isOfThings = (reading: Reading, index: number) =>
  reading.at(index)?.type === 'word' && !timeWords(reading).after.has(reading.word(index))

/** "May 3", "May the 3rd, 2027", "mayo 3". */
function monthFirstAt(reading: Reading, index: number): DayAt | undefined {
  const month = dateWords(reading).months.get(reading.word(index))
  if (month === undefined) return undefined
  const dotted = reading.word(index + 1) === '.' ? index + 2 : index + 1
  const at = reading.word(dotted) === 'the' ? dotted + 1 : dotted
  const ordinal = ordinalAt(reading, at)
  const number = ordinal ?? (reading.isDigits(at) ? smallAt(reading, at, 1, 31) : undefined)
  if (!number || number.value > 31 || CLOCK.has(reading.word(number.end))) return undefined
  return dated(reading, month, number.value, number.end)
}

const CLOCK = new Set([':', 'am', 'pm', 'a.m', 'p.m', '%', '/'])

const SEPARATORS = new Set(['/', '-', '.'])

/** Dates of digits alone. Two parts ("3/5") are a date only behind a word that makes them one. */
function figuresAt(reading: Reading, index: number): DayAt | undefined {
  const separator = reading.word(index + 1)
  if (!SEPARATORS.has(separator) || !joined(reading, index + 1) || isContinued(reading, index)) return undefined
  const parts = [reading.word(index), reading.word(index + 2), reading.word(index + 4)]
  const three = reading.word(index + 3) === separator && joined(reading, index + 3)
  const end = index + (three ? 5 : 3)
  if (reading.glued(end) && (SEPARATORS.has(reading.word(end)) && joined(reading, end))) return undefined
  if (three) return ofThree(reading, parts as [string, string, string], end)
  const meant = separator === '/' && dateWords(reading).dayOpeners.has(reading.word(index - 1))
  return meant ? ofTwo(reading, parts[0]!, parts[1]!, end) : undefined
}

const joined = (reading: Reading, index: number) =>
  reading.glued(index) && reading.glued(index + 1) && reading.isDigits(index + 1)

const isContinued = (reading: Reading, index: number) =>
  reading.glued(index) && (SEPARATORS.has(reading.word(index - 1)) || reading.at(index - 1)?.type === 'word')

function ofThree(reading: Reading, [a, b, c]: [string, string, string], end: number): DayAt | undefined {
  if (a.length === 4 && b.length <= 2 && c.length <= 2) return exact(reading, Number(a), Number(b), Number(c), end)
  if (a.length > 2 || b.length > 2 || (c.length !== 4 && c.length !== 2)) return undefined
  const [date, month] = ordered(reading, Number(a), Number(b))
  return exact(reading, yearOf(c), month, date, end)
}

function ofTwo(reading: Reading, a: string, b: string, end: number): DayAt | undefined {
  if (a.length > 2 || b.length > 2) return undefined
  const [date, month] = ordered(reading, Number(a), Number(b))
  const found = exact(reading, undefined, month, date, end)
  return found && { ...found, confidence: 0.8 }
}

/** Day and month; the order that the language or the options say, unless only the other one exists. */
function ordered({ options, spanish }: Reading, a: number, b: number): [date: number, month: number] {
  const dayFirst = (options.dateOrder ?? (spanish ? 'dayFirst' : 'monthFirst')) === 'dayFirst'
  if (dayFirst) return b > 12 && a <= 12 ? [b, a] : [a, b]
  return a > 12 && b <= 12 ? [a, b] : [b, a]
}

function yearOf(digits: string): number {
  const year = plainYear(digits)
  return digits.length === 2 ? century(year) : year
}

const plainYear = (digits: string) => (digits.length <= 4 ? Number(digits) : 0)

