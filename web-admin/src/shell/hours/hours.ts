import type { Weekday } from '../../contract/graphql.ts'

export const WEEKDAYS: Weekday[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']

export interface Shift { opens: string; closes: string }
export type Week = Record<Weekday, Shift[]>
export type WeekInterval = Shift & { weekday: Weekday }
export type ShiftProblem = 'INCOMPLETE' | 'BACKWARDS' | 'OVERLAP'

// A browser's time field knows no 24:00; closing at 00:00 can only mean the end of the day.
const toField = (closes: string) => (closes === '24:00' ? '00:00' : closes)
const toServer = (closes: string) => (closes === '00:00' ? '24:00' : closes)
const byOpening = (a: Shift, b: Shift) => a.opens.localeCompare(b.opens)
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** As fields hold them. */
export const shiftsOf = (hours: readonly Shift[]): Shift[] => hours.map(({ opens, closes }) => ({ opens, closes: toField(closes) })).sort(byOpening)

/** As the server holds them. */
export const hoursIn = (shifts: readonly Shift[]): Shift[] => [...shifts].sort(byOpening).map(({ opens, closes }) => ({ opens, closes: toServer(closes) }))

export const weekOf = (intervals: readonly WeekInterval[]): Week =>
  Object.fromEntries(WEEKDAYS.map(day => [day, shiftsOf(intervals.filter(({ weekday }) => weekday === day))])) as Week

export const intervalsOf = (week: Week): WeekInterval[] => WEEKDAYS.flatMap(weekday => hoursIn(week[weekday]).map(shift => ({ weekday, ...shift })))

/** What is wrong with a day, or nothing. Shifts that only touch are fine. */
export function problemOf(shifts: Shift[]): ShiftProblem | undefined {
  if (shifts.some(({ opens, closes }) => !opens || !closes)) return 'INCOMPLETE'
  if (shifts.some(({ opens, closes }) => opens >= toServer(closes))) return 'BACKWARDS'
  const sorted = [...shifts].sort(byOpening)
  const overlaps = sorted.some((shift, at) => at > 0 && shift.opens < toServer(sorted[at - 1]!.closes))
  return overlaps ? 'OVERLAP' : undefined
}

/** Proposes the shift that most people add: the working day, or the afternoon after a morning. */
export function nextShift(shifts: Shift[]): Shift {
  const last = [...shifts].sort(byOpening).at(-1)
  if (!last?.closes) return { opens: '09:00', closes: '18:00' }
  const opens = Math.min(minutesOf(toServer(last.closes)) + 60, 22 * 60)
  const time = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return { opens: time(opens), closes: toField(time(Math.min(opens + 240, 24 * 60))) }
}

export const hoursOf = (week: Week) => WEEKDAYS
  .flatMap(day => (problemOf(week[day]) ? [] : week[day]))
  .reduce((sum, { opens, closes }) => sum + minutesOf(toServer(closes)) - minutesOf(opens), 0) / 60

/** The hours of one day for others too. */
export function copyDay(week: Week, from: Weekday, to: readonly Weekday[]) {
  for (const day of to) if (day !== from) week[day] = week[from].map(shift => ({ ...shift }))
}
