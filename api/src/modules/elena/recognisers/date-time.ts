import { type DayAt, inCalendar, momentAfter, momentOf } from './calendar.ts'
import { dateOf, dayAt, dayPairAt, dayRangeAt, isSingle } from './date.ts'
import { dateWords, dayOpeners } from './date-words.ts'
import { numberOpeners } from './number.ts'
import { ordinalOpeners } from './ordinal.ts'
import { openersOf, phrases } from './phrase.ts'
import type { Reading } from './reading.ts'
import type { DateTimeValue } from './recognised.ts'
import { distanceAt, moved } from './relative.ts'
import { type TimeAt, dayStretchAt, standsAlone, stretchAt, timeAt, timeValueOf } from './time.ts'
import { timeOpeners, timeWords } from './time-words.ts'

const HALF_DAY = 43_200
/** How sure one can be of a time whose half of the day was guessed. */
const GUESS = 0.7

const BETWEEN = phrases(', a|,|t|on|at|como|al|a')
const ON = phrases('en|on')
const TIME_TO_DAY = phrases(', del|, el|,|del|de|el dia|on|of|para el|para')

const openers = new Map<string, ReadonlySet<string>>()

/** Every word with which anything here may begin, asked first because most words begin nothing. */
function openersFor(reading: Reading): ReadonlySet<string> {
  const known = openers.get(reading.options.language)
  if (known) return known
  const [days, times] = [dateWords(reading), timeWords(reading)]
  const all = openersOf(
    dayOpeners(reading), timeOpeners(reading), numberOpeners(reading), ordinalOpeners(reading), days.rangeFrom.keys(),
    days.between.keys(), times.dayStretches.keys(), times.now.keys(), ['hora', 'hour'],
  )
  openers.set(reading.options.language, all)
  return all
}

/** Days, times and both together, from this token on. */
export function recogniseDateTime(reading: Reading, index: number): void {
  const token = reading.at(index)
  if (token?.type === 'word' && !openersFor(reading).has(token.fold)) return
  const day = dayAt(reading, index)
  const range = dayRangeAt(reading, index) ?? dayPairAt(reading, index)
  if (range) addDay(reading, index, range)
  if (day) {
    addDay(reading, index, day)
    if (isSingle(day)) dayThenTime(reading, index, day)
  }
  const time = timeAt(reading, index)
  if (time) {
    if (standsAlone(reading, index, time)) reading.add('time', index, time.end, () => timeValueOf(time), time.sure ? 1 : GUESS)
    timeThenDay(reading, index, time)
  }
  stretch(reading, index)
  instant(reading, index)
  present(reading, index)
}

/** "ahora mismo": often no more than a filler, so never sure. */
function present(reading: Reading, index: number): void {
  const end = reading.skip(index, timeWords(reading).now)
  const { now, zone } = reading.options
  if (end > index) reading.add('dateTime', index, end, () => momentAfter(now, 0, zone), 0.6)
}

function addDay(reading: Reading, index: number, { end, span, confidence }: DayAt): void {
  reading.add('date', index, end, () => dateOf(span), confidence)
}

/** "mañana a las 3", "mañana por la mañana", "el viernes por la tarde a las 4", "2027-05-03T15:30". */
function dayThenTime(reading: Reading, index: number, day: DayAt): void {
  const at = reading.skip(day.end, BETWEEN)
  const stretched = stretchAt(reading, day.end)
  const time = stretched && timeAt(reading, stretched.end)
  if (time && time.to === undefined) return addBoth(reading, index, day, within(time, stretched), time.end)
  const plain = timeAt(reading, at) ?? timeAt(reading, day.end)
  if (plain) addBoth(reading, index, day, plain, plain.end)
}

/** "3pm mañana", "a las 4 de la tarde del viernes". */
function timeThenDay(reading: Reading, index: number, time: TimeAt): void {
  const at = reading.skip(time.end, TIME_TO_DAY)
  const day = dayAt(reading, at) ?? dayAt(reading, time.end)
  if (!day || !isSingle(day)) return
  const stretched = time.to === undefined ? stretchAt(reading, reading.skip(day.end, ON)) : undefined
  addBoth(reading, index, day, stretched ? within(time, stretched) : time, stretched?.end ?? day.end)
}

/** Puts a guessed hour into the part of the day that was told with it. */
function within(time: TimeAt, part: TimeAt): TimeAt {
  if (time.sure || part.to === undefined) return time
  const other = (time.from + HALF_DAY) % (2 * HALF_DAY)
  const late = part.from >= HALF_DAY
  return { ...time, from: late === time.from >= HALF_DAY ? time.from : other, sure: true }
}

function addBoth(reading: Reading, first: number, day: DayAt, time: TimeAt, end: number): void {
  const here = day.span.from
  const told = here === reading.today ? stillAhead(reading, time) : time
  const confidence = day.confidence * (time.sure ? 1 : GUESS)
  reading.add('dateTime', first, end, () => valueOf(reading, here, told), confidence)
}

/** "hoy a las 9", said at two in the afternoon, is at nine in the evening. */
function stillAhead(reading: Reading, time: TimeAt): TimeAt {
  const evening = time.from + HALF_DAY
  const over = !time.sure && time.to === undefined && time.from < HALF_DAY && time.from < reading.minute * 60
  return over && evening > reading.minute * 60 ? { ...time, from: evening } : time
}

function valueOf({ options }: Reading, day: number, { from, to }: TimeAt): DateTimeValue | undefined {
  if (!inCalendar(day) || !inCalendar(day + 1)) return undefined
  const begin = momentOf(day, from, options.zone)
  return to === undefined ? begin : { from: begin, to: momentOf(day, to, options.zone) }
}

/** "esta tarde", "tonight at 8". */
function stretch(reading: Reading, index: number): void {
  const found = dayStretchAt(reading, index)
  if (!found) return
  const day = reading.today + found.days
  const { time } = found
  reading.add('dateTime', index, time.end, () => valueOf(reading, day, time))
  const after = timeAt(reading, time.end)
  if (after && after.to === undefined) {
    reading.add('dateTime', index, after.end, () => valueOf(reading, day, within(after, time)), after.sure ? 1 : 0.9)
  }
}

/** "en 20 minutos", "hace 3 horas", "in half an hour". */
function instant(reading: Reading, index: number): void {
  const distance = distanceAt(reading, index)
  if (!distance || distance.length.seconds === 0) return
  const { length, sign, end } = distance
  const { now, zone } = reading.options
  reading.add('dateTime', index, end, () => {
    const days = moved(0, { ...length, seconds: 0 }, 1)
    const seconds = sign * (days * 86_400 + length.seconds)
    return inCalendar(reading.today + seconds / 86_400) ? momentAfter(now, seconds, zone) : undefined
  })
}
