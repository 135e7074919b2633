import { DateTime } from 'luxon'
import { recognised } from './recognised.ts'
import { type AnswerOf, type Circumstances, onlyOne, refused, type Taken, type Taker, taken } from './taking.ts'

/** What is put before a bare “15”, so that it is the day of a month. */
const OPENING = { ES: 'el ', EN: 'the ' }

/** `mañana`, `el viernes`, `15 de marzo`, `15/03/2026`, as ELENA reads them: the day first in Spanish, the month in English unless it cannot be one. */
export const takeDate: Taker<'DATE'> = (answer, heard, circumstances) => {
  if (heard.text.trim() === '') return refused('EMPTY')
  const found = datesIn(heard.text, circumstances)
  const days = found.length > 0 ? found : datesIn(OPENING[circumstances.language] + heard.text.trim(), circumstances)
  if (days.some(({ day }) => day === null)) return refused('NOT_ONE_DAY')
  const one = onlyOne(days.map(({ day, text }) => ({ day: day!, text })).filter(({ day }, at, all) => all.findIndex(other => other.day === day) === at), 'NOT_A_DATE')
  return 'refusal' in one ? one.refusal : within(answer, one.value, circumstances)
}

function datesIn(text: string, circumstances: Circumstances): { day: string | null; text: string }[] {
  return recognised(text, ['date', 'dateTime'], circumstances).map(({ value, text: said }) => {
    if ('date' in value) return { day: value.date, text: said }
    if ('local' in value) return { day: value.local.slice(0, 10), text: said }
    const spans = typeof value.from === 'object' && typeof value.to === 'object'
    const [from, to] = spans ? [(value.from as { local: string }).local.slice(0, 10), (value.to as { local: string }).local.slice(0, 10)] : [null, undefined]
    return { day: from === to ? from : null, text: said }
  })
}

/** Day and month without a year: the coming one is meant, unless only what is past may be answered. */
const YEARLESS = /^(?:(?:el|the|on)\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:(?:de|of)\s+)?\p{L}{3,}|\d{1,2}[/-]\d{1,2}|\p{L}{3,}\s+\d{1,2}(?:st|nd|rd|th)?)$/iu

function within({ from = 'ANY', until = 'ANY' }: AnswerOf<'DATE'>, { day, text }: { day: string; text: string }, { now, timeZone }: Circumstances): Taken {
  const today = DateTime.fromJSDate(now, { zone: timeZone }).toISODate()!
  const meant = until === 'TODAY' && day > today && YEARLESS.test(text) ? DateTime.fromISO(day).minus({ years: 1 }).toISODate()! : day
  if ((from === 'TODAY' && meant < today) || (from === 'TOMORROW' && meant <= today)) return refused('TOO_EARLY')
  return until === 'TODAY' && meant > today ? refused('TOO_LATE') : taken(meant)
}
