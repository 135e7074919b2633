import { type Day, type DayAt, addMonths, inCalendar } from './calendar.ts'
import { dateWords } from './date-words.ts'
import { type Length, durationAt } from './duration.ts'
import type { Reading } from './reading.ts'

/** A distance from now: "en tres días", "hace un mes", "two weeks ago". */
export interface DistanceAt {
  end: number
  length: Length
  /** −1 for the past. */
  sign: 1 | -1
}

export function distanceAt(reading: Reading, index: number): DistanceAt | undefined {
  const words = dateWords(reading)
  const within = reading.skip(index, words.within)
  const ago = reading.skip(index, words.ago)
  const at = Math.max(within, ago)
  const found = durationAt(reading, at)
  if (!found) return undefined
  if (ago > index) return { end: found.end, length: found.length, sign: -1 }
  const past = reading.skip(found.end, words.agoAfter)
  if (past > found.end && within === index) return { end: past, length: found.length, sign: -1 }
  const hence = reading.skip(found.end, words.fromNow)
  if (within === index && hence === found.end) return undefined
  return { end: hence, length: found.length, sign: 1 }
}

/** A day by its distance from today, when the distance is one of whole days. */
export function distantDayAt(reading: Reading, index: number): DayAt | undefined {
  const distance = distanceAt(reading, index)
  if (!distance || distance.length.seconds !== 0) return undefined
  const day = moved(reading.today, distance.length, distance.sign)
  return inCalendar(day) ? { end: distance.end, span: { from: day, to: day }, confidence: 1 } : undefined
}

export function moved(day: Day, { months, days }: Length, sign: 1 | -1): Day {
  const monthsOn = months === 0 ? day : months < 120_000 ? addMonths(day, sign * months) : Number.NaN
  return monthsOn + sign * days
}

/** "los últimos 7 días" ends today; "the next 3 weeks" begins tomorrow. */
export function lastFewAt(reading: Reading, index: number): DayAt | undefined {
  const words = dateWords(reading)
  const at = reading.skip(index, words.article)
  const [last, next] = [reading.skip(at, words.lastFew), reading.skip(at, words.nextFew)]
  const found = last > at || next > at ? durationAt(reading, Math.max(last, next)) : undefined
  if (!found || found.length.seconds !== 0) return undefined
  const sign = last > at ? -1 : 1
  const far = moved(reading.today, found.length, sign)
  if (!inCalendar(far)) return undefined
  const span = sign === -1 ? { from: far + 1, to: reading.today } : { from: reading.today + 1, to: far }
  return { end: found.end, span, confidence: 0.9 }
}
