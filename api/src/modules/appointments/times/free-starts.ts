import type { Opening } from '../../tenancy/index.ts'
import { daysBetween, later, earlier } from './openings.ts'

/** How long something takes, and what is kept free around it; in minutes. */
export interface Length {
  minutes: number
  minutesBefore: number
  minutesAfter: number
}

export interface Asked {
  length: Length
  /** When the resource works, in order and apart from each other. */
  openings: readonly Opening[]
  /** What others have, with the time kept free around it, by its beginning. */
  busy: readonly Opening[]
  /** Beginnings from the first, included, to the second, not included. */
  from: Date
  until: Date
  timeZone: string
}

const MINUTE = 60_000

/** How far beginnings are apart: short things one after the other, longer ones on the half or the quarter of an hour. */
export function stepOf({ minutes }: Length): number {
  if (minutes <= 30) return minutes
  return minutes % 30 === 0 ? 30 : 15
}

/** What an appointment of this length occupies. */
export const busyOf = ({ minutes, minutesBefore, minutesAfter }: Length, start: Date): Opening => ({
  from: new Date(start.getTime() - minutesBefore * MINUTE), to: new Date(start.getTime() + (minutes + minutesAfter) * MINUTE),
})

export const endOf = ({ minutes }: Length, start: Date): Date => new Date(start.getTime() + minutes * MINUTE)

/**
 * When it may begin: in steps from where the resource begins to work on each day, so that the same times are offered whenever
 * somebody asks; the appointment within the openings, what is kept free around it in nobody's way.
 */
export function* freeStarts({ length, openings, busy, from, until, timeZone }: Asked): Generator<Date> {
  const step = stepOf(length) * MINUTE
  for (const day of daysBetween(from, until, timeZone)) {
    for (const opening of openings) {
      const anchor = later(opening.from, day.from).getTime()
      const end = earlier(earlier(opening.to, day.to), until).getTime()
      for (let at = firstFrom(from.getTime(), anchor, step); at < end; at += step) {
        const start = new Date(at)
        if (endOf(length, start) <= opening.to && isFree(busyOf(length, start), busy)) yield start
      }
    }
  }
}

/** The first step from `anchor` that is not before `from`. */
const firstFrom = (from: number, anchor: number, step: number) => anchor + Math.max(0, Math.ceil((from - anchor) / step)) * step

const isFree = (wanted: Opening, busy: readonly Opening[]) => busy.every(({ from, to }) => to <= wanted.from || from >= wanted.to)
