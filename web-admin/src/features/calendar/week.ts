import type { CalendarPage_BusinessCalendarFragment as Calendar, Weekday } from '../../contract/graphql.ts'

export const WEEKDAYS: Weekday[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']

export interface Shift { opens: string; closes: string }
export interface HolidayDraft { date: string; name: string }
export interface CalendarForm { version: number; week: Record<Weekday, Shift[]>; holidays: HolidayDraft[] }
export type ShiftProblem = 'INCOMPLETE' | 'BACKWARDS' | 'OVERLAP'
export type HolidayProblem = 'NO_DATE' | 'NO_NAME' | 'REPEATED'

// A browser's time field knows no 24:00; closing at 00:00 can only mean the end of the day.
const toField = (closes: string) => (closes === '24:00' ? '00:00' : closes)
const toServer = (closes: string) => (closes === '00:00' ? '24:00' : closes)
const byOpening = (a: Shift, b: Shift) => a.opens.localeCompare(b.opens)
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

export function formOf({ version, intervals, holidays }: Calendar): CalendarForm {
  const shiftsOf = (day: Weekday) => intervals
    .filter(({ weekday }) => weekday === day)
    .map(({ opens, closes }) => ({ opens, closes: toField(closes) }))
    .sort(byOpening)
  const week = Object.fromEntries(WEEKDAYS.map(day => [day, shiftsOf(day)])) as CalendarForm['week']
  return { version, week, holidays: holidays.map(({ date, name }) => ({ date, name })).sort((a, b) => a.date.localeCompare(b.date)) }
}

export const inputOf = ({ version, week, holidays }: CalendarForm) => ({
  version,
  intervals: WEEKDAYS.flatMap(weekday => [...week[weekday]].sort(byOpening)
    .map(({ opens, closes }) => ({ weekday, opens, closes: toServer(closes) }))),
  holidays: holidays.map(({ date, name }) => ({ date, name: name.trim() })),
})

/** What is wrong with a day, or nothing. Shifts that only touch are fine. */
export function problemOf(shifts: Shift[]): ShiftProblem | undefined {
  if (shifts.some(({ opens, closes }) => !opens || !closes)) return 'INCOMPLETE'
  if (shifts.some(({ opens, closes }) => opens >= toServer(closes))) return 'BACKWARDS'
  const sorted = [...shifts].sort(byOpening)
  const overlaps = sorted.some((shift, at) => at > 0 && shift.opens < toServer(sorted[at - 1]!.closes))
  return overlaps ? 'OVERLAP' : undefined
}

export function holidayProblemOf(holiday: HolidayDraft, all: HolidayDraft[]): HolidayProblem | undefined {
  if (!holiday.date) return 'NO_DATE'
  if (!holiday.name.trim()) return 'NO_NAME'
  return all.filter(({ date }) => date === holiday.date).length > 1 ? 'REPEATED' : undefined
}

export const isSound = ({ week, holidays }: CalendarForm) =>
  WEEKDAYS.every(day => !problemOf(week[day])) && holidays.every(holiday => !holidayProblemOf(holiday, holidays))

/** Proposes the shift that most people add: the working day, or the afternoon after a morning. */
export function nextShift(shifts: Shift[]): Shift {
  const last = [...shifts].sort(byOpening).at(-1)
  if (!last?.closes) return { opens: '09:00', closes: '18:00' }
  const opens = Math.min(minutesOf(toServer(last.closes)) + 60, 22 * 60)
  const time = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return { opens: time(opens), closes: toField(time(Math.min(opens + 240, 24 * 60))) }
}

export const hoursOf = (week: CalendarForm['week']) => WEEKDAYS
  .flatMap(day => (problemOf(week[day]) ? [] : week[day]))
  .reduce((sum, { opens, closes }) => sum + minutesOf(toServer(closes)) - minutesOf(opens), 0) / 60
