import { plainAt } from './figure.ts'
import { openersOf } from './phrase.ts'
import type { Reading } from './reading.ts'

const ES_STEMS = [
  'primer', 'segund', 'tercer', 'cuart', 'quint', 'sext', 'septim', 'octav', 'noven', 'decim', 'undecim', 'duodecim',
]
const ES_TENS = ['vigesim', 'trigesim', 'cuadragesim', 'quincuagesim', 'sexagesim', 'septuagesim', 'octogesim', 'nonagesim']
const EN_SMALL = (
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
  'sixteenth seventeenth eighteenth nineteenth'
).split(' ')
const EN_TENS = 'twent thirt fort fift sixt sevent eight ninet'.split(' ')

const gendered = (stem: string, value: number): [string, number][] => [[`${stem}o`, value], [`${stem}a`, value]]

const ES = new Map<string, number>([
  ['primer', 1], ['tercer', 3], ['setimo', 7], ['setima', 7], ['decimoprimero', 11], ['decimoprimera', 11],
  ...ES_STEMS.flatMap((stem, at) => gendered(stem, at + 1)),
  ...ES_STEMS.slice(2, 9).flatMap((stem, at) => gendered(`decimo${stem}`, at + 13)),
  ...ES_TENS.flatMap((stem, at) => gendered(stem, at * 10 + 20)),
  ...gendered('centesim', 100),
])
const EN = new Map<string, number>([
  ...EN_SMALL.map((word, at): [string, number] => [word, at + 1]),
  ...EN_TENS.map((stem, at): [string, number] => [`${stem}ieth`, at * 10 + 20]),
  ['hundredth', 100],
])
const EN_TEN_WORDS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at): [string, number] => [word, at * 10 + 20]),
)
const ES_OPENERS = openersOf(ES.keys())
const EN_OPENERS = openersOf(EN.keys(), EN_TEN_WORDS.keys())
const ES_ENDINGS = new Set('º o a ro ra er era ero do da to ta vo va mo ma no na'.split(' '))
const EN_ENDINGS = new Set(['st', 'nd', 'rd', 'th'])
/** Words that mean other things at least as often. */
const DOUBTFUL = new Set(['segundo', 'segunda', 'cuarto', 'cuarta', 'quinta', 'second', 'third'])

/** Every word with which an ordinal may begin. */
export const ordinalOpeners = (reading: Reading): ReadonlySet<string> => (reading.spanish ? ES_OPENERS : EN_OPENERS)

/** An ordinal that begins here, in words or as `2da`, `1º`, `21st`. */
export function ordinalAt(reading: Reading, index: number): { end: number; value: number } | undefined {
  return reading.isDigits(index) ? figured(reading, index) : worded(reading, index)
}

function figured(reading: Reading, index: number): { end: number; value: number } | undefined {
  const value = plainAt(reading, index, 3)
  const next = reading.glued(index + 1) ? reading.word(index + 1) : ''
  const dot = next === '.' && reading.glued(index + 2) && reading.word(index + 2) === 'º'
  const ends = next === 'º' || dot || (reading.spanish ? ES_ENDINGS : EN_ENDINGS).has(next)
  return value && ends ? { end: index + (dot ? 3 : 2), value } : undefined
}

function worded(reading: Reading, index: number): { end: number; value: number } | undefined {
  const word = reading.word(index)
  if (!ordinalOpeners(reading).has(word)) return undefined
  const tens = reading.spanish ? tensInSpanish(word) : EN_TEN_WORDS.get(word)
  if (tens !== undefined) {
    const at = reading.word(index + 1) === '-' ? index + 2 : index + 1
    const unit = (reading.spanish ? ES : EN).get(reading.word(at))
    if (unit !== undefined && unit < 10) return { end: at + 1, value: tens + unit }
  }
  const value = (reading.spanish ? ES : EN).get(word)
  return value === undefined ? undefined : { end: index + 1, value }
}

function tensInSpanish(word: string): number | undefined {
  const value = word.endsWith('o') || word.endsWith('a') ? ES.get(word) : undefined
  return value !== undefined && value % 10 === 0 && value < 100 ? value : undefined
}

export function recogniseOrdinal(reading: Reading, index: number): void {
  const found = ordinalAt(reading, index)
  if (!found) return
  const doubt = found.end === index + 1 && DOUBTFUL.has(reading.word(index)) ? 0.6 : 1
  reading.add('ordinal', index, found.end, () => ({ ordinal: found.value }), doubt)
}
