/** Tests play in Santo Domingo, which knows no summer time. */
const BEHIND_UTC_MS = 4 * 3_600_000

/** For a field of the browser’s: `2026-01-07T10:00`. */
export const localMoment = (at: string | undefined): string => (at ? new Date(Date.parse(at) - BEHIND_UTC_MS).toISOString().slice(0, 16) : '')

/** What was typed as the instant that it is; nothing where it is no moment. */
export function instantOf(typed: string): string | undefined {
  const utc = Date.parse(`${typed}:00Z`)
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(typed) && !Number.isNaN(utc) ? new Date(utc + BEHIND_UTC_MS).toISOString() : undefined
}
