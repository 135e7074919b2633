import { type ClockAt, clockAt, guessed, timeOf } from './clock.ts'
import { numberOpeners } from './number.ts'
import { type DayPart, timeOpeners, timeWords } from './time-words.ts'
import type { Reading } from './reading.ts'
import type { TimeValue } from './recognised.ts'

/** A time of day or a stretch of it, in seconds since midnight of its day; a stretch past midnight ends above 86,400. */
export interface TimeAt {
  end: number
  from: number
  to?: number
  /** False while morning or afternoon is a guess. */
  sure: boolean
}

const HALF_DAY = 43_200
const WHOLE_DAY = 86_400

/** "a las 3", "3pm", "de 3 a 5", "por la tarde". */
export function timeAt(reading: Reading, index: number): TimeAt | undefined {
  const token = reading.at(index)
  if (!token || token.type === 'mark') return undefined
  if (token.type === 'word' && !timeOpeners(reading).has(token.fold) && !numberOpeners(reading).has(token.fold)) return undefined
  return timeRangeAt(reading, index) ?? pointAt(reading, index) ?? stretchAt(reading, index)
}

function pointAt(reading: Reading, index: number): TimeAt | undefined {
  const at = reading.skip(index, timeWords(reading).at)
  const clock = clockAt(reading, at)
  if (!clock) return undefined
  if (!clock.explicit && (at === index || !isClosed(reading, clock.end))) return undefined
  if (!clock.explicit && !reading.spanish && clock.seconds > HALF_DAY) return undefined
  if (!clock.explicit && (isMisplacedOne(reading, at, clock.seconds / 3600) || isCounted(reading, index, at))) return undefined
  return { end: clock.end, from: guessed(clock), sure: clock.sure }
}

/** "a la una" is a time; "a las una", "a un" and "a la 5" are not. */
function isMisplacedOne(reading: Reading, at: number, hour: number): boolean {
  const [word, before] = [reading.word(at), reading.word(at - 1)]
  if (!reading.spanish) return word === 'one' && before !== 'at'
  return word === 'un' || word === 'uno' || (before === 'la') !== (hour === 1)
}

/** "las 3" is a time when a sentence begins so; "quiero las 3" counts something. */
function isCounted(reading: Reading, index: number, at: number): boolean {
  const article = reading.word(index) === 'las' || reading.word(index) === 'la'
  return article && at === index + 1 && index > 0 && reading.at(index - 1)!.type !== 'mark'
}

/** Whether what follows a bare hour shows that it did not count something. */
function isClosed(reading: Reading, index: number): boolean {
  const next = reading.at(index)
  if (!next) return true
  if (next.type === 'mark') return !('%$€£/-'.includes(next.fold))
  const { after, counted } = timeWords(reading)
  return next.type === 'word' && (after.has(next.fold) || !(next.fold.endsWith('s') || counted.has(next.fold)))
}

/** "de 3 a 5", "entre las 9 y las 11 de la mañana", "9am-5pm", "9:00 - 17:00". */
function timeRangeAt(reading: Reading, index: number): TimeAt | undefined {
  const words = timeWords(reading)
  const between = reading.skip(index, words.between)
  const opened = between > index ? between : reading.skip(index, words.rangeFrom)
  const first = clockAt(reading, opened)
  if (!first) return undefined
  const at = reading.skip(first.end, between > index ? words.betweenAnd : words.rangeTo)
  const last = at > first.end ? clockAt(reading, at) : undefined
  if (!last || (reading.word(at) === 'un' || reading.word(opened) === 'un')) return undefined
  const enough = opened > index || (first.explicit && last.explicit) || (last.explicit && reading.word(at - 1) === '-')
  if (!enough || !isMeant(reading, first, last)) return undefined
  return spanned(first, last)
}

function isMeant(reading: Reading, first: ClockAt, last: ClockAt): boolean {
  return last.explicit || (isClosed(reading, last.end) && (first.explicit || last.seconds > 0))
}

/** The half of the day told for one end holds for the other too, unless that turns the two round. */
function spanned(first: ClockAt, last: ClockAt): TimeAt {
  const to = guessed(last)
  if (first.sure) return { end: last.end, from: first.seconds, to: later(first.seconds, last, to), sure: true }
  const same = first.seconds + (to >= HALF_DAY && first.seconds < HALF_DAY ? HALF_DAY : 0)
  const from = last.sure ? (same < to ? same : first.seconds) : guessed(first)
  return { end: last.end, from, to: later(from, last, to), sure: last.sure }
}

function later(from: number, last: ClockAt, to: number): number {
  if (to > from) return last.sure || last.seconds <= from || last.seconds >= HALF_DAY ? to : Math.min(to, last.seconds)
  return !last.sure && to + HALF_DAY > from && to < HALF_DAY ? to + HALF_DAY : to + WHOLE_DAY
}

/** "por la mañana", "in the evening". */
export function stretchAt(reading: Reading, index: number): TimeAt | undefined {
  const found = reading.listed(index, timeWords(reading).stretches)
  return found && ofPart(found.end, found.value)
}

const ofPart = (end: number, { from, to }: DayPart): TimeAt => ({ end, from: from * 60, to: to * 60, sure: true })

/** "esta tarde", "anoche": a stretch that says its day. */
export function dayStretchAt(reading: Reading, index: number): { time: TimeAt; days: number; part: DayPart } | undefined {
  const found = reading.listed(index, timeWords(reading).dayStretches)
  return found && { time: ofPart(found.end, found.value), days: found.value.days, part: found.value }
}

export const timeValueOf = ({ from, to }: TimeAt): TimeValue =>
  to === undefined ? { time: timeOf(from % WHOLE_DAY) } : { from: timeOf(from), to: timeOf(to > WHOLE_DAY ? to - WHOLE_DAY : to) }

/** "morning" and "night" alone are greetings; only behind a preposition or a day do they say when. */
export const standsAlone = (reading: Reading, index: number, { end }: TimeAt) => end > index + 1 || !LEANING.has(reading.word(index))

const LEANING = new Set(['morning', 'afternoon', 'evening', 'night', 'temprano'])
