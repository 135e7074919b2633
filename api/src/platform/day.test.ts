import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, daysBetween, daysInMonth, localDay, startOfDay } from './day.ts'

test.each([
  ['2027-01-31', 1, '2027-02-28'], ['2028-01-31', 1, '2028-02-29'], ['2028-02-29', 12, '2029-02-28'], ['2028-02-29', 48, '2032-02-29'],
  ['2026-03-31', -1, '2026-02-28'], ['2026-12-15', 1, '2027-01-15'], ['2027-01-15', -1, '2026-12-15'],
])('%s and %i months is %s', (day, months, then) => {
  expect(addMonths(day, months)).toBe(then)
})

test('a month has as many days as lie between its first and that of the next', () => {
  expect(['2027-02-10', '2028-02-10', '2026-11-30', '2026-12-01'].map(daysInMonth)).toEqual([28, 29, 30, 31])
})

test('as many days back as there were forth is the same day', () => {
  const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }).map(date => date.toISOString().slice(0, 10))
  fc.assert(fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
    const to = addDays(from, days)
    expect(daysBetween(from, to)).toBe(days)
    expect(addDays(to, -days)).toBe(from)
  }))
})

test('a moment is the day of the place, whatever clocks do there', () => {
  expect(localDay(new Date('2026-12-01T03:59:00Z'), 'America/Santo_Domingo')).toBe('2026-11-30')
  expect(localDay(new Date('2026-12-01T04:00:00Z'), 'America/Santo_Domingo')).toBe('2026-12-01')
  // In Beirut clocks went from midnight to one o'clock.
  expect(startOfDay('2026-03-29', 'Asia/Beirut').toISOString()).toBe('2026-03-28T22:00:00.000Z')
  fc.assert(fc.property(fc.constantFrom('America/Santo_Domingo', 'Asia/Beirut', 'Pacific/Apia', 'America/Santiago'), fc.integer({ min: 0, max: 20_000 }), (zone, n) => {
    const day = addDays('2000-01-01', n)
    const start = startOfDay(day, zone)
    // Apia left out the last but one day of 2011.
    if (day !== '2011-12-30' || zone !== 'Pacific/Apia') expect(localDay(start, zone)).toBe(day)
    expect(localDay(new Date(start.getTime() - 1), zone) < day).toBe(true)
  }))
})
