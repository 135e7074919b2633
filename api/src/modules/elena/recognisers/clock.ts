import { plainAt } from './figure.ts'
import { type SmallAt, smallAt } from './number.ts'
import { phrases } from './phrase.ts'
import type { Reading } from './reading.ts'
import { timeWords } from './time-words.ts'

/** A time of day that begins at a token. */
export interface ClockAt {
  end: number
  /** Since midnight; an hour from 1 to 12 stays as said while it is not `sure`. */
  seconds: number
  /** Whether morning or afternoon is known. */
  sure: boolean
  /** Whether it can be nothing but a time. A bare hour needs a word before it. */
  explicit: boolean
}

const HOUR = 3600
const NOON = 12 * HOUR

/** "3:30 pm", "15h30", "3 y media de la tarde", "mediodía", "half past three"; also a bare hour, which is not explicit. */
export function clockAt(reading: Reading, index: number): ClockAt | undefined {
  const fixed = reading.listed(index, timeWords(reading).fixed)
  if (fixed) return { end: fixed.end, seconds: fixed.value * 60, sure: true, explicit: true }
  const told = reading.isDigits(index) ? figuresAt(reading, index) ?? spokenAt(reading, index) : spokenAt(reading, index)
  return told && withPart(reading, told)
}

/** "3:30", "03:30:15", "15h30", "3.30 pm". */
function figuresAt(reading: Reading, index: number): ClockAt | undefined {
  const hour = plainAt(reading, index, 2)
  if (hour === undefined || hour > 24 || isContinued(reading, index)) return undefined
  const separator = reading.glued(index + 1) ? reading.word(index + 1) : ''
  const hours = separator === 'h' || separator === 'hs' || separator === 'hrs'
  const minute = separator === ':' || hours || separator === '.' ? minuteAt(reading, index + 2) : undefined
  if (minute === undefined) return hours ? shown(reading, index, index + 2, hour * HOUR) : undefined
  if (separator === '.' && !hasMeridiem(reading, index + 3)) return undefined
  const second = reading.word(index + 3) === ':' ? minuteAt(reading, index + 4) : undefined
  return shown(reading, index, index + (second === undefined ? 3 : 5), hour * HOUR + minute * 60 + (second ?? 0))
}

function shown(reading: Reading, index: number, end: number, seconds: number): ClockAt | undefined {
  if (seconds > 24 * HOUR || (reading.glued(end) && reading.isDigits(end))) return undefined
  const sure = reading.word(index).startsWith('0') || seconds >= 13 * HOUR
  return { end, seconds, sure, explicit: true }
}

/** Whether the digits go on from others or from letters; the T of ISO 8601 parts them from the day. */
function isContinued(reading: Reading, index: number): boolean {
  if (!reading.glued(index)) return false
  const before = reading.at(index - 1)!
  return before.type === 'mark' ? ':.,/$'.includes(before.fold) && reading.glued(index - 1) : before.fold !== 't'
}

const minuteAt = (reading: Reading, index: number) => {
  const minute = reading.glued(index) && reading.isDigits(index, 2) ? plainAt(reading, index, 2) : undefined
  return minute !== undefined && minute < 60 ? minute : undefined
}

const hasMeridiem = (reading: Reading, index: number) =>
  reading.has(index, timeWords(reading).am) || reading.has(index, timeWords(reading).pm)

const spokenAt = (reading: Reading, index: number) => (reading.spanish ? spanishAt(reading, index) : englishAt(reading, index))

const TO_ES = phrases('minutos para las|minutos para la|para las|para la')
const QUARTER_TO_ES = phrases('un cuarto para las|un cuarto para la|cuarto para las|cuarto para la')

/** "3", "tres y media", "3 menos cuarto", "tres treinta", "cuarto para las 4", "diez para las 3". */
function spanishAt(reading: Reading, index: number): ClockAt | undefined {
  const quarter = reading.skip(index, QUARTER_TO_ES)
  if (quarter > index) return before(smallAt(reading, quarter, 1, 12), 15)
  const hour = smallAt(reading, index, 0, 24)
  const minutes = hour ?? smallAt(reading, index, 1, 29)
  const to = minutes ? reading.skip(minutes.end, TO_ES) : index
  const following = minutes && to > minutes.end ? smallAt(reading, to, 1, 12) : undefined
  if (following) return before(following, minutes!.value)
  return hour && (isFree(reading, index, hour.end) ? spanishMinutes(reading, hour) : undefined)
}

/** A number that is part of a longer one, a date or a sum is no hour. */
function isFree(reading: Reading, index: number, end: number): boolean {
  if (reading.isDigits(index) && isContinued(reading, index)) return false
  const next = reading.at(end)
  if (!next || next.apart || next.type === 'word') return true
  if ('.,'.includes(next.fold)) return !(reading.glued(end + 1) && reading.isDigits(end + 1))
  return !'/:%'.includes(next.fold)
}

function before(hour: SmallAt | undefined, minutes: number): ClockAt | undefined {
  if (!hour) return undefined
  const seconds = (hour.value === 1 ? 13 : hour.value) * HOUR - minutes * 60
  return { end: hour.end, seconds, sure: false, explicit: true }
}

function spanishMinutes(reading: Reading, hour: SmallAt): ClockAt {
  const plain = { end: hour.end, seconds: hour.value * HOUR, sure: hour.value === 0 || hour.value > 12, explicit: false }
  const joint = reading.word(hour.end)
  const said = joint === 'y' || joint === 'con' || joint === 'menos' ? hour.end + 1 : hour.end
  const word = reading.word(said)
  const named = word === 'media' ? 30 : word === 'cuarto' ? 15 : undefined
  const counted = named === undefined ? countedMinutes(reading, said, said > hour.end) : { end: said + 1, value: named }
  if (!counted || (said === hour.end && named !== undefined)) return plain
  const sign = joint === 'menos' ? -1 : 1
  const from = sign === -1 && hour.value === 1 ? 13 : hour.value
  return { ...plain, end: counted.end, seconds: from * HOUR + sign * counted.value * 60, explicit: true }
}

const MINUTES = phrases('minutos|minuto|min|minutes|minute')

function countedMinutes(reading: Reading, index: number, joined: boolean): SmallAt | undefined {
  const small = smallAt(reading, index, joined ? 1 : 10, 59)
  if (!small || (!joined && reading.glued(index))) return undefined
  const end = reading.skip(small.end, MINUTES)
  if (reading.isDigits(index) && !isFree(reading, index, small.end)) return undefined
  const counts = end === small.end && reading.at(end)?.type === 'word' && !timeWords(reading).after.has(reading.word(end))
  return counts && !endsClock(reading, end) ? undefined : { end, value: small.value }
}

const endsClock = (reading: Reading, index: number) =>
  hasMeridiem(reading, index) || reading.listed(index, timeWords(reading).parts) !== undefined

const PAST = phrases('minutes past|past|after')
const TO = phrases('minutes to|minutes before|to|before|til|till')

/** "3", "three thirty", "half past three", "quarter to four", "ten past 3". */
function englishAt(reading: Reading, index: number): ClockAt | undefined {
  const counted = fractionAt(reading, index) ?? smallAt(reading, index, 1, 29)
  const past = counted ? reading.skip(counted.end, PAST) : index
  const to = counted ? reading.skip(counted.end, TO) : index
  const hour = counted && Math.max(past, to) > counted.end ? smallAt(reading, Math.max(past, to), 1, 12) : undefined
  if (hour && (counted!.value % 5 === 0 || reading.word(counted!.end) === 'minutes')) {
    return past > counted!.end ? after(hour, counted!.value) : before(hour, counted!.value)
  }
  const plain = smallAt(reading, index, 0, 24)
  return plain && isFree(reading, index, plain.end) ? englishMinutes(reading, plain) : undefined
}

const after = (hour: SmallAt, minutes: number): ClockAt => ({
  end: hour.end, seconds: hour.value * HOUR + minutes * 60, sure: false, explicit: true,
})

function fractionAt(reading: Reading, index: number): SmallAt | undefined {
  const at = reading.word(index) === 'a' ? index + 1 : index
  const word = reading.word(at)
  return word === 'half' ? { end: at + 1, value: 30 } : word === 'quarter' ? { end: at + 1, value: 15 } : undefined
}

function englishMinutes(reading: Reading, hour: SmallAt): ClockAt {
  const plain = { end: hour.end, seconds: hour.value * HOUR, sure: hour.value === 0 || hour.value > 12, explicit: false }
  const oh = reading.word(hour.end) === 'oh'
  const minutes = oh ? smallAt(reading, hour.end + 1, 1, 9) : countedMinutes(reading, hour.end, false)
  return minutes ? { ...plain, end: minutes.end, seconds: plain.seconds + minutes.value * 60, explicit: true } : plain
}

/** Takes "en punto", "pm" and "de la tarde" along and so learns which half of the day it is. */
function withPart(reading: Reading, clock: ClockAt): ClockAt | undefined {
  const words = timeWords(reading)
  const sharp = reading.skip(reading.skip(clock.end, words.sharp), words.sharp)
  const base = sharp > clock.end ? { ...clock, end: sharp, explicit: true } : clock
  const am = reading.skip(base.end, words.am)
  if (am > base.end && endsWord(reading, am)) return inHalf(base, am, false)
  const pm = reading.skip(base.end, words.pm)
  if (pm > base.end && endsWord(reading, pm)) return inHalf(base, pm, true)
  const part = reading.listed(base.end, words.parts)
  if (part) return inHalf(base, part.end, part.value.late, part.value.from)
  return base.seconds > 24 * HOUR ? undefined : base
}

const endsWord = (reading: Reading, end: number) => !reading.glued(end) || reading.at(end)?.type === 'mark'

/** "12 am" and "12 de la noche" are midnight, "12 pm" is noon; at "13 pm" the clock is believed. */
function inHalf(clock: ClockAt, end: number, late: boolean, from = 0): ClockAt {
  const { seconds } = clock
  const twelve = seconds >= NOON && seconds < NOON + HOUR
  const night = from >= 18 * 60
  const shifted = twelve ? (late && !night ? seconds : seconds - NOON) : late && seconds < NOON ? seconds + NOON : seconds
  // "3 de la noche" is said of the small hours.
  const small = night && !twelve && seconds < 5 * HOUR ? seconds : shifted
  return { end, seconds: small, sure: true, explicit: true }
}

/** Without morning or afternoon told: office hours, so 1 to 6 are after noon, 7 to 11 before. */
export function guessed({ seconds, sure }: ClockAt): number {
  return !sure && seconds < 7 * HOUR ? seconds + NOON : seconds
}

/** `15:30`, with seconds only where there are some. */
export function timeOf(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const rest = seconds % 60
  const time = `${two(Math.floor(seconds / HOUR))}:${two(Math.floor(seconds / 60) % 60)}`
  return rest === 0 ? time : `${time}:${two(rest)}`
}
