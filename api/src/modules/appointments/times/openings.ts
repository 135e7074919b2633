import { DateTime } from 'luxon'
import { BusinessCalendar, type Holiday, type Opening, type OpeningInterval, type Weekday } from '../../tenancy/index.ts'

export type WeekHours = OpeningInterval

export interface DayHours {
  opens: string
  closes: string
}

/** Instead of the week's hours on one date; closed where it has none. */
export interface DayException {
  date: string
  hours: DayHours[]
  note: string | null
}

export interface WorkingHours {
  timeZone: string
  hours: readonly WeekHours[]
  exceptions: readonly DayException[]
  holidays: readonly Holiday[]
}

const WEEKDAYS: Weekday[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']

/**
 * When a resource works between two instants, in order; openings that touch are one. An exception goes before the week, and before
 * a holiday: whoever says that she works on one, does.
 */
export function openingsOf({ timeZone, hours, exceptions, holidays }: WorkingHours, from: Date, until: Date): Opening[] {
  const closed = [...holidays, ...exceptions.map(({ date }) => ({ date, name: '' }))]
  const usual = [...new BusinessCalendar(timeZone, hours, closed).openings(from, until)]
  const unusual = exceptions.filter(({ hours: own }) => own.length > 0).flatMap(exception => openingsOn(exception, timeZone, from, until))
  return joined([...usual, ...unusual])
}

function openingsOn({ date, hours }: DayException, timeZone: string, from: Date, until: Date): Opening[] {
  const day = dayOf(date, timeZone)
  const [start, end] = [later(day.from, from), earlier(day.to, until)]
  if (start >= end) return []
  const weekday = WEEKDAYS[DateTime.fromISO(date, { zone: timeZone }).weekday - 1]!
  return [...new BusinessCalendar(timeZone, hours.map(one => ({ weekday, ...one })), []).openings(start, end)]
}

/** A date on the clock of a zone: 23, 24 or 25 hours. */
export function dayOf(date: string, timeZone: string): Opening {
  const start = DateTime.fromISO(date, { zone: timeZone }).startOf('day')
  return { from: start.toJSDate(), to: start.plus({ days: 1 }).startOf('day').toJSDate() }
}

export const dateOf = (at: Date, timeZone: string): string => DateTime.fromJSDate(at, { zone: timeZone }).toISODate()!

/** The days that touch the time between two instants. */
export function* daysBetween(from: Date, until: Date, timeZone: string): Generator<Opening> {
  for (let day = dayOf(dateOf(from, timeZone), timeZone); day.from < until; day = dayOf(dateOf(day.to, timeZone), timeZone)) yield day
}

function joined(openings: Opening[]): Opening[] {
  const whole: Opening[] = []
  for (const { from, to } of openings.toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
    const last = whole.at(-1)
    if (last && last.to >= from) last.to = later(last.to, to)
    else whole.push({ from, to })
  }
  return whole
}

export const later = (one: Date, other: Date): Date => (one > other ? one : other)
export const earlier = (one: Date, other: Date): Date => (one < other ? one : other)
