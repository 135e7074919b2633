import { IANAZone } from 'luxon'
import type { Moment } from './recognised.ts'

/** A civil day as days since 1970-01-01, so that arithmetic needs no zone. */
export type Day = number

/** Days, both ends part of it. */
export interface Span {
  from: Day
  to: Day
}

/** A day or a span of days that begins at a token. */
export interface DayAt {
  end: number
  span: Span
  confidence: number
  /** Said by a weekday alone, so that the same day a week later may be meant. */
  weekly?: true
}

const DAY_MS = 86_400_000
const FIRST = -719_162
const LAST = 2_932_896

/** Whether a day lies between the years 1 and 9999. */
export const inCalendar = (day: Day) => day >= FIRST && day <= LAST

/** The day of a date; undefined where there is none, as on 30 February. `month` counts from 1. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || date < 1 || date > daysIn(year, month)) return undefined
  return Date.UTC(year, month - 1, date) / DAY_MS
}

export const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

export function civil(day: Day): { year: number; month: number; date: number } {
  const at = new Date(day * DAY_MS)
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() }
}

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day) => ((((day + 3) % 7) + 7) % 7) + 1

export const isoDay = (day: Day) => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** A month later or earlier, on the last day where the month is too short. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = civil(day)
  const count = year * 12 + month - 1 + months
  const [newYear, newMonth] = [Math.floor(count / 12), ((count % 12) + 12) % 12 + 1]
  return dayOf(newYear, newMonth, Math.min(date, daysIn(newYear, newMonth))) ?? Number.NaN
}

export function monthOf(year: number, month: number): Span | undefined {
  const from = dayOf(year, month, 1)
  return from === undefined ? undefined : { from, to: from + daysIn(year, month) - 1 }
}

/** The calendar's parts that people count in. A `half` is a quincena: the 1st to the 15th, or the rest of the month. */
export type Unit = 'day' | 'week' | 'weekend' | 'half' | 'month' | 'quarter' | 'semester' | 'year'

const MONTHS: Partial<Record<Unit, number>> = { month: 1, quarter: 3, semester: 6, year: 12 }

/** The part in which a day lies (offset 0), or one after or before it. Weeks begin on Monday. */
export function part(unit: Unit, today: Day, offset: number): Span {
  const monday = today - weekdayOf(today) + 1 + 7 * offset
  if (unit === 'day') return { from: today + offset, to: today + offset }
  if (unit === 'week') return { from: monday, to: monday + 6 }
  if (unit === 'weekend') return { from: monday + 5, to: monday + 6 }
  if (unit === 'half') return halfOf(today, offset)
  const { year, month } = civil(today)
  const size = MONTHS[unit]!
  const begin = dayOf(year, Math.floor((month - 1) / size) * size + 1, 1)!
  return { from: addMonths(begin, offset * size), to: addMonths(begin, (offset + 1) * size) - 1 }
}

function halfOf(today: Day, offset: number): Span {
  const { year, month, date } = civil(today)
  const count = (year * 12 + month - 1) * 2 + (date > 15 ? 1 : 0) + offset
  const whole = Math.floor(count / 2)
  return halfOfMonth(Math.floor(whole / 12), (whole % 12) + 1, count % 2 === 0 ? 1 : 2)
}

/** The first or second quincena of a month. */
export function halfOfMonth(year: number, month: number, half: 1 | 2): Span {
  const { from, to } = monthOf(year, month)!
  return half === 1 ? { from, to: from + 14 } : { from: from + 15, to }
}

/** The first, middle or last ten days of a month, or thirds of a longer part. */
export function third(span: Span, which: 'early' | 'middle' | 'late'): Span {
  const days = span.to - span.from + 1
  const size = days < 8 ? 2 : days < 32 ? 10 : Math.round(days / 3)
  if (which === 'early') return { from: span.from, to: span.from + size - 1 }
  const middle = { from: span.from + size, to: span.from + 2 * size - 1 }
  return which === 'middle' ? middle : { from: middle.to + 1, to: span.to }
}

/** Whether the name is a zone that this machine knows; remembered, since asking anew costs more than a whole text. */
export const isZone = (zone: string) => IANAZone.create(zone).isValid

/** The civil day and minute of an instant in a zone. */
export function localOf(instant: Date, zone: string): { day: Day; minute: number } {
  const local = instant.getTime() + offsetAt(instant.getTime(), zone)
  const day = Math.floor(local / DAY_MS)
  return { day, minute: Math.floor((local - day * DAY_MS) / 60_000) }
}

const QUARTER_HOUR = 900_000
const MOST_OFFSETS = 4096
const offsets = new Map<string, number>()

/** In milliseconds. Remembered by quarter of an hour, since clocks change at no other time and asking is slow. */
function offsetAt(instant: number, zone: string): number {
  const quarter = Math.floor(instant / QUARTER_HOUR)
  const key = `${zone} ${quarter}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const offset = IANAZone.create(zone).offset(quarter * QUARTER_HOUR) * 60_000
  if (offsets.size >= MOST_OFFSETS) offsets.clear()
  offsets.set(key, offset)
  return offset
}

/** The moment that a clock in the zone shows; one skipped by summer time is the same distance after the gap. */
export function momentOf(day: Day, seconds: number, zone: string): Moment {
  const shown = day * DAY_MS + seconds * 1000
  const first = offsetAt(shown, zone)
  const second = offsetAt(shown - first, zone)
  if (first === second) return momentAt(shown - first, zone)
  const agrees = offsetAt(shown - second, zone) === second
  return momentAt(shown - (agrees ? second : Math.min(first, second)), zone)
}

/** The moment so many seconds from an instant. */
export const momentAfter = (instant: Date, seconds: number, zone: string): Moment =>
  momentAt(Math.floor(instant.getTime() / 1000 + seconds) * 1000, zone)

function momentAt(instant: number, zone: string): Moment {
  const local = new Date(instant + offsetAt(instant, zone)).toISOString()
  return {
    local: local.slice(0, local.slice(17, 19) === '00' ? 16 : 19),
    instant: `${new Date(instant).toISOString().slice(0, 19)}Z`,
  }
}
