import { numberAt } from './number.ts'
import { type Numeral, isWhole, valueOf, whole } from './numeral.ts'
import { lexicon, phrases } from './phrase.ts'
import type { Reading } from './reading.ts'
import type { DurationValue } from './recognised.ts'

/** A length of time in the three measures that cannot be turned into one another. */
export interface Length {
  months: number
  days: number
  seconds: number
}

const unit = (words: string, length: Partial<Length>): [string, Length][] =>
  words.split(' ').map(word => [word, { months: 0, days: 0, seconds: 0, ...length }])

const ES = new Map([
  ...unit('segundo segundos seg segs', { seconds: 1 }), ...unit('minuto minutos min mins', { seconds: 60 }),
  ...unit('hora horas h hr hrs', { seconds: 3600 }), ...unit('dia dias noche noches', { days: 1 }),
  ...unit('semana semanas sem', { days: 7 }), ...unit('quincena quincenas', { days: 15 }),
  ...unit('mes meses', { months: 1 }), ...unit('bimestre bimestres', { months: 2 }),
  ...unit('trimestre trimestres', { months: 3 }), ...unit('semestre semestres', { months: 6 }),
  ...unit('ano anos', { months: 12 }), ...unit('decada decadas', { months: 120 }),
])
const EN = new Map([
  ...unit('second seconds sec secs', { seconds: 1 }), ...unit('minute minutes min mins', { seconds: 60 }),
  ...unit('hour hours h hr hrs', { seconds: 3600 }), ...unit('day days night nights', { days: 1 }),
  ...unit('week weeks wk wks', { days: 7 }), ...unit('fortnight fortnights', { days: 14 }),
  ...unit('month months', { months: 1 }), ...unit('quarter quarters', { months: 3 }),
  ...unit('year years yr yrs', { months: 12 }), ...unit('decade decades', { months: 120 }),
])

interface Part {
  end: number
  length: Length
  /** Tells an amount that was counted from a mere "un día". */
  vague: boolean
}

const AND = phrases('y|con|and|,')
const AND_HALF_ES = phrases('y media|y medio')
const AND_HALF_EN = phrases('and a half')
const FRACTIONS_ES = lexicon([
  ['media hora', 1800], ['hora y media', 5400], ['cuarto de hora|un cuarto de hora', 900], ['tres cuartos de hora', 2700],
])
const FRACTIONS_EN = lexicon([
  ['half an hour|half hour', 1800], ['hour and a half|an hour and a half', 5400],
  ['a quarter of an hour|quarter of an hour|quarter hour', 900], ['three quarters of an hour', 2700],
])

/** A length of time that begins here: "2 horas y media", "1h 30m", "un año y 3 meses", "half an hour". */
export function durationAt(reading: Reading, index: number): Part | undefined {
  let total = fraction(reading, index) ?? counted(reading, index)
  for (let more = 0; total && more < 4; more++) {
    const at = reading.skip(total.end, AND)
    const next: Part | undefined = counted(reading, at)
    if (!next || next.vague || smallest(next.length) >= smallest(total.length)) return total
    total = { end: next.end, length: sum(total.length, next.length), vague: false }
  }
  return total
}

function fraction(reading: Reading, index: number): Part | undefined {
  const found = reading.listed(index, reading.spanish ? FRACTIONS_ES : FRACTIONS_EN)
  return found && { end: found.end, length: { months: 0, days: 0, seconds: found.value }, vague: false }
}

function counted(reading: Reading, index: number): Part | undefined {
  const count = amountAt(reading, index)
  if (!count || count.numeral.units < 0) return undefined
  const at = reading.skip(count.end, OF)
  const unit = unitAt(reading, at)
  if (!unit) return undefined
  const half = reading.skip(at + 1, reading.spanish ? AND_HALF_ES : AND_HALF_EN)
  const numeral = half > at + 1 && isWhole(count.numeral) ? { units: count.numeral.units * 10 + 5, places: 1 } : count.numeral
  const length = scaled(unit, numeral)
  return length && { end: half, length, vague: count.vague && half === at + 1 }
}

const OF = phrases('of|de')

/** "m" is minutes only right behind a digit, as in "1h 30m". */
function unitAt(reading: Reading, index: number): Length | undefined {
  const word = reading.word(index)
  if (word === 'm' || word === 's') {
    return reading.glued(index) && reading.isDigits(index - 1) ? EN.get(word === 'm' ? 'min' : 'sec') : undefined
  }
  return (reading.spanish ? ES : EN).get(word)
}

function amountAt(reading: Reading, index: number): { end: number; numeral: Numeral; vague: boolean } | undefined {
  const found = numberAt(reading, index)
  if (found) return { end: found.end, numeral: found.numeral, vague: found.form === 'article' }
  const word = reading.word(index)
  if (!reading.spanish) return word === 'a' || word === 'an' ? { end: index + 1, numeral: whole(1), vague: true } : undefined
  // "hace año y medio": only the half tells that something is counted.
  const half = (word === 'ano' || word === 'mes' || word === 'semana') && reading.has(index + 1, AND_HALF_ES)
  return half ? { end: index, numeral: whole(1), vague: false } : undefined
}

/** What is not whole runs down into the next measure: a month and a half is a month and 15 days. */
function scaled(unit: Length, numeral: Numeral): Length | undefined {
  const count = valueOf(numeral)
  const months = tidy(unit.months * count)
  const days = tidy(unit.days * count + (months - Math.floor(months)) * 30)
  const seconds = unit.seconds * count + (days - Math.floor(days)) * 86_400
  const length = { months: Math.floor(months), days: Math.floor(days), seconds: Math.round(seconds) }
  return Object.values(length).every(value => value < 1e12) ? length : undefined
}

const tidy = (value: number) => Math.round(value * 1e6) / 1e6

const sum = (a: Length, b: Length): Length => ({
  months: a.months + b.months, days: a.days + b.days, seconds: a.seconds + b.seconds,
})

/** Roughly, in seconds, the finest measure used. */
const smallest = ({ months, days, seconds }: Length) => seconds || days * 86_400 || months * 2_592_000

/** In ISO 8601, with seconds where neither months nor years are in it. */
export function durationOf({ months, days, seconds }: Length): DurationValue {
  const date = measured([[Math.floor(months / 12), 'Y'], [months % 12, 'M'], [days, 'D']])
  const time = measured([[Math.floor(seconds / 3600), 'H'], [Math.floor(seconds / 60) % 60, 'M'], [seconds % 60, 'S']])
  const duration = date + time === '' ? 'PT0S' : `P${date}${time === '' ? '' : `T${time}`}`
  return months === 0 ? { duration, seconds: days * 86_400 + seconds } : { duration }
}

const measured = (parts: [number, string][]) => parts.filter(([count]) => count > 0).map(part => part.join('')).join('')

export function recogniseDuration(reading: Reading, index: number): void {
  const found = durationAt(reading, index)
  if (!found) return
  reading.add('duration', index, found.end, () => durationOf(found.length), found.vague ? 0.7 : 1)
}
