import { expect, test } from 'vitest'
import { addDays, dayAt, instantAt, isDay, minutesAt, spanOfDays, weekOf } from './zone-day.ts'

const HERE = 'America/Santo_Domingo'

test('a day begins when it is midnight for the company, wherever the browser is', () => {
  expect(dayAt('2026-12-01T03:59:00Z', HERE)).toBe('2026-11-30')
  expect(dayAt('2026-12-01T04:00:00Z', HERE)).toBe('2026-12-01')
  expect(dayAt('2026-12-01T04:00:00Z', 'Asia/Tokyo')).toBe('2026-12-01')
  expect(spanOfDays('2026-12-01', 1, HERE)).toEqual({ from: '2026-12-01T04:00:00.000Z', until: '2026-12-02T04:00:00.000Z' })
})

test('a day on which the clocks turn has 23 or 25 hours', () => {
  expect(spanOfDays('2026-03-08', 1, 'America/New_York')).toEqual({ from: '2026-03-08T05:00:00.000Z', until: '2026-03-09T04:00:00.000Z' })
  expect(spanOfDays('2026-11-01', 1, 'America/New_York')).toEqual({ from: '2026-11-01T04:00:00.000Z', until: '2026-11-02T05:00:00.000Z' })
  expect(minutesAt('2026-03-08T07:30:00Z', 'America/New_York')).toBe(3.5 * 60)
})

test('a time is where the clock on the wall shows it, and what the clock skips is later', () => {
  expect(instantAt('2026-12-01', 9 * 60 + 30, HERE)).toBe('2026-12-01T13:30:00.000Z')
  expect(instantAt('2026-03-08', 150, 'America/New_York')).toBe('2026-03-08T07:30:00.000Z')
})

test('a week begins on its Monday, and days go over the ends of months and years', () => {
  expect(['2026-11-30', '2026-12-01', '2026-12-06'].map(weekOf)).toEqual(['2026-11-30', '2026-11-30', '2026-11-30'])
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
})

test('what is no day of the calendar is none', () => {
  expect(['2026-12-01', '2026-13-01', '2026-02-30', 'mañana', undefined].map(isDay)).toEqual([true, false, false, false, false])
})
