import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import {
  BusinessCalendar,
  minutesOf,
  officeHours,
  overlappingWeekday,
  weekdays,
} from './business-calendar.ts'
import type { Holiday, OpeningInterval } from './business-calendar.ts'

const zones = [
  'America/Santo_Domingo',
  'America/New_York',
  'America/Santiago',
  'America/Havana',
  'Europe/Madrid',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Beirut',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
]

const calendar = (
  intervals: OpeningInterval[],
  { zone = 'America/Santo_Domingo', holidays = [] as Holiday[] } = {},
) => new BusinessCalendar(zone, intervals, holidays)
const at = (text: string) => new Date(text)

describe('a tenant with office hours', () => {
  const office = calendar(officeHours(), {
    holidays: [{ date: '2026-11-06', name: 'Día de la Constitución' }],
  })

  test('is open from the first minute to before the last', () => {
    expect(['12:59:59.999', '13:00:00.000', '21:59:59.999', '22:00:00.000']
      .map(time => office.isOpen(at(`2026-11-23T${time}Z`)))).toEqual([false, true, true, false])
  })

  test('opens on Monday when it closes on Friday', () => {
    expect(office.nextChange(at('2026-11-27T22:00:00Z'))).toEqual(at('2026-11-30T13:00:00Z'))
  })

  test('sleeps through a holiday', () => {
    expect(office.nextChange(at('2026-11-05T22:00:00Z'))).toEqual(at('2026-11-09T13:00:00Z'))
  })
})

test('a calendar without hours never changes, nor does one without a closed minute', () => {
  const always = weekdays.map(weekday => ({ weekday, opens: '00:00', closes: '24:00' }))
  expect(calendar([]).nextChange(at('2026-01-01T00:00:00Z'))).toBeUndefined()
  expect(calendar(always, { zone: 'Europe/Madrid' }).nextChange(at('2026-01-01T00:00:00Z'))).toBeUndefined()
})

test('a night shift that passes midnight is one opening', () => {
  const night: OpeningInterval[] = [
    { weekday: 'FRIDAY', opens: '20:00', closes: '24:00' },
    { weekday: 'SATURDAY', opens: '00:00', closes: '04:00' },
  ]
  expect(calendar(night).nextChange(at('2026-11-28T00:30:00Z'))).toEqual(at('2026-11-28T08:00:00Z'))
})

test('an hour that the clock repeats is worked twice', () => {
  const sunday = calendar([{ weekday: 'SUNDAY', opens: '02:00', closes: '03:00' }], { zone: 'Europe/Madrid' })
  const openings = [...sunday.openings(at('2026-10-24T00:00:00Z'), at('2026-10-26T00:00:00Z'))]
  expect(openings).toEqual([{ from: at('2026-10-25T00:00:00Z'), to: at('2026-10-25T02:00:00Z') }])
})

test('an hour that the clock skips is not worked', () => {
  const sunday = calendar([{ weekday: 'SUNDAY', opens: '02:00', closes: '03:00' }], { zone: 'Europe/Madrid' })
  expect([...sunday.openings(at('2026-03-28T00:00:00Z'), at('2026-03-30T00:00:00Z'))]).toEqual([])
})

describe('overlapping intervals', () => {
  test('are found on their weekday', () => {
    expect(
      overlappingWeekday([...officeHours(), { weekday: 'TUESDAY', opens: '17:59', closes: '20:00' }]),
    ).toBe('TUESDAY')
  })

  test('are not intervals that touch', () => {
    expect(
      overlappingWeekday([...officeHours(), { weekday: 'TUESDAY', opens: '18:00', closes: '24:00' }]),
    ).toBeUndefined()
  })

  test('include one that ends before it begins', () => {
    expect(overlappingWeekday([{ weekday: 'SUNDAY', opens: '18:00', closes: '09:00' }])).toBe('SUNDAY')
  })
})

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const week = fc
  .array(
    fc.record({
      weekday: fc.constantFrom(...weekdays),
      cuts: fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 6 }),
    }),
    { maxLength: 9 },
  )
  .map(days => new Map(days.map(day => [day.weekday, day.cuts.sort((a, b) => a - b)])))
  .map(days =>
    [...days].flatMap(([weekday, cuts]) =>
      cuts.flatMap((opens, i): OpeningInterval[] =>
        i % 2 === 0 && cuts[i + 1] !== undefined
          ? [{ weekday, opens: clock(opens), closes: clock(cuts[i + 1]!) }]
          : [],
      ),
    ),
  )

// Days around which some zone changes its clocks come up as often as ordinary ones.
const changes = [
  '2026-03-08',
  '2026-03-29',
  '2026-04-05',
  '2026-04-24',
  '2026-09-06',
  '2026-10-25',
  '2026-10-29',
  '2026-11-01',
  '2027-02-28',
  '2028-02-29',
]
const day = fc.oneof(
  fc.constantFrom(...changes),
  fc
    .date({ min: at('2024-01-01'), max: at('2029-12-31'), noInvalidDate: true })
    .map(date => date.toISOString().slice(0, 10)),
)
const start = fc
  .tuple(day, fc.integer({ min: -1440, max: 1440 }))
  .map(([date, minutes]) => new Date(Date.parse(`${date}T00:00:00Z`) + minutes * 60_000))
const sample = fc.record({ zone: fc.constantFrom(...zones), week, holiday: day, start })

function openByTheClock(local: DateTime, intervals: OpeningInterval[], holiday: string): boolean {
  const minute = local.hour * 60 + local.minute
  return local.toISODate() !== holiday && intervals.some(({ weekday, opens, closes }) =>
    weekdays[local.weekday - 1] === weekday && minutesOf(opens) <= minute && minute < minutesOf(closes))
}

describe('against a clock watched minute by minute', () => {
  const minutes = 2 * 1440
  const runs = { numRuns: 60 }

  test('it is open in exactly the minutes that the clock on the wall says', () => {
    fc.assert(
      fc.property(sample, ({ zone, week, holiday, start }) => {
        const tested = calendar(week, { zone, holidays: [{ date: holiday, name: 'x' }] })
        for (let minute = 0; minute < minutes; minute += 7) {
          const instant = new Date(start.getTime() + minute * 60_000)
          const expected = openByTheClock(DateTime.fromJSDate(instant, { zone }), week, holiday)
          if (tested.isOpen(instant) !== expected)
            throw new Error(`${instant.toISOString()} should be ${expected}`)
        }
      }),
      runs,
    )
  })

  test('its openings are exactly the runs of open minutes', () => {
    fc.assert(fc.property(sample, ({ zone, week, holiday, start }) => {
      const tested = calendar(week, { zone, holidays: [{ date: holiday, name: 'x' }] })
      const end = new Date(start.getTime() + minutes * 60_000)
      const seen = Array.from({ length: minutes }, (_, minute) =>
        openByTheClock(DateTime.fromMillis(start.getTime() + minute * 60_000, { zone }), week, holiday))
      const edges = seen.flatMap((open, minute) => (open !== (seen[minute - 1] ?? false) ? [minute] : []))
      if (seen.at(-1)) edges.push(minutes)
      const found = [...tested.openings(start, end)].flatMap(({ from, to }) => [from, to])
      expect(found.map(date => (date.getTime() - start.getTime()) / 60_000)).toEqual(edges)
    }), runs)
  })

  test('nothing changes before the next change, and there it does', () => {
    fc.assert(
      fc.property(sample, ({ zone, week, holiday, start }) => {
        const tested = calendar(week, { zone, holidays: [{ date: holiday, name: 'x' }] })
        const change = tested.nextChange(start)
        const last = Math.min(change?.getTime() ?? Infinity, start.getTime() + minutes * 60_000)
        for (let time = start.getTime(); time < last; time += 60_000) {
          if (tested.isOpen(new Date(time)) !== tested.isOpen(start))
            throw new Error(new Date(time).toISOString())
        }
        if (change) expect(tested.isOpen(change)).not.toBe(tested.isOpen(start))
      }),
      runs,
    )
  })
})
