import { DateTime } from 'luxon'
import type { Language } from '../../../platform/language.ts'
import type { BotScene } from './bot.ts'

const WEEK = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']

const WORDS = {
  ES: {
    days: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
    to: 'a', and: 'y', from: 'de', until: 'a', allDay: 'todo el día', intro: 'Nuestro horario de atención:', locale: 'es-DO',
    open: (time: string) => `Ahora estamos atendiendo, hasta ${time}`,
    closed: (time: string) => `Ahora estamos fuera de horario. Abrimos ${time}`,
    never: 'Por ahora no tenemos horario de atención publicado.',
  },
  EN: {
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    to: 'to', and: 'and', from: 'from', until: 'to', allDay: 'all day', intro: 'Our opening hours:', locale: 'en-US',
    open: (time: string) => `We are open now, until ${time}`,
    closed: (time: string) => `We are closed now. We open ${time}`,
    never: 'We have not published our opening hours yet.',
  },
} as const

/** The week in words, days with the same hours together, and how it stands now. */
export function openingHoursText({ calendar, language, now }: BotScene): string {
  const words = WORDS[language]
  if (calendar.intervals.length === 0) return words.never
  const lines = daysTogether(calendar.intervals).map(group => `• ${groupText(group, language)}`)
  return [words.intro, ...lines, '', presentText({ calendar, language, now })].join('\n').trim()
}

interface DayGroup {
  first: number
  last: number
  hours: { opens: string; closes: string }[]
}

function daysTogether(intervals: BotScene['calendar']['intervals']): DayGroup[] {
  const groups: DayGroup[] = []
  WEEK.forEach((weekday, day) => {
    const hours = intervals.filter(interval => interval.weekday === weekday)
      .map(({ opens, closes }) => ({ opens, closes }))
      .sort((a, b) => a.opens.localeCompare(b.opens))
    if (hours.length === 0) return
    const before = groups.at(-1)
    const same = before?.last === day - 1 && JSON.stringify(before.hours) === JSON.stringify(hours)
    if (same) before.last = day
    else groups.push({ first: day, last: day, hours })
  })
  return groups
}

function groupText({ first, last, hours }: DayGroup, language: Language): string {
  const words = WORDS[language]
  const days = first === last ? words.days[first]
    : `${words.days[first]} ${last === first + 1 ? words.and : words.to} ${words.days[last]}`
  if (hours[0]?.opens === '00:00' && hours[0].closes === '24:00') return `${days}, ${words.allDay}`
  const times = hours.map(({ opens, closes }) => `${words.from} ${clock(opens, language)} ${words.until} ${clock(closes, language)}`)
  return `${days}, ${times.join(` ${words.and} `)}`
}

/** Never broken over two lines. */
const timeText = (at: DateTime, language: Language) => at.setLocale(WORDS[language].locale).toFormat('h:mm\u00a0a').toLowerCase()

const clock = (time: string, language: Language) =>
  timeText(DateTime.fromISO(`2000-01-01T${time === '24:00' ? '00:00' : time}`), language)

function presentText({ calendar, language, now }: Pick<BotScene, 'calendar' | 'language' | 'now'>): string {
  const words = WORDS[language]
  const change = calendar.nextChange(now)
  if (!change) return ''
  const at = DateTime.fromJSDate(change, { zone: calendar.timeZone })
  if (calendar.isOpen(now)) return sentence(words.open(clockAt(at, language)))
  const today = DateTime.fromJSDate(now, { zone: calendar.timeZone })
  return sentence(words.closed(`${dayText(at, today, language)} ${language === 'ES' ? 'a ' : 'at '}${clockAt(at, language)}`))
}

/** “p. m.” brings its own full stop. */
const sentence = (text: string) => (text.endsWith('.') ? text : `${text}.`)

/** “la 1:00 p. m.”, “las 6:00 p. m.”, “6:00 pm” */
function clockAt(at: DateTime, language: Language): string {
  const time = timeText(at, language)
  if (language === 'EN') return time
  return at.hour % 12 === 1 ? `la ${time}` : `las ${time}`
}

function dayText(at: DateTime, today: DateTime, language: Language): string {
  const days = at.startOf('day').diff(today.startOf('day'), 'days').days
  const [now, next, on] = language === 'ES' ? ['hoy', 'mañana', 'el'] : ['today', 'tomorrow', 'on']
  if (days < 1) return now!
  if (days < 2) return next!
  return `${on} ${WORDS[language].days[at.weekday - 1]}`
}
