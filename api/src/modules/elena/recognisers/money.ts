import { numberAt } from './number.ts'
import { type Numeral, decimalOf, isWhole, plus } from './numeral.ts'
import { lexicon, phrases } from './phrase.ts'
import type { Reading } from './reading.ts'

const DEFAULT = 'default'

const CODES = new Set(
  ('dop usd eur gbp mxn cop ars clp pen brl uyu pyg bob ves crc gtq hnl nio pab htg cad chf jpy cny aud jmd ttd cup').split(' '),
)
/** The others are words as well ("a cup", "a pen") unless in capitals. */
const COMMON = new Set(['dop', 'usd', 'eur', 'mxn'])
const SIGNS = new Map([['$', DEFAULT], ['€', 'EUR'], ['£', 'GBP'], ['¥', 'JPY']])
const DOLLARED = new Map([
  ['rd', 'DOP'], ['us', 'USD'], ['u', 'USD'], ['mx', 'MXN'], ['mex', 'MXN'], ['col', 'COP'], ['ca', 'CAD'], ['r', 'BRL'],
])

const WORDS_ES = lexicon([
  ['pesos dominicanos|peso dominicano', 'DOP'], ['pesos mexicanos|peso mexicano', 'MXN'],
  ['pesos colombianos|peso colombiano', 'COP'], ['pesos argentinos|peso argentino', 'ARS'],
  ['pesos chilenos|peso chileno', 'CLP'], ['pesos|peso', DEFAULT],
  ['dolares americanos|dolares estadounidenses|dolar americano|dolares|dolar', 'USD'],
  ['euros|euro', 'EUR'], ['libras esterlinas|libra esterlina', 'GBP'], ['gourdes|gourde', 'HTG'],
  ['quetzales|quetzal', 'GTQ'], ['lempiras|lempira', 'HNL'], ['bolivares', 'VES'],
])
const WORDS_EN = lexicon([
  ['dominican pesos|dominican peso', 'DOP'], ['mexican pesos|mexican peso', 'MXN'],
  ['colombian pesos|colombian peso', 'COP'], ['pesos|peso', DEFAULT],
  ['us dollars|american dollars|dollars|dollar|bucks|buck', 'USD'], ['canadian dollars', 'CAD'],
  ['euros|euro', 'EUR'], ['pounds sterling|british pounds', 'GBP'],
])
const CENTS = phrases('centavos|centavo|centimos|centimo|cheles|cents|cent')
const CENT_JOINTS = phrases('con|y|and|with')
const OF = phrases('de|of')

interface Currency {
  end: number
  currency: string
}

/** `RD$`, `US$`, `$`, `€`, `USD` before a number. */
function prefixAt(reading: Reading, index: number): Currency | undefined {
  const word = reading.word(index)
  const sign = SIGNS.get(word)
  if (sign) return { end: index + 1, currency: sign }
  if (reading.word(index + 1) === '$') {
    const dollared = DOLLARED.get(word)
    const end = word === 'u' && reading.word(index + 2) === 's' ? index + 3 : index + 2
    return dollared ? { end, currency: dollared } : undefined
  }
  const isCode = CODES.has(word) && (COMMON.has(word) || reading.raw(index) === word.toUpperCase())
  return isCode ? { end: index + 1, currency: word.toUpperCase() } : undefined
}

/** "pesos", "de dólares", "USD", "RD$" behind a number. */
function suffixAt(reading: Reading, index: number): Currency | undefined {
  const at = reading.skip(index, OF)
  const named = reading.listed(at, reading.spanish ? WORDS_ES : WORDS_EN)
  if (named) return { end: named.end, currency: named.value }
  if (at > index || reading.isDigits(index)) return undefined
  const prefix = prefixAt(reading, index)
  // "pagué 500 $20": the sign belongs to what follows it.
  return prefix && !(reading.isDigits(prefix.end) && reading.glued(prefix.end)) ? prefix : undefined
}

/** Money that begins with a sign or a code. */
export function recognisePrefixedMoney(reading: Reading, index: number): void {
  const prefix = prefixAt(reading, index)
  const number = prefix && numberAt(reading, prefix.end)
  if (!prefix || !number || number.form === 'article') return
  const suffix = suffixAt(reading, number.end)
  const currency = prefix.currency === DEFAULT && suffix ? suffix.currency : prefix.currency
  const agrees = suffix && (prefix.currency === DEFAULT || suffix.currency === DEFAULT || suffix.currency === currency)
  addMoney(reading, index, agrees ? suffix.end : number.end, number.numeral, currency)
}

/** Money that begins with a number; "un peso" too, and "50 centavos". */
export function recogniseMoney(reading: Reading, index: number): void {
  const number = numberAt(reading, index) ?? articleAt(reading, index)
  if (!number) return
  const cents = reading.skip(number.end, CENTS)
  if (cents > number.end && isWhole(number.numeral)) {
    const numeral = { units: number.numeral.units, places: 2 }
    reading.add('money', index, cents, () => moneyOf(reading, numeral, DEFAULT), 0.9)
    return
  }
  const suffix = suffixAt(reading, number.end)
  if (suffix) addMoney(reading, index, suffix.end, number.numeral, suffix.currency)
}

/** "a dollar". */
function articleAt(reading: Reading, index: number): { end: number; numeral: Numeral } | undefined {
  return !reading.spanish && reading.word(index) === 'a' ? { end: index + 1, numeral: { units: 1, places: 0 } } : undefined
}

function addMoney(reading: Reading, first: number, end: number, numeral: Numeral, currency: string): void {
  const small = centsAt(reading, end)
  const whole = small && isWhole(numeral) ? plus(numeral, small.numeral) : undefined
  reading.add('money', first, whole ? small!.end : end, () => moneyOf(reading, whole ?? numeral, currency))
}

/** "con cincuenta centavos"; after "con" the word for cents may be missing. */
function centsAt(reading: Reading, index: number): { end: number; numeral: Numeral } | undefined {
  const at = reading.skip(index, CENT_JOINTS)
  const number = at > index ? numberAt(reading, at) : undefined
  if (!number || !isWhole(number.numeral) || number.numeral.units > 99) return undefined
  const end = reading.skip(number.end, CENTS)
  const said = end > number.end || (reading.word(index) === 'con' && reading.at(end)?.type !== 'word')
  return said ? { end, numeral: { units: number.numeral.units, places: 2 } } : undefined
}

function moneyOf({ options }: Reading, numeral: Numeral, currency: string) {
  return { amount: decimalOf(numeral, 2), currency: currency === DEFAULT ? options.currency ?? 'DOP' : currency }
}
