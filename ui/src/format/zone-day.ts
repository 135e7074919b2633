import { fromAbsolute, parseDate, toCalendarDate, toZoned, type CalendarDate } from '@internationalized/date'

/** Days on the clock of the company, as `YYYY-MM-DD`: the browser may stand in another zone. */
export interface Span {
  from: string
  until: string
}

const instantOf = (day: CalendarDate, timeZone: string) => toZoned(day, timeZone).toDate().toISOString()

/** The day on which an instant falls there. */
export const dayAt = (at: string | Date, timeZone: string): string =>
  toCalendarDate(fromAbsolute(new Date(at).getTime(), timeZone)).toString()

/** From one midnight to the next: 23, 24 or 25 hours. */
export const spanOfDays = (first: string, days: number, timeZone: string): Span => ({
  from: instantOf(parseDate(first), timeZone), until: instantOf(parseDate(first).add({ days }), timeZone),
})

export const addDays = (day: string, days: number): string => parseDate(day).add({ days }).toString()

/** The Monday of its week. */
export function weekOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}

export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return false
  try {
    return parseDate(text).toString() === text
  } catch {
    return false
  }
}

/** What the clock on the wall says, in minutes since it said midnight. */
export function minutesAt(at: string | Date, timeZone: string): number {
  const { hour, minute } = fromAbsolute(new Date(at).getTime(), timeZone)
  return hour * 60 + minute
}

/** When the clock on the wall says so on a day; where it skips that, as soon after as it can. */
export const instantAt = (day: string, minutes: number, timeZone: string): string =>
  toZoned(parseDate(day), timeZone).set({ hour: Math.floor(minutes / 60), minute: minutes % 60 }).toDate().toISOString()
