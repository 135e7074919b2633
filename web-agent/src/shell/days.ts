const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** The calendar date in a zone, `YYYY-MM-DD`. */
export function dayOf(at: string | Date, timeZone: string): string {
  const known = dayFormats.get(timeZone)
  const format = known ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  if (!known) dayFormats.set(timeZone, format)
  return format.format(new Date(at))
}

export type DayName = 'today' | 'yesterday' | null

export function dayName(day: string, now: Date, timeZone: string): DayName {
  if (day === dayOf(now, timeZone)) return 'today'
  return day === dayOf(new Date(now.getTime() - 86_400_000), timeZone) ? 'yesterday' : null
}
