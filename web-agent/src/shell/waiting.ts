/** From here on it is too long. */
export const LONG_SECONDS = 300
const HOUR = 3600

/** The clocks of server and browser may differ by a little; nobody waits less than nothing. */
export const secondsSince = (since: string, now: Date) =>
  Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / 1000))

/** As a clock within the first hour, `4:05`; after that seconds say nothing. */
export function clockOf(seconds: number): string | null {
  if (seconds >= HOUR) return null
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
