import { DateTime } from 'luxon'
import { type FilterHandler, plainly, type Voice, voiceOf } from '../voice.ts'

type Words = { locale: string; day: string; dayOfYear: string; short: string; joint: (at: DateTime) => string }

const WORDS: Record<Voice['language'], Words> = {
  ES: { locale: 'es-DO', day: "cccc d 'de' LLLL", dayOfYear: "cccc d 'de' LLLL 'de' yyyy", short: 'dd/MM/yyyy', joint: at => (at.hour % 12 === 1 ? 'a la' : 'a las') },
  EN: { locale: 'en-US', day: 'cccc, LLLL d', dayOfYear: 'cccc, LLLL d, yyyy', short: 'LLL d, yyyy', joint: () => 'at' },
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const CLOCK = /^\d{1,2}:\d{2}(:\d{2})?$/

/** A day is that day wherever it is read; an instant falls on the day of the tenant's zone. */
function momentOf(value: unknown, { timeZone, language, now }: Voice): DateTime | null {
  const at = read(value, timeZone, now)
  return at?.isValid ? at.setLocale(WORDS[language].locale) : null
}

function read(value: unknown, zone: string, now: Date): DateTime | null {
  if (value instanceof Date) return DateTime.fromJSDate(value, { zone })
  if (typeof value !== 'string' || value.length > 40) return null
  if (value === 'now' || value === 'today') return DateTime.fromJSDate(now, { zone })
  if (CLOCK.test(value)) return DateTime.fromISO(`2000-01-01T${value.padStart(value.length === 4 || value.length === 7 ? value.length + 1 : value.length, '0')}`, { zone })
  return DateTime.fromISO(value.trim(), { zone })
}

/** Plain spaces: others make an SMS twice as dear. */
const plainSpaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

const clockText = (at: DateTime) => plainSpaces(at.toFormat('h:mm a')).toLowerCase()

function dayText(at: DateTime, voice: Voice, style?: unknown): string {
  const words = WORDS[voice.language]
  if (style === 'short') return at.toFormat(words.short)
  const thisYear = DateTime.fromJSDate(voice.now, { zone: voice.timeZone }).year
  return at.toFormat(at.year === thisYear && style !== 'long' ? words.day : words.dayOfYear)
}

const isTimed = (value: unknown) => !(typeof value === 'string' && DAY.test(value.trim()))

/** `viernes 4 de diciembre`, with its year where that is another; `short` is `04/12/2026`, `long` always has the year. */
export const date: FilterHandler = function (value: unknown, style?: unknown) {
  const at = momentOf(value, voiceOf(this))
  return at ? dayText(at, voiceOf(this), style) : plainly(value)
}

/** `3:30 p. m.` */
export const time: FilterHandler = function (value: unknown) {
  const at = momentOf(value, voiceOf(this))
  return at && isTimed(value) ? clockText(at) : plainly(value)
}

/** `viernes 4 de diciembre a las 3:30 p. m.` */
export const date_time: FilterHandler = function (value: unknown, style?: unknown) {
  const voice = voiceOf(this)
  const at = momentOf(value, voice)
  if (!at) return plainly(value)
  const day = dayText(at, voice, style)
  return isTimed(value) ? `${day} ${WORDS[voice.language].joint(at)} ${clockText(at)}` : day
}
