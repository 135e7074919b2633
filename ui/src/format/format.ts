export interface Place { locale: string; timeZone?: string; currency?: string }

const MINUTE = 60
const HOUR = 3600
const DAY = 86_400
const STEPS: [number, number, Intl.RelativeTimeFormatUnit][] = [
  [MINUTE, 1, 'second'], [HOUR, MINUTE, 'minute'], [DAY, HOUR, 'hour'], [30 * DAY, DAY, 'day'],
  [365 * DAY, 30 * DAY, 'month'], [Number.POSITIVE_INFINITY, 365 * DAY, 'year'],
]
const tagOf = (locale: string) => (locale === 'en' ? 'en-US' : 'es-DO')

/** Spanish of the Dominican Republic writes 9:00 a. m.; English 9:00 AM. The place decides, never the browser. */
export function createFormat({ locale, timeZone, currency = 'USD' }: Place) {
  const tag = tagOf(locale)
  const stamp = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tag, { timeZone, ...options })
    return (at: string | Date) => format.format(new Date(at))
  }
  const plain = new Intl.NumberFormat(tag)
  const clock = new Intl.DateTimeFormat(tag, { timeZone, timeStyle: 'short' })
  return {
    date: stamp({ dateStyle: 'medium' }),
    time: stamp({ timeStyle: 'short' }),
    timeRange: (from: string | Date, until: string | Date) => clock.formatRange(new Date(from), new Date(until)),
    dayMonth: stamp({ day: 'numeric', month: 'short' }),
    dateTime: stamp({ dateStyle: 'medium', timeStyle: 'short' }),
    weekdayDate: stamp({ weekday: 'long', day: 'numeric', month: 'long' }),
    calendarDate: (date: string) =>
      new Intl.DateTimeFormat(tag, { timeZone: 'UTC', dateStyle: 'long' }).format(new Date(`${date}T00:00:00Z`)),
    calendarDay: (date: string) =>
      new Intl.DateTimeFormat(tag, { timeZone: 'UTC', day: 'numeric', month: 'short' }).format(new Date(`${date}T00:00:00Z`)),
    /** `lun, 30 nov`. */
    calendarWeekday: (date: string) =>
      new Intl.DateTimeFormat(tag, { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' }).format(new Date(`${date}T00:00:00Z`)),
    calendarRange: (first: string, last: string) =>
      new Intl.DateTimeFormat(tag, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }).formatRange(new Date(`${first}T00:00:00Z`), new Date(`${last}T00:00:00Z`)),
    /** `YYYY-MM`. */
    calendarMonth: (month: string) =>
      new Intl.DateTimeFormat(tag, { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(new Date(`${month}-01T00:00:00Z`)),
    /** A language by its code, as providers write it: `es_MX`. */
    language: (code: string) => languageOf(tag, code),
    number: (value: number) => plain.format(value),
    decimal: (value: number, digits = 2) =>
      new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value),
    percent: (value: number) => new Intl.NumberFormat(tag, { style: 'percent' }).format(value),
    money: (amount: string) => new Intl.NumberFormat(tag, { style: 'currency', currency }).format(amount as never),
    relative: (at: string | Date, now: Date) => relativeTime(tag, at, now),
    /** For what has happened: a clock that lags behind the server's must not say "in 5 seconds". */
    ago: (at: string | Date, now: Date) => relativeTime(tag, at, new Date(Math.max(now.getTime(), new Date(at).getTime()))),
    duration: (seconds: number) => durationOf(tag, seconds),
  }
}
export type Format = ReturnType<typeof createFormat>

function languageOf(tag: string, code: string) {
  try {
    return new Intl.DisplayNames(tag, { type: 'language' }).of(code.replaceAll('_', '-')) ?? code
  } catch {
    return code
  }
}

function relativeTime(tag: string, at: string | Date, now: Date) {
  const seconds = Math.round((new Date(at).getTime() - now.getTime()) / 1000)
  const [, size, unit] = STEPS.find(([below]) => Math.abs(seconds) < below)!
  const format = new Intl.RelativeTimeFormat(tag, { numeric: 'auto', style: 'short' })
  return Math.abs(seconds) < 10 ? format.format(0, 'second') : format.format(Math.trunc(seconds / size), unit)
}

const unitOf = (tag: string, unit: string) =>
  new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'short' })

/** The two largest units: `1 h 20 min`, `45 s`. */
function durationOf(tag: string, seconds: number) {
  const parts = [
    { unit: 'day', value: Math.floor(seconds / DAY) },
    { unit: 'hour', value: Math.floor(seconds / HOUR) % 24 },
    { unit: 'minute', value: Math.floor(seconds / MINUTE) % 60 },
    { unit: 'second', value: Math.floor(seconds) % 60 },
  ]
  const first = parts.findIndex(part => part.value > 0)
  if (first === -1) return unitOf(tag, 'second').format(0)
  return parts.slice(first, first + 2).filter(part => part.value > 0)
    .map(({ unit, value }) => unitOf(tag, unit).format(value)).join(' ')
}

/** From one time of day to another, in minutes since midnight. */
export function clockRange(locale: string, from: number, until: number) {
  const at = (minutes: number) => new Date(Date.UTC(2000, 0, 1, 0, minutes))
  const format = new Intl.DateTimeFormat(tagOf(locale), { timeZone: 'UTC', timeStyle: 'short' })
  // Midnight is of the next day, of which nobody wants to read here.
  return until < 1440 ? format.formatRange(at(from), at(until)) : `${format.format(at(from))} – ${format.format(at(0))}`
}

/** `9 a. m.` */
export const clockHour = (locale: string, hour: number) =>
  new Intl.DateTimeFormat(tagOf(locale), { timeZone: 'UTC', hour: 'numeric' }).format(new Date(Date.UTC(2000, 0, 1, hour)))

/** The hour of a time of day without a zone, `HH:mm`. */
export function clockTime(locale: string, time: string) {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const at = new Date(Date.UTC(2000, 0, 1, hours % 24, minutes))
  return new Intl.DateTimeFormat(tagOf(locale), { timeZone: 'UTC', timeStyle: 'short' }).format(at)
}
