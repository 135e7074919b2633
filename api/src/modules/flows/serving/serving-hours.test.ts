import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BusinessCalendar, type OpeningInterval, type Weekday } from '../../tenancy/index.ts'
import { isServing, mayMeet, type ServingHours } from './serving-hours.ts'

const ZONE = 'America/Santo_Domingo'
const at = (text: string) => new Date(`${text}-04:00`)
const office: OpeningInterval[] = [{ weekday: 'MONDAY', opens: '09:00', closes: '18:00' }]
const calendar = new BusinessCalendar(ZONE, office, [])
const own = (...intervals: OpeningInterval[]): ServingHours => ({ hours: 'WEEKLY', intervals })
const of = (hours: ServingHours['hours']): ServingHours => ({ hours, intervals: [] })

test('a bot answers always, while people work, while they do not, or at hours of its own', () => {
  const [monday, night] = [at('2026-11-23T10:00:00'), at('2026-11-23T22:00:00')]
  expect([of('ALWAYS'), of('OPEN'), of('CLOSED')].map(hours => [isServing(hours, calendar, monday), isServing(hours, calendar, night)]))
    .toEqual([[true, true], [true, false], [false, true]])
  const late = own({ weekday: 'MONDAY', opens: '20:00', closes: '24:00' })
  expect([isServing(late, calendar, monday), isServing(late, calendar, night), isServing(late, calendar, at('2026-11-24T00:00:00'))]).toEqual([false, true, false])
})

test('hours of one’s own and the company’s may meet, as do any and always; open and closed do not', () => {
  const mine = own(office[0]!)
  expect([mayMeet(of('OPEN'), of('CLOSED')), mayMeet(of('OPEN'), of('OPEN')), mayMeet(of('ALWAYS'), of('CLOSED')), mayMeet(mine, of('OPEN')), mayMeet(mine, mine)])
    .toEqual([false, true, true, true, true])
})

const times = ['00:00', '06:00', '09:00', '12:00', '18:00', '24:00']
const interval = fc.tuple(fc.constantFrom<Weekday>('MONDAY', 'TUESDAY'), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 5 }))
  .map(([weekday, from, length]) => ({ weekday, opens: times[from]!, closes: times[Math.min(5, from + length)]! }))
const any: fc.Arbitrary<ServingHours> = fc.oneof(fc.constantFrom(of('ALWAYS'), of('OPEN'), of('CLOSED')), fc.array(interval, { minLength: 1, maxLength: 3 }).map(all => own(...all)))

test('two whose hours may not meet are never there at one moment, whatever the company’s hours', () => {
  const moments = Array.from({ length: 48 }, (_, half) => new Date(at('2026-11-23T00:00:00').getTime() + half * 3_600_000))
  fc.assert(fc.property(any, any, fc.array(interval, { maxLength: 3 }), (one, other, hours) => {
    const company = new BusinessCalendar(ZONE, hours, [])
    const meet = moments.some(moment => isServing(one, company, moment) && isServing(other, company, moment))
    expect(meet && !mayMeet(one, other)).toBe(false)
  }))
})
