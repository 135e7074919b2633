import { type Day, type DayAt, civil, part, weekdayOf } from './calendar.ts'
import { calendarDateAt } from './calendar-date.ts'
import { dateWords } from './date-words.ts'
import { plainAt } from './figure.ts'
import { periodAt } from './period.ts'
import type { Reading } from './reading.ts'

interface Said {
  /** How far on, as "próximo" (1) and "pasado" (−1) tell; undefined when nothing did. */
  shift: number | undefined
  weekday: number
  end: number
}

/** "el viernes", "el viernes que viene", "next Friday", "viernes 4 de diciembre", "el lunes de la semana que viene". */
export function weekdayAt(reading: Reading, index: number): DayAt | undefined {
  const said = saidAt(reading, index)
  if (!said) return undefined
  const { weekday, shift, end } = said
  if (shift === undefined) {
    const dated = withDate(reading, end, weekday) ?? inWeek(reading, end, weekday)
    if (dated) return dated
  }
  const day = dayFor(reading, weekday, shift)
  return { end, span: { from: day, to: day }, confidence: doubt(reading, day, shift), weekly: true }
}

function saidAt(reading: Reading, index: number): Said | undefined {
  const { article, before, after, weekdays, units, habit } = dateWords(reading)
  if (habit.has(reading.word(index)) || habit.has(reading.word(index - 1))) return undefined
  const afterArticle = reading.skip(index, article)
  const first = reading.listed(afterArticle, before)
  const at = first?.end ?? afterArticle
  const noun = reading.skip(at, dateWords(reading).dayWord)
  const weekday = weekdays.get(reading.word(noun))
  if (weekday === undefined) return undefined
  const dotted = reading.word(noun + 1) === '.' && reading.word(noun).length < 5 && reading.glued(noun + 1)
  const end = noun + (dotted ? 2 : 1)
  const behind = first && first.value !== 0 ? undefined : reading.listed(end, after)
  // In "Monday next week" the word belongs to the week.
  const second = behind && !reading.has(behind.end, units) ? behind : undefined
  return { shift: second?.value ?? first?.value, weekday, end: second?.end ?? end }
}

function dayFor(reading: Reading, weekday: number, shift: number | undefined): Day {
  const { today } = reading
  const ahead = (weekday - weekdayOf(today) + 7) % 7
  if (shift === 0) return today + ahead
  if (shift === -1) return today - ((weekdayOf(today) - weekday + 7) % 7 || 7)
  const coming = today + (ahead || 7)
  if (shift === 2) return coming + 7
  return shift === 1 && !reading.spanish ? part('week', today, 1).from + weekday - 1 : coming
}

/** People differ on whether "next Friday" is the coming one or the one after. */
function doubt(reading: Reading, day: Day, shift: number | undefined): number {
  if (shift === undefined || shift < 1) return 1
  return shift === 1 && day - reading.today < 7 && weekdayOf(day) <= weekdayOf(reading.today) ? 1 : 0.8
}

/** "viernes 4 de diciembre"; where the two disagree the date is believed, less. */
function withDate(reading: Reading, end: number, weekday: number): DayAt | undefined {
  const at = reading.word(end) === ',' ? end + 1 : end
  const dated = calendarDateAt(reading, at)
  if (dated && dated.span.from === dated.span.to) {
    return { ...dated, confidence: weekdayOf(dated.span.from) === weekday ? 1 : 0.6 }
  }
  return numbered(reading, end, weekday)
}

const NOT_A_DAY = new Set([':', 'am', 'pm', 'a', 'p', 'h', 'hrs', 'horas', '%', '$', '/', '-'])
const NEAR = 100

/** "viernes 4": the next fourth that is a Friday, if one is near. */
function numbered(reading: Reading, end: number, weekday: number): DayAt | undefined {
  const at = reading.word(end) === 'the' || reading.word(end) === 'dia' ? end + 1 : end
  const date = plainAt(reading, at, 2)
  const next = reading.word(at + 1)
  const ordinal = next === 'th' || next === 'st' || next === 'nd' || next === 'rd'
  const counts = reading.at(at + 1)?.type === 'word' && !FOLLOWING.has(next) && !ordinal
  if (date === undefined || counts || (NOT_A_DAY.has(next) && reading.glued(at + 1))) return undefined
  for (let day = reading.today; day < reading.today + NEAR; day++) {
    if (weekdayOf(day) === weekday && civil(day).date === date) {
      return { end: ordinal ? at + 2 : at + 1, span: { from: day, to: day }, confidence: 0.9 }
    }
  }
  return undefined
}

/** What may come behind "viernes 4" if the 4 is a day and not four of something. */
const FOLLOWING = new Set('a en por para y o con al at in for and or from'.split(' '))

/** "el lunes de la semana que viene", "Monday of next week". */
function inWeek(reading: Reading, end: number, weekday: number): DayAt | undefined {
  const at = reading.skip(end, dateWords(reading).of)
  const period = at > end || !reading.spanish ? periodAt(reading, at) : undefined
  if (period?.unit !== 'week' || !period.marked) return undefined
  const day = period.span.from + weekday - 1
  return { end: period.end, span: { from: day, to: day }, confidence: 1 }
}
