import { expect, test } from 'vitest'
import { clockTime, createFormat } from './format.ts'

const spanish = createFormat({ locale: 'es', timeZone: 'America/Santo_Domingo', currency: 'DOP' })
const english = createFormat({ locale: 'en', timeZone: 'America/Santo_Domingo' })
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

test('an instant is told in the zone of the tenant, not of the browser', () => {
  expect(plain(spanish.time('2026-03-01T02:30:00Z'))).toBe('10:30 p. m.')
  expect(english.date('2026-03-01T02:30:00Z')).toBe('Feb 28, 2026')
})

test('a calendar date stays the same day in every zone', () => {
  expect(createFormat({ locale: 'en', timeZone: 'Pacific/Kiritimati' }).calendarDate('2026-02-27')).toBe('February 27, 2026')
})

test('a month and a language are told in words, and a code that is none as it is', () => {
  expect(spanish.calendarMonth('2026-11')).toBe('noviembre de 2026')
  expect(english.language('es_MX')).toBe('Mexican Spanish')
  expect(spanish.language('not a code')).toBe('not a code')
})

test('money keeps the cents of its decimal string', () => {
  expect(plain(createFormat({ locale: 'en', currency: 'USD' }).money('1290.10'))).toBe('$1,290.10')
})

test('a duration shows its two largest units', () => {
  expect(plain(spanish.duration(412))).toBe('6 min 52 seg.')
  expect(plain(english.duration(90_061))).toBe('1 day 1 hr')
  expect(plain(english.duration(0))).toBe('0 sec')
})

test('what happened a moment ago is now', () => {
  const now = new Date('2026-03-01T12:00:00Z')
  expect(english.relative('2026-03-01T11:59:55Z', now)).toBe('now')
  expect(english.relative('2026-03-01T11:55:00Z', now)).toBe('5 min. ago')
  expect(english.relative('2026-02-27T12:00:00Z', now)).toBe('2 days ago')
})

test('the end of the day is midnight on the clock', () => {
  expect(plain(clockTime('en', '24:00'))).toBe('12:00 AM')
})

test('what the server says has happened is never in the future, whatever the clock here', () => {
  expect(english.ago('2026-03-01T12:00:15Z', new Date('2026-03-01T12:00:00Z'))).toBe('now')
})

test('a score keeps its two places', () => {
  expect(english.decimal(0.9)).toBe('0.90')
})

test('a stretch of time says the half of the day once where that is enough', () => {
  const [morning, night] = [createFormat({ locale: 'en', timeZone: 'America/Santo_Domingo' }), createFormat({ locale: 'es', timeZone: 'America/Santo_Domingo' })]
  expect(morning.timeRange('2026-12-01T13:00Z', '2026-12-01T13:30Z').replaceAll(/\s/g, ' ')).toBe('9:00 – 9:30 AM')
  expect(night.timeRange('2026-12-01T15:30Z', '2026-12-01T16:30Z')).toMatch(/^11:30.+12:30/)
  expect(morning.calendarRange('2026-11-30', '2026-12-06').replaceAll(/\s/g, ' ')).toBe('Nov 30 – Dec 6, 2026')
})
