import { IANAZone } from 'luxon'

/** In the order of the week; the contract's `Weekday` carries the same names. */
export const weekdays = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const
export type Weekday = (typeof weekdays)[number]

/** From `opens` (included) to `closes` (not included), both `HH:mm`; `24:00` is the end of the day. */
export interface OpeningInterval { weekday: Weekday; opens: string; closes: string }

/** `date` is `YYYY-MM-DD` on the calendar of the tenant's zone. */
export interface Holiday { date: string; name: string }

/** An unbroken time in which it is open, `to` not included. */
export interface Opening { from: Date; to: Date }

const MINUTE = 60_000
const DAY = 1440 * MINUTE
const HORIZON = 366 * DAY

/**
 * When a tenant's people work. Open is what the clock on the wall says: an hour that the clock repeats in autumn
 * counts twice, one that it skips in spring does not exist.
 */
export class BusinessCalendar {
  readonly timeZone: string
  readonly intervals: readonly OpeningInterval[]
  readonly #zone: IANAZone
  readonly #week: { opens: number; closes: number }[][]
  readonly #holidays: Set<string>

  constructor(timeZone: string, intervals: readonly OpeningInterval[], holidays: readonly Holiday[]) {
    this.timeZone = timeZone
    this.intervals = intervals
    this.#zone = IANAZone.create(timeZone)
    this.#holidays = new Set(holidays.map(holiday => holiday.date))
    this.#week = weekdays.map(weekday => intervals
      .filter(interval => interval.weekday === weekday)
      .map(({ opens, closes }) => ({ opens: minutesOf(opens) * MINUTE, closes: minutesOf(closes) * MINUTE }))
      .sort((a, b) => a.opens - b.opens))
  }

  isOpen(at: Date): boolean {
    const local = at.getTime() + this.#offset(at.getTime())
    const day = Math.floor(local / DAY)
    return this.#hours(day).some(
      ({ opens, closes }) => day * DAY + opens <= local && local < day * DAY + closes,
    )
  }

  /** When `isOpen` becomes different from what it is at `at`; undefined when it never does within a year. */
  nextChange(at: Date): Date | undefined {
    const until = new Date(at.getTime() + HORIZON)
    const next = this.openings(at, until).next().value
    if (!next) return undefined
    const change = next.from > at ? next.from : next.to
    return change < until ? change : undefined
  }

  /** The openings between two instants, cut at both; neighbours that touch are one. Business time adds them up. */
  *openings(from: Date, until: Date): Generator<Opening, undefined> {
    let open: { from: number; to: number } | undefined
    for (const next of this.#pieces(from.getTime(), until.getTime())) {
      if (open && open.to === next.from) {
        open.to = next.to
        continue
      }
      if (open) yield dated(open)
      open = next
    }
    if (open) yield dated(open)
    return undefined
  }

  /** While the offset stays, local time is plain arithmetic; so clock changes need no rules of their own. */
  *#pieces(from: number, until: number) {
    for (let start = from, end; start < until; start = end) {
      const offset = this.#offset(start)
      end = Math.min(until, this.#sameOffsetUntil(start, offset))
      for (const piece of this.#localPieces(start + offset, end + offset)) {
        yield { from: piece.from - offset, to: piece.to - offset }
      }
    }
  }

  *#localPieces(from: number, until: number) {
    for (let day = Math.floor(from / DAY); day * DAY < until; day++) {
      for (const { opens, closes } of this.#hours(day)) {
        const piece = { from: Math.max(from, day * DAY + opens), to: Math.min(until, day * DAY + closes) }
        if (piece.from < piece.to) yield piece
      }
    }
  }

  /** Days are counted from 1970-01-01, a Thursday. */
  #hours(day: number) {
    if (this.#holidays.size && this.#holidays.has(new Date(day * DAY).toISOString().slice(0, 10))) return []
    return this.#week[(((day + 3) % 7) + 7) % 7]!
  }

  /** A day further at most, and exactly to the minute at which the zone changes its clocks. */
  #sameOffsetUntil(start: number, offset: number): number {
    let end = start + DAY
    if (this.#offset(end) === offset) return end
    for (let same = start; end - same > 1;) {
      const middle = Math.floor((same + end) / 2)
      if (this.#offset(middle) === offset) same = middle
      else end = middle
    }
    return end
  }

  #offset(at: number): number {
    return this.#zone.offset(at) * MINUTE
  }
}

export const isTimeZone = (name: string): boolean => IANAZone.isValidZone(name)

/** `HH:mm` as minutes after midnight. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** The first weekday on which two intervals share time, or one does not end after it begins. */
export function overlappingWeekday(intervals: readonly OpeningInterval[]): Weekday | undefined {
  return weekdays.find(weekday => {
    const day = intervals.filter(interval => interval.weekday === weekday)
      .map(({ opens, closes }) => ({ opens: minutesOf(opens), closes: minutesOf(closes) }))
      .sort((a, b) => a.opens - b.opens)
    return day.some(({ opens, closes }, i) => opens >= closes || closes > (day[i + 1]?.opens ?? Infinity))
  })
}

const officeDays = weekdays.slice(0, 5)

/** What a tenant begins with: Monday to Friday, 9:00 to 18:00. */
export const officeHours = (): OpeningInterval[] =>
  officeDays.map(weekday => ({ weekday, opens: '09:00', closes: '18:00' }))

const dated = ({ from, to }: { from: number; to: number }): Opening => ({
  from: new Date(from),
  to: new Date(to),
})
