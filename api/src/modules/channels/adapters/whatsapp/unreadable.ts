import type { Json } from '../meta/json.ts'

/** Nothing can be made of one update: it is set aside, and the others go on. */
export class Unreadable extends Error {}

export function unreadable(reason: string): never {
  throw new Unreadable(reason)
}

// Beyond these a time was not told in seconds, or is no time.
const EARLIEST = Date.UTC(2009, 0) / 1000
const LATEST = Date.UTC(2100, 0) / 1000

/** Seconds since 1970, as text or number. */
export function timeOf(seconds: Json): Date {
  const { number } = seconds
  if (number === undefined || number < EARLIEST || number > LATEST) return unreadable('It has no time.')
  return new Date(Math.round(number * 1000))
}
