import { DateTime } from 'luxon'

/** A calendar day, `YYYY-MM-DD`. Days compare as texts. */
export type Day = string

/** For sorting: days, and other texts whose order is that of their code units, the same on every machine. */
export const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** Whether a calendar day, `YYYY-MM-DD`, is one that the calendar and the database know: no 31st of February, no year 0. */
export function isDay(day: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) && day >= '0001-01-01'
}

const DAY_MS = 86_400_000
const timeOf = (day: Day) => Date.parse(`${day}T00:00:00Z`)
const dayOf = (time: number): Day => new Date(time).toISOString().slice(0, 10)

export const addDays = (day: Day, days: number): Day => dayOf(timeOf(day) + days * DAY_MS)

/** Negative where the second is the earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((timeOf(to) - timeOf(from)) / DAY_MS)

/** The same day of another month, or its last where it has none: 31 January and a month is 28 or 29 February. Count from the first day, not from the last result. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  first.setUTCDate(Math.min(date, new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()))
  return dayOf(first.getTime())
}

/** The first day of its month. */
export const firstOfMonth = (day: Day): Day => `${day.slice(0, 8)}01`

export const daysInMonth = (day: Day): number => daysBetween(firstOfMonth(day), addMonths(firstOfMonth(day), 1))

/** The day that it is somewhere at a moment. */
export const localDay = (moment: Date, timeZone: string): Day => DateTime.fromJSDate(moment, { zone: timeZone }).toISODate()!

/** The moment at which a day begins somewhere: midnight, or the first moment after it where clocks skip midnight. */
export const startOfDay = (day: Day, timeZone: string): Date => DateTime.fromISO(day, { zone: timeZone }).startOf('day').toJSDate()
