import { figureAt, plainAt } from './figure.ts'
import { type NumberAt, type Numeral, plus, times, whole } from './numeral.ts'
import { openersOf } from './phrase.ts'
import type { Reading } from './reading.ts'

const listed = (words: string, first: number, step = 1) =>
  words.split(' ').flatMap((one, at) => one.split('|').map((word): [string, number] => [word, first + at * step]))

const UNITS = new Map(listed('un|uno|una dos tres cuatro cinco seis siete ocho nueve', 1))
const TEENS = new Map([
  ...listed('diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte', 10),
  ...listed('veintiun|veintiuno|veintiuna veintidos veintitres veinticuatro veinticinco', 21),
  ...listed('veintiseis veintisiete veintiocho veintinueve', 26),
])
const TENS = new Map(listed('veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa', 20, 10))
const HUNDREDS = new Map([
  ...listed('cien|ciento doscientos|doscientas trescientos|trescientas cuatrocientos|cuatrocientas', 100, 100),
  ...listed('quinientos|quinientas seiscientos|seiscientas setecientos|setecientas', 500, 100),
  ...listed('ochocientos|ochocientas novecientos|novecientas', 800, 100),
])
const SCALES = new Map([
  ['millon', 1e6], ['millones', 1e6], ['millardo', 1e9], ['millardos', 1e9], ['billon', 1e12], ['billones', 1e12],
])
const CROWDS = new Map([
  ['par', 2], ['docena', 12], ['docenas', 12], ['centenar', 100],
  ['centenares', 100], ['centena', 100], ['centenas', 100], ['millar', 1000], ['millares', 1000],
])
const HALVES = new Set(['medio', 'media'])

const SMALL = new Map([...UNITS, ['diez', 10], ...TEENS, ...TENS])

/** Every word with which a number in Spanish may begin; spares the grammar for all others. */
export const spanishNumberOpeners = openersOf(SMALL.keys(), HUNDREDS.keys(), HALVES, ['mil', 'cero', 'par'])

interface Piece {
  end: number
  value: Numeral
}

/** A Spanish number in words, or in digits with a word of size ("2 mil 500", "1.5 millones"). */
export function spanishNumberAt(reading: Reading, first: number): NumberAt | undefined {
  if (reading.word(first) === 'par') return pairAt(reading, first)
  const half = halfAt(reading, first)
  if (half) return { ...half, numeral: half.value, form: 'words' }
  const read = scaled(reading, first)
  if (!read) return undefined
  const crowd = CROWDS.get(reading.word(read.end))
  const all = crowd === undefined ? withFraction(reading, read) : inCrowds(reading, read, crowd)
  if (!all) return undefined
  const form = all.end === first + 1 && UNITS.get(reading.word(first)) === 1 ? 'article' : 'words'
  return { end: all.end, numeral: all.value, form }
}

/** "par de días", with no "un" before it. */
const pairAt = (reading: Reading, first: number): NumberAt | undefined =>
  reading.word(first + 1) === 'de' ? { end: first + 1, numeral: whole(2), form: 'words' } : undefined

function halfAt(reading: Reading, first: number): Piece | undefined {
  if (!HALVES.has(reading.word(first))) return undefined
  const next = reading.word(first + 1)
  const size = SCALES.get(next) ?? CROWDS.get(next)
  return size === undefined || size === 2 ? undefined : { end: first + 2, value: whole(size / 2) }
}

function inCrowds(reading: Reading, read: Piece, size: number): Piece | undefined {
  const value = times(read.value, size)
  if (!value) return undefined
  const end = read.end + 1
  if (!andHalf(reading, end)) return { end, value }
  return { end: end + 2, value: plus(value, whole(size / 2))! }
}

const andHalf = (reading: Reading, index: number) => reading.word(index) === 'y' && HALVES.has(reading.word(index + 1))

function withFraction(reading: Reading, read: Piece): Piece {
  if (read.value.places > 0 || !isSmall(read)) return read
  if (andHalf(reading, read.end)) return { end: read.end + 2, value: plus(read.value, { units: 5, places: 1 })! }
  const point = reading.word(read.end)
  const tail = point === 'punto' || point === 'coma' ? belowHundred(reading, read.end + 1) : undefined
  if (!tail) return read
  const places = String(tail.value.units).length
  return { end: tail.end, value: plus(read.value, { units: tail.value.units, places })! }
}

const isSmall = ({ value }: Piece) => value.units < 1000

/** Segments below a million, each with its scale, in falling order. */
function scaled(reading: Reading, first: number): Piece | undefined {
  let total: Piece | undefined
  let limit = Number.POSITIVE_INFINITY
  for (;;) {
    const at = total?.end ?? first
    const one = segment(reading, at, total !== undefined)
    if (!one) return total
    const scale = SCALES.get(reading.word(one.end))
    if (scale === undefined) return limit > 1e3 ? joined(total, one) : total
    const value = scale < limit ? times(one.value, scale) : undefined
    const sum = value && joined(total, { end: one.end + 1, value })
    if (!sum) return total
    if (andHalf(reading, sum.end)) return { end: sum.end + 2, value: plus(sum.value, whole(scale / 2)) ?? sum.value }
    total = sum
    limit = scale
  }
}

function joined(total: Piece | undefined, one: Piece): Piece | undefined {
  const value = total ? plus(total.value, one.value) : one.value
  return value && { end: one.end, value }
}

/** Below a million: "dos mil quinientos", "2 mil 500", "mil". */
function segment(reading: Reading, first: number, inside: boolean): Piece | undefined {
  const head = belowThousand(reading, first) ?? figureOf(reading, first, inside)
  const thousands = head?.end ?? first
  if (reading.word(thousands) !== 'mil' || head?.value.units === 0) return head
  const value = head ? times(head.value, 1000) : whole(1000)
  if (!value) return head
  const tail = belowThousand(reading, thousands + 1) ?? threeDigits(reading, thousands + 1)
  return tail ? { end: tail.end, value: plus(value, tail.value)! } : { end: thousands + 1, value }
}

/** Digits begin a number freely, but inside one they stand only before a word of size or as three digits. */
function figureOf(reading: Reading, first: number, inside: boolean): Piece | undefined {
  const figure = figureAt(reading, first)
  if (!figure) return undefined
  const next = reading.word(figure.end)
  if (inside && next !== 'mil' && !SCALES.has(next)) return threeDigits(reading, first)
  return { end: figure.end, value: figure.numeral }
}

function threeDigits(reading: Reading, index: number): Piece | undefined {
  const value = reading.isDigits(index, 3) && !reading.glued(index + 1) ? plainAt(reading, index, 3) : undefined
  return value === undefined ? undefined : { end: index + 1, value: whole(value) }
}

function belowThousand(reading: Reading, first: number): Piece | undefined {
  const word = reading.word(first)
  const hundreds = HUNDREDS.get(word)
  if (hundreds === undefined) return word === 'cero' ? { end: first + 1, value: whole(0) } : belowHundred(reading, first)
  const tail = word === 'cien' ? undefined : belowHundred(reading, first + 1)
  return tail ? { end: tail.end, value: whole(hundreds + tail.value.units) } : { end: first + 1, value: whole(hundreds) }
}

/** Below a hundred, in words. */
export function belowHundred(reading: Reading, first: number): Piece | undefined {
  const small = SMALL.get(reading.word(first))
  if (small === undefined) return undefined
  const unit = small % 10 === 0 && reading.word(first + 1) === 'y' ? UNITS.get(reading.word(first + 2)) : undefined
  return unit === undefined ? { end: first + 1, value: whole(small) } : { end: first + 3, value: whole(small + unit) }
}
