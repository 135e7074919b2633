import { figureAt, plainAt } from './figure.ts'
import { belowHundred as belowHundredInEnglish, englishNumberAt, englishNumberOpeners } from './number-en.ts'
import { belowHundred as belowHundredInSpanish, spanishNumberAt, spanishNumberOpeners } from './number-es.ts'
import { type NumberAt, times, valueOf } from './numeral.ts'
import { phrases } from './phrase.ts'
import type { Reading } from './reading.ts'

/** Every word with which a number may begin. */
export const numberOpeners = (reading: Reading) => (reading.spanish ? spanishNumberOpeners : englishNumberOpeners)

/** A whole number below a hundred. */
export interface SmallAt {
  end: number
  value: number
}

/** The number beginning here, read once and kept. */
export function numberAt(reading: Reading, index: number): NumberAt | undefined {
  const known = reading.numbers[index]
  if (known !== undefined) return known ?? undefined
  const found = read(reading, index)
  reading.numbers[index] = found ?? null
  return found
}

function read(reading: Reading, index: number): NumberAt | undefined {
  const token = reading.at(index)
  if (!token || token.type === 'mark') return undefined
  const words = token.type === 'digits' ? sizedFigure(reading, index) : inWords(reading, index)
  if (words || token.type === 'word') return words
  const figure = figureAt(reading, index)
  return figure && { end: figure.end, numeral: figure.numeral, form: 'digits', ...(figure.sure ? {} : { confidence: 0.8 }) }
}

function inWords(reading: Reading, index: number): NumberAt | undefined {
  const word = reading.word(index)
  if (!numberOpeners(reading).has(word) || (word === 'ciento' && reading.word(index - 1) === 'por')) return undefined
  return reading.spanish ? spanishNumberAt(reading, index) : englishNumberAt(reading, index)
}

/** "2 mil", "1.5 million", "2k". */
function sizedFigure(reading: Reading, index: number): NumberAt | undefined {
  const figure = figureAt(reading, index)
  if (!figure) return undefined
  if (reading.word(figure.end) === 'k' && reading.glued(figure.end)) {
    const numeral = times(figure.numeral, 1000)
    return numeral && { end: figure.end + 1, numeral, form: 'words' }
  }
  const sized = reading.spanish ? spanishNumberAt(reading, index) : englishNumberAt(reading, index)
  return sized && sized.end > figure.end ? sized : undefined
}

/**
 * A number from `least` to `most`, itself below a hundred, in one or two digits or in words: what days, hours and
 * minutes are said in. Never takes "y media" along.
 */
export function smallAt(reading: Reading, index: number, least: number, most: number): SmallAt | undefined {
  const plain = plainAt(reading, index, 2)
  const inWords = reading.spanish ? belowHundredInSpanish : belowHundredInEnglish
  const words = plain === undefined ? inWords(reading, index) : undefined
  const value = plain ?? words?.value.units
  return value !== undefined && value >= least && value <= most ? { end: words?.end ?? index + 1, value } : undefined
}

const PERCENT = phrases('%|por ciento|porciento|percent|per cent|pct')
const THANKS = phrases('gracias|disculpas|perdones|thanks|thank')
const POINTING = phrases('this|that|which|the|no|any|every|some|another|each')

/** The number or percentage that begins here; returns where to look for the next. */
export function recogniseNumber(reading: Reading, index: number): number {
  const found = numberAt(reading, index)
  if (!found || partOfCode(reading, index, found.end)) return found ? found.end : index + 1
  const negative = isNegative(reading, index)
  const sign = negative ? -1 : 1
  const first = negative ? index - 1 : index
  const number = sign * valueOf(found.numeral)
  const percent = reading.skip(found.end, PERCENT)
  if (percent > found.end) reading.add('percentage', first, percent, () => ({ percent: number }), found.confidence)
  else if (isNoun(reading, index, found)) return found.end
  else reading.add('number', first, found.end, () => ({ number }), found.confidence)
  return found.end
}

/** "mil gracias", "this one", "un". */
function isNoun(reading: Reading, index: number, { end, form }: NumberAt): boolean {
  if (form === 'article') return reading.word(index) !== 'uno'
  if (form === 'digits') return false
  return reading.has(end, THANKS) || (reading.word(index) === 'one' && end === index + 1 && reading.has(index - 1, POINTING))
}

const isNegative = (reading: Reading, index: number) =>
  reading.word(index - 1) === '-' && reading.glued(index) && !reading.glued(index - 1) && reading.isDigits(index)

const JOINTS = new Set(['-', '/', ':', '.', '_', '@', '#', '='])

/** Whether the digits hang together with others, as in 809-555-1234, 24/7 or A1. */
function partOfCode(reading: Reading, index: number, end: number): boolean {
  if (reading.isDigits(index) && reading.glued(index)) {
    if (reading.at(index - 1)?.type === 'word') return true
    if (JOINTS.has(reading.word(index - 1)) && reading.glued(index - 1) && isAlphanumeric(reading, index - 2)) return true
  }
  if (!reading.isDigits(end - 1) || !reading.glued(end)) return false
  return JOINTS.has(reading.word(end)) && reading.glued(end + 1) && reading.isDigits(end + 1)
}

const isAlphanumeric = (reading: Reading, index: number) => (reading.at(index)?.type ?? 'mark') !== 'mark'
