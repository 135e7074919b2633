import fc from 'fast-check'
import { DateTime } from 'luxon'
import { expect, test } from 'vitest'
import type { Opening } from '../../tenancy/index.ts'
import { freeStarts, stepOf, type Length } from './free-starts.ts'
import { openingsOf, type DayException, type DayHours, type WorkingHours } from './openings.ts'

const MINUTE = 60_000
const DAY = 1440 * MINUTE
const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const

interface Case {
  work: WorkingHours
  length: Length
  busy: Opening[]
  from: Date
  until: Date
}

const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const isIn = ({ time }: Local, { opens, closes }: DayHours) => opens <= time && time < closes

interface Local {
  date: string
  time: string
  weekday: number
}

const known = new Map<string, Local>()

/** Asked of the zone once for each minute, since that is what takes the time. */
function localAt(timeZone: string, at: number): Local {
  const name = `${timeZone} ${at}`
  if (!known.has(name)) {
    const local = DateTime.fromMillis(at, { zone: timeZone })
    known.set(name, { date: local.toISODate()!, time: clock(local.hour * 60 + local.minute), weekday: local.weekday })
  }
  return known.get(name)!
}

/** What the clock on the wall says, asked for one minute alone. */
function worksAt({ timeZone, hours, exceptions, holidays }: WorkingHours, at: number): boolean {
  const local = localAt(timeZone, at)
  const { date } = local
  const exception = exceptions.find(one => one.date === date)
  if (exception) return exception.hours.some(one => isIn(local, one))
  if (holidays.some(holiday => holiday.date === date)) return false
  return hours.some(one => one.weekday === WEEKDAYS[local.weekday - 1] && isIn(local, one))
}

/** Minute by minute, with nothing clever. */
function bruteForce({ work, length, busy, from, until }: Case): string[] {
  const first = from.getTime() - 2 * DAY
  const minutes = Array.from({ length: (until.getTime() - first) / MINUTE + 2 * 1440 }, (_, i) => first + i * MINUTE)
  const open = minutes.map(at => worksAt(work, at))
  const dates = minutes.map(at => localAt(work.timeZone, at).date)
  const taken = minutes.map(at => busy.some(one => one.from.getTime() <= at && at < one.to.getTime()))
  const starts: string[] = []
  for (let i = 2 * 1440; minutes[i]! < until.getTime(); i++) {
    let begin = i
    while (open[begin] && open[begin - 1] && dates[begin - 1] === dates[i]) begin--
    const isOnStep = (i - begin) % stepOf(length) === 0
    const isOpen = open.slice(i, i + length.minutes).every(Boolean)
    const isUntaken = !taken.slice(i - length.minutesBefore, i + length.minutes + length.minutesAfter).some(Boolean)
    if (isOnStep && isOpen && isUntaken) starts.push(new Date(minutes[i]!).toISOString())
  }
  return starts
}

function found({ work, length, busy, from, until }: Case): string[] {
  const openings = openingsOf(work, DateTime.fromJSDate(from, { zone: work.timeZone }).startOf('day').toJSDate(), new Date(until.getTime() + 2 * DAY))
  return [...freeStarts({ length, openings, busy, from, until, timeZone: work.timeZone })].map(start => start.toISOString())
}

// Zones with the weekend on which each turns its clocks, and one that never does.
const PLACES = [
  ['America/Santo_Domingo', '2026-05-01'], ['America/New_York', '2026-03-07'], ['America/New_York', '2026-10-31'], ['Europe/Madrid', '2026-03-28'],
  ['Europe/Madrid', '2026-10-24'], ['America/Santiago', '2026-04-04'], ['Australia/Lord_Howe', '2026-10-03'],
] as const

const aHours = fc.tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 40 })).map(([start, length]): DayHours =>
  ({ opens: clock(start * 15), closes: clock(Math.min(96, start + length) * 15) }))
const dayHours = fc.array(aHours, { maxLength: 2 }).filter(([a, b]) => !a || !b || a.closes <= b.opens)

const aCase = fc.record({
  place: fc.constantFrom(...PLACES), week: fc.array(dayHours, { minLength: 7, maxLength: 7 }), exception: fc.option(dayHours), isHoliday: fc.boolean(),
  minutes: fc.constantFrom(5, 10, 20, 30, 40, 45, 60, 90, 120), minutesBefore: fc.constantFrom(0, 5, 10), minutesAfter: fc.constantFrom(0, 5, 15),
  busy: fc.array(fc.tuple(fc.integer({ min: -300, max: 3 * 1440 }), fc.integer({ min: 1, max: 300 })), { maxLength: 5 }), offset: fc.integer({ min: 0, max: 1440 }),
}).map(({ place: [timeZone, date], week, exception, isHoliday, busy, offset, ...length }): Case => {
  const day = DateTime.fromISO(date, { zone: timeZone })
  const next = day.plus({ days: 1 }).toISODate()!
  const start = day.toMillis() + offset * MINUTE
  const exceptions: DayException[] = exception ? [{ date: next, hours: exception, note: null }] : []
  return {
    work: {
      timeZone, hours: week.flatMap((hours, i) => hours.map(one => ({ weekday: WEEKDAYS[i]!, ...one }))), exceptions,
      holidays: isHoliday ? [{ date: next, name: 'Feriado' }] : [],
    },
    length, busy: busy.map(([at, long]) => ({ from: new Date(start + at * MINUTE), to: new Date(start + (at + long) * MINUTE) })).sort((a, b) => a.from.getTime() - b.from.getTime()),
    from: new Date(start), until: new Date(start + 2 * DAY),
  }
})

test('what is offered is what the clock on the wall would offer, minute by minute, also on days of 23 and 25 hours', () => {
  fc.assert(fc.property(aCase, one => { expect(found(one)).toEqual(bruteForce(one)) }), { numRuns: 120 })
}, 120_000)

test('the same times are offered whenever somebody asks', () => {
  fc.assert(fc.property(aCase, fc.integer({ min: 0, max: 1439 }), (one, later) => {
    const from = new Date(one.from.getTime() + later * MINUTE)
    expect(found({ ...one, from })).toEqual(found(one).filter(start => start >= from.toISOString()))
  }), { numRuns: 100 })
})

const office: WorkingHours = { timeZone: 'America/New_York', hours: [{ weekday: 'SUNDAY', opens: '01:00', closes: '03:00' }], exceptions: [], holidays: [] }
const hour = { minutes: 60, minutesBefore: 0, minutesAfter: 0 }
const onDay = (date: string, length = hour) =>
  found({ work: office, length, busy: [], from: DateTime.fromISO(date, { zone: office.timeZone }).toJSDate(), until: DateTime.fromISO(date, { zone: office.timeZone }).plus({ days: 1 }).toJSDate() })

test('the hour that the clock skips is not offered, and the one that it repeats is offered twice', () => {
  expect(onDay('2026-03-08')).toEqual(['2026-03-08T06:00:00.000Z'])
  expect(onDay('2026-11-01')).toEqual(['2026-11-01T05:00:00.000Z', '2026-11-01T05:30:00.000Z', '2026-11-01T06:00:00.000Z', '2026-11-01T06:30:00.000Z', '2026-11-01T07:00:00.000Z'])
})

test('somebody who says that she works on a holiday does, and on no other', () => {
  const work = { ...office, holidays: [{ date: '2026-06-07', name: 'Feriado' }, { date: '2026-06-14', name: 'Feriado' }], exceptions: [{ date: '2026-06-07', hours: [{ opens: '10:00', closes: '11:00' }], note: null }] }
  const from = DateTime.fromISO('2026-06-07', { zone: office.timeZone }).toJSDate()
  expect(found({ work, length: hour, busy: [], from, until: new Date(from.getTime() + 8 * DAY) })).toEqual(['2026-06-07T14:00:00.000Z'])
})
