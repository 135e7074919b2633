export const UNITS = { minutes: 1, hours: 60, days: 1440 }
export type Unit = keyof typeof UNITS

/** The largest in which it is a whole number; nothing is said in the smallest. */
export function unitOf(minutes: number, units: readonly Unit[] = ['minutes', 'hours', 'days']): Unit {
  const fitting = units.filter(unit => minutes > 0 && minutes % UNITS[unit] === 0)
  return fitting.at(-1) ?? units[0]!
}

/** As people say it: a number and its unit. */
export function spoken(minutes: number): { count: number; unit: Unit } {
  const unit = unitOf(minutes)
  return { count: minutes / UNITS[unit], unit }
}
