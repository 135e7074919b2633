import { type CountryCode, getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { announcedBy } from './digit-run.ts'
import type { Reading } from './reading.ts'

const FEWEST_DIGITS = 7
const MOST_DIGITS = 15
const MOST_TOKENS = 20
const MOST_TRIES = 3
const BETWEEN = new Set(['-', '.', '(', ')', '/'])
const ANNOUNCING = new Set(
  'tel telefono cel celular whatsapp movil llamame llamar phone cell mobile call al fax contacto'.split(' '),
)

/** A telephone number that begins with `+`, `(` or a digit. The longest reading that exists wins. */
export function recognisePhone(reading: Reading, index: number): void {
  if (reading.glued(index) && !opensAfter(reading, index)) return
  const country = countryOf(reading)
  const ends = endsFrom(reading, index, reading.word(index) === '+' ? undefined : country)
  for (const end of ends.slice(-MOST_TRIES).reverse()) {
    if (reading.phonesLeft-- <= 0) return
    const phone = phoneOf(reading, index, end, country)
    if (!phone) continue
    const sure = reading.word(index) === '+' || end > index + 1 || announcedBy(reading, index, ANNOUNCING) !== undefined
    reading.add('phone', index, end, () => ({ phone }), sure ? 1 : 0.8)
    return
  }
}

function opensAfter(reading: Reading, index: number): boolean {
  const before = reading.at(index - 1)
  return before?.type === 'mark' && ':=,;('.includes(before.fold)
}

/** The places where a number of a plausible length could end; `country` when it is called from there without `+`. */
function endsFrom(reading: Reading, index: number, country: CountryCode | undefined): number[] {
  const american = country !== undefined && getCountryCallingCode(country) === '1'
  const ends: number[] = []
  let head = ''
  let count = 0
  let [digits, groups] = [0, 0]
  for (let at = reading.word(index) === '+' ? index + 1 : index; count < MOST_TOKENS; at++, count++) {
    const token = reading.at(at)
    if (token?.type === 'mark' && BETWEEN.has(token.fold)) continue
    if (token?.type !== 'digits') break
    head ||= token.fold
    digits += token.fold.length
    groups++
    if (digits > MOST_DIGITS || groups > 7) break
    if (digits < FEWEST_DIGITS || runsOn(reading, at + 1)) continue
    if (!american || fitsAmerica(head, digits)) ends.push(at + 1)
  }
  return ends
}

/** Ten digits, a 1 and ten more, or the prefix for calls abroad: asked first because the library is slow to say no. */
const fitsAmerica = (head: string, digits: number) =>
  (digits === 10 && head[0] !== '0' && head[0] !== '1') || (digits === 11 && head[0] === '1') || head.startsWith('011')

/** Whether letters, or a hyphen with more digits, follow at once. */
function runsOn(reading: Reading, index: number): boolean {
  const next = reading.at(index)
  if (!next || next.apart) return false
  return next.type === 'word' || next.fold === '_' || next.fold === '@'
}

function countryOf({ options: { country = 'DO' } }: Reading): CountryCode | undefined {
  return isSupportedCountry(country) ? country : undefined
}

function phoneOf(reading: Reading, first: number, end: number, country: CountryCode | undefined): string | undefined {
  const text = reading.text.slice(reading.tokens[first]!.start, reading.tokens[end - 1]!.end)
  const found = parsePhoneNumberFromString(text, country)
  return found?.isValid() ? found.number : undefined
}
