import type { CalendarPage_BusinessCalendarFragment as Calendar } from '../../contract/graphql.ts'
import { intervalsOf, problemOf, WEEKDAYS, weekOf, type Week } from '../../shell/hours/hours.ts'

export interface HolidayDraft { date: string; name: string }
export interface CalendarForm { version: number; week: Week; holidays: HolidayDraft[] }
export type HolidayProblem = 'NO_DATE' | 'NO_NAME' | 'REPEATED'

export const formOf = ({ version, intervals, holidays }: Calendar): CalendarForm => ({
  version, week: weekOf(intervals), holidays: holidays.map(({ date, name }) => ({ date, name })).sort((a, b) => a.date.localeCompare(b.date)),
})

export const inputOf = ({ version, week, holidays }: CalendarForm) =>
  ({ version, intervals: intervalsOf(week), holidays: holidays.map(({ date, name }) => ({ date, name: name.trim() })) })

export function holidayProblemOf(holiday: HolidayDraft, all: HolidayDraft[]): HolidayProblem | undefined {
  if (!holiday.date) return 'NO_DATE'
  if (!holiday.name.trim()) return 'NO_NAME'
  return all.filter(({ date }) => date === holiday.date).length > 1 ? 'REPEATED' : undefined
}

export const isSound = ({ week, holidays }: CalendarForm) =>
  WEEKDAYS.every(day => !problemOf(week[day])) && holidays.every(holiday => !holidayProblemOf(holiday, holidays))
