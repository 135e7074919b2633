import type { Json } from '../meta/json.ts'
import { unreadable } from '../meta/unreadable.ts'

export { Unreadable, unreadable } from '../meta/unreadable.ts'

// Beyond these a time was not told in seconds, or is no time.
const EARLIEST = Date.UTC(2009, 0) / 1000
const LATEST = Date.UTC(2100, 0) / 1000

/** Seconds since 1970, as text or number. */
export function timeOf(seconds: Json): Date {
  const { number } = seconds
  if (number === undefined || number < EARLIEST || number > LATEST) return unreadable('It has no time.')
  return new Date(Math.round(number * 1000))
}
