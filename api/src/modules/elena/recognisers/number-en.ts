import { figureAt } from './figure.ts'
import { type NumberAt, type Numeral, plus, times, whole } from './numeral.ts'
import { openersOf } from './phrase.ts'
import type { Reading } from './reading.ts'

const listed = (words: string, first: number, step = 1) =>
  words.split(' ').map((word, at): [string, number] => [word, first + at * step])

const UNITS = new Map(listed('one two three four five six seven eight nine', 1))
const TEENS = new Map(listed('ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen', 10))
const TENS = new Map([...listed('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10), ['fourty', 40]])
const SCALES = new Map([
  ['thousand', 1e3], ['million', 1e6], ['millions', 1e6], ['billion', 1e9], ['billions', 1e9], ['trillion', 1e12],
])
const CROWDS = new Map([['dozen', 12], ['dozens', 12], ['couple', 2]])

const SMALL = new Map([...UNITS, ...TEENS, ...TENS])

/** Every word with which a number in English may begin; spares the grammar for all others. */
export const englishNumberOpeners = openersOf(SMALL.keys(), ['zero', 'half', 'a', 'an'])

interface Piece {
  end: number
  value: Numeral
}

/** An English number in words, or in digits with a word of size ("2 thousand", "1.5 million"). */
export function englishNumberAt(reading: Reading, first: number): NumberAt | undefined {
  const read = halfAt(reading, first) ?? articleAt(reading, first) ?? scaled(reading, first)
  if (!read) return undefined
  const whole = inCrowds(reading, withFraction(reading, read))
  return whole && { end: whole.end, numeral: whole.value, form: 'words' }
}

/** "half a million", "half a dozen". */
function halfAt(reading: Reading, first: number): Piece | undefined {
  if (reading.word(first) !== 'half') return undefined
  const at = reading.word(first + 1) === 'a' ? first + 2 : first + 1
  const size = SCALES.get(reading.word(at)) ?? CROWDS.get(reading.word(at))
  return size === undefined || size === 2 ? undefined : { end: at + 1, value: whole(size / 2) }
}

/** "a hundred and five", "a million and a half", "a dozen", "a couple"; a mere "a" is no number. */
function articleAt(reading: Reading, first: number): Piece | undefined {
  const word = reading.word(first)
  if (word !== 'a' && word !== 'an') return undefined
  const next = reading.word(first + 1)
  const crowd = CROWDS.get(next)
  if (crowd !== undefined) return { end: first + 2, value: whole(crowd) }
  return next === 'hundred' || SCALES.has(next) ? scaled(reading, first, 1) : undefined
}

function inCrowds(reading: Reading, read: Piece): Piece | undefined {
  const size = CROWDS.get(reading.word(read.end))
  if (size === undefined || size === 2) return read
  const value = times(read.value, size)
  return value && { end: read.end + 1, value }
}

/** "two and a half", "two point five", "two and a half million". */
function withFraction(reading: Reading, read: Piece): Piece {
  if (read.value.places > 0 || read.value.units >= 1000) return read
  if (hasHalf(reading, read.end)) {
    const value = plus(read.value, { units: 5, places: 1 })!
    const scale = SCALES.get(reading.word(read.end + 3))
    const large = scale === undefined ? undefined : times(value, scale)
    return large ? { end: read.end + 4, value: large } : { end: read.end + 3, value }
  }
  const tail = reading.word(read.end) === 'point' ? belowHundred(reading, read.end + 1) : undefined
  if (!tail) return read
  return { end: tail.end, value: plus(read.value, { units: tail.value.units, places: String(tail.value.units).length })! }
}

const hasHalf = (reading: Reading, index: number) =>
  reading.word(index) === 'and' && reading.word(index + 1) === 'a' && reading.word(index + 2) === 'half'

/** Segments with their scales in falling order; `article` counts a leading "a" as one. */
function scaled(reading: Reading, first: number, article?: 1): Piece | undefined {
  let total: Piece | undefined
  let limit = Number.POSITIVE_INFINITY
  for (;;) {
    const at = joint(reading, total, first)
    const one = total === undefined && article ? articled(reading, first) : belowThousand(reading, at, limit)
    const scale = one && SCALES.get(reading.word(one.end))
    if (!one || (scale !== undefined && scale >= limit)) return total
    const value = scale === undefined ? one.value : times(one.value, scale)
    const sum = value && (total ? plus(total.value, value) : value)
    if (!sum) return total
    total = { end: scale === undefined ? one.end : one.end + 1, value: sum }
    if (scale === undefined) return total
    if (hasHalf(reading, total.end)) return { end: total.end + 3, value: plus(sum, whole(scale / 2)) ?? sum }
    limit = scale
  }
}

/** Where the next segment begins: an "and" may stand before what is below a hundred, a comma after a scale. */
function joint(reading: Reading, total: Piece | undefined, first: number): number {
  if (!total) return first
  const next = reading.word(total.end)
  return next === 'and' && belowHundred(reading, total.end + 1) ? total.end + 1 : total.end
}

function articled(reading: Reading, first: number): Piece | undefined {
  return reading.word(first + 1) === 'hundred'
    ? hundredsAt(reading, { end: first + 1, value: whole(1) })
    : { end: first + 1, value: whole(1) }
}

function belowThousand(reading: Reading, first: number, limit: number): Piece | undefined {
  if (reading.word(first) === 'zero') return { end: first + 1, value: whole(0) }
  const small = belowHundred(reading, first) ?? figureOf(reading, first, limit)
  return small && reading.word(small.end) === 'hundred' && small.value.units < 100 ? hundredsAt(reading, small) : small
}

/** Digits begin a number freely, but inside one they stand only before a word of size. */
function figureOf(reading: Reading, first: number, limit: number): Piece | undefined {
  const figure = figureAt(reading, first)
  if (!figure) return undefined
  const inside = limit !== Number.POSITIVE_INFINITY
  return inside && !SCALES.has(reading.word(figure.end)) ? undefined : { end: figure.end, value: figure.numeral }
}

/** "one hundred and two" stops before "and" where "two hundred" follows, as in "between one hundred and two hundred". */
function hundredsAt(reading: Reading, count: Piece): Piece | undefined {
  const value = times(count.value, 100)
  if (!value) return undefined
  const end = count.end + 1
  const tail = belowHundred(reading, reading.word(end) === 'and' ? end + 1 : end)
  if (!tail || reading.word(tail.end) === 'hundred') return { end, value }
  return { end: tail.end, value: plus(value, tail.value)! }
}

/** Below a hundred, in words. */
export function belowHundred(reading: Reading, first: number): Piece | undefined {
  const small = SMALL.get(reading.word(first))
  if (small === undefined) return undefined
  if (small < 20) return { end: first + 1, value: whole(small) }
  const at = reading.word(first + 1) === '-' && reading.glued(first + 1) ? first + 2 : first + 1
  const unit = UNITS.get(reading.word(at))
  return unit === undefined ? { end: first + 1, value: whole(small) } : { end: at + 1, value: whole(small + unit) }
}
