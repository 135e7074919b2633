import { expect, test } from 'vitest'
import type { CalendarPage_BusinessCalendarFragment as Calendar } from '../../contract/graphql.ts'
import { problemOf, WEEKDAYS, type Week } from '../../shell/hours/hours.ts'
import { formOf, holidayProblemOf, inputOf, isSound, type CalendarForm } from './week.ts'

const closedWeek = () => Object.fromEntries(WEEKDAYS.map(day => [day, []])) as unknown as Week
const form = (week: Partial<Week>): CalendarForm =>
  ({ version: 1, holidays: [], week: { ...closedWeek(), ...week } })

test('midnight as closing time is the end of the day, and travels as 24:00', () => {
  const monday = [{ opens: '18:00', closes: '00:00' }]
  expect(problemOf(monday)).toBeUndefined()
  expect(inputOf(form({ MONDAY: monday })).intervals).toEqual([{ weekday: 'MONDAY', opens: '18:00', closes: '24:00' }])
})

test('what the server said comes back unchanged', () => {
  const intervals = [
    { weekday: 'MONDAY', opens: '08:00', closes: '24:00' }, { weekday: 'SUNDAY', opens: '10:00', closes: '12:00' },
  ]
  const holidays = [{ date: '2026-02-27', name: 'Independencia' }]
  const calendar = { timeZone: 'America/Santo_Domingo', isOpen: true, version: 3, intervals, holidays } as unknown as Calendar
  expect(inputOf(formOf(calendar))).toEqual({ version: 3, intervals, holidays })
})

test('an unfinished shift or a holiday that is there twice keeps the calendar from being saved', () => {
  expect(isSound(form({ FRIDAY: [{ opens: '', closes: '18:00' }] }))).toBe(false)
  const twice = [{ date: '2026-01-01', name: 'A' }, { date: '2026-01-01', name: 'B' }]
  expect(holidayProblemOf(twice[0]!, twice)).toBe('REPEATED')
  expect(isSound({ ...form({}), holidays: twice })).toBe(false)
})
