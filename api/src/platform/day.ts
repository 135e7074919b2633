/** Whether a calendar day, `YYYY-MM-DD`, is one that the calendar and the database know: no 31st of February, no year 0. */
export function isDay(day: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) && day >= '0001-01-01'
}
