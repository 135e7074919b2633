import { dateWords } from './date-words.ts'
import { type Phrases, phrases } from './phrase.ts'
import type { Reading } from './reading.ts'
import type { AddressValue } from './recognised.ts'

const STREETS_ES = phrases(
  'calle|c /|avenida|av|ave|autopista|autop|carretera|carr|callejon|bulevar|boulevard|blvd|prolongacion|prol|respaldo|' +
  'peatonal|km|kilometro',
)
const UNITS = phrases(
  'apartamento|apartment|apto|apt|piso|suite|local|edificio|edif|torre|manzana|mz|bloque|casa|nivel|floor|unit|ofic|oficina',
)
const SECTORS = phrases('sector|urbanizacion|urb|residencial|res|ensanche|ens|barrio|reparto|colonia|villa|municipio|provincia')
const STREETS_EN = new Set((
  'street st avenue ave road rd boulevard blvd drive dr lane ln court ct square sq highway hwy place pl terrace parkway ' +
  'pkwy way'
).split(' '))
const NUMBERS = phrases('no|num|numero|nro|#|number')
/** Words that no address goes on over. */
const STOPS = new Set((
  'y e o u que para por con pero porque es son esta estoy estan hay hoy manana ayer gracias a al mi me se te le lo nos tengo quiero necesito ' +
  'cerca frente detras si como cuando donde email correo telefono tel cel celular cedula and or for with but because is are was please ' +
  'thanks i my we at on from this that it'
).split(' '))
const ABBREVIATED = new Set('esq sto sta dr dra gral prof ing lic hnos mons'.split(' '))
const JOINING = new Set(['de', 'del', 'la', 'las', 'los', 'el', 'san', 'santa', 'santo'])
const MOST_TOKENS = 32

/** A postal address that begins with a word for a street, or in English with a number and a street's name. */
export function recogniseAddress(reading: Reading, index: number): void {
  if (reading.spanish) spanishAddress(reading, index)
  else englishAddress(reading, index)
}

function spanishAddress(reading: Reading, index: number): void {
  const street = reading.skip(index, STREETS_ES)
  const sector = reading.skip(index, SECTORS)
  if (street === index && sector === index) return
  const name = Math.max(street, sector)
  const end = endFrom(reading, name)
  const numbered = street > index && houseNumberAt(reading, name, end) !== undefined
  if (!numbered && !isNamed(reading, name, end)) return
  reading.add('address', index, end, () => partsOf(reading, index, name, end, street > index), numbered ? 1 : 0.7)
}

/** "123 Main Street, Apt 4". */
function englishAddress(reading: Reading, index: number): void {
  if (!reading.isDigits(index) || reading.word(index).length > 6) return
  for (let at = index + 2; at < index + 7; at++) {
    const before = reading.at(at - 1)
    if (!before || (before.type === 'mark' && before.fold !== '.') || STOPS.has(before.fold) || before.fold === 'the') return
    if (STREETS_EN.has(reading.word(at))) return englishFrom(reading, index, at)
  }
}

function englishFrom(reading: Reading, index: number, street: number): void {
  const end = endFrom(reading, street + 1)
  const short = reading.word(street).length < 3
  reading.add('address', index, end, () => ({
    ...furtherParts(reading, street + 1, end),
    address: textOf(reading, index, end),
    street: textOf(reading, index + 1, street + 1),
    number: reading.word(index),
  }), short ? 0.8 : 1)
}

/** Whether a name with a capital stands behind the keyword: "la calle está sola" is no address. */
function isNamed(reading: Reading, from: number, end: number): boolean {
  const at = reading.word(from) === '.' ? from + 1 : from
  const head = reading.raw(JOINING.has(reading.word(at)) ? at + 1 : at)[0] ?? ''
  return end > at && head !== head.toLowerCase()
}

/** Where the address stops: at the end of the sentence, or before a word that goes on to something else. */
function endFrom(reading: Reading, from: number): number {
  let last = from
  for (let at = from; at < from + MOST_TOKENS; at++) {
    const token = reading.at(at)
    if (!token || STOPS.has(token.fold) || startsAnew(reading, from, at)) break
    if (token.type !== 'mark') last = JOINING.has(token.fold) ? last : at + 1
    else if (!isInner(reading, at)) break
  }
  return last
}

/** A day or a date ends it, except as the name of the street: "27 de Febrero". */
const startsAnew = (reading: Reading, from: number, at: number) =>
  (dateWords(reading).weekdays.has(reading.word(at)) && reading.word(at - 1) !== 'santo') ||
  (at > from + 2 && reading.isDigits(at) && isDateName(reading, at))

/** A point belongs to an abbreviation; a comma only where another part follows. */
function isInner(reading: Reading, at: number): boolean {
  const mark = reading.word(at)
  if (mark === '.') return abbreviates(reading, at - 1) || reading.glued(at + 1)
  if (mark !== ',') return '#-/º\''.includes(mark)
  const next = at + 1
  if (reading.isDigits(next) || reading.has(next, NUMBERS) || reading.has(next, UNITS) || reading.has(next, SECTORS)) return true
  const head = reading.raw(JOINING.has(reading.word(next)) ? next + 1 : next)[0] ?? ''
  return head !== head.toLowerCase() || (reading.spanish && reading.has(next, STREETS_ES))
}

function abbreviates(reading: Reading, at: number): boolean {
  const word = reading.word(at)
  if (word.length > 5) return false
  if (word.length === 1 || ABBREVIATED.has(word) || STREETS_EN.has(word)) return true
  return [STREETS_ES, UNITS, SECTORS, NUMBERS].some(list => list.has(word))
}

function textOf(reading: Reading, first: number, end: number): string {
  const [from, to] = [reading.tokens[first]!.start, reading.tokens[end - 1]!.end]
  return reading.text.slice(from, to).split(/\s+/).join(' ')
}

function partsOf(reading: Reading, first: number, name: number, end: number, isStreet: boolean): AddressValue {
  const address = textOf(reading, first, end)
  if (!isStreet) return { address, sector: textOf(reading, first, partEnd(reading, name, end)), ...unitOf(reading, name, end) }
  const house = houseNumberAt(reading, name, end)
  const street = lastWord(reading, first, Math.min(house?.label ?? end, partEnd(reading, name, end)))
  return {
    address,
    street: textOf(reading, first, street),
    ...(house ? { number: textOf(reading, house.at, numberEnd(reading, house.at, end)) } : {}),
    ...furtherParts(reading, house?.at ?? street, end),
  }
}

interface House {
  /** Where "no." or "#" stands, or the number itself. */
  label: number
  at: number
}

/** The first number that is neither part of the street's name ("27 de Febrero") nor of a flat's. */
function houseNumberAt(reading: Reading, name: number, end: number): House | undefined {
  for (let label = name; label < end; label++) {
    if (reading.has(label, UNITS) || reading.has(label, SECTORS)) return undefined
    const marked = reading.skip(label, NUMBERS)
    const at = marked > label && '.#'.includes(reading.word(marked)) ? marked + 1 : marked
    if (at < end && reading.isDigits(at) && !isDateName(reading, at)) return { label, at }
  }
  return undefined
}

const isDateName = (reading: Reading, at: number) =>
  reading.word(at + 1) === 'de' && dateWords(reading).months.has(reading.word(at + 2))

function furtherParts(reading: Reading, from: number, end: number): { unit?: string; sector?: string } {
  const sector = partOf(reading, from, end, SECTORS)
  return { ...unitOf(reading, from, end), ...(sector === undefined ? {} : { sector }) }
}

function unitOf(reading: Reading, from: number, end: number): { unit?: string } {
  const unit = partOf(reading, from, end, UNITS)
  return unit === undefined ? {} : { unit }
}

/** The first part that one of the words announces, with the word. */
function partOf(reading: Reading, from: number, end: number, words: Phrases): string | undefined {
  for (let at = from; at < end; at++) {
    const name = reading.skip(at, words)
    if (name > at) return textOf(reading, at, partEnd(reading, name, end))
  }
  return undefined
}

/** The end of the part whose name begins here: before a comma, or before another keyword. */
function partEnd(reading: Reading, name: number, end: number): number {
  for (let at = name + 1; at < end; at++) {
    if (reading.word(at) === ',' || reading.has(at, UNITS) || reading.has(at, SECTORS)) return lastWord(reading, name, at)
  }
  return end
}

function lastWord(reading: Reading, first: number, end: number): number {
  let last = end
  while (last > first + 1 && reading.at(last - 1)!.type === 'mark') last--
  return last
}

/** "25-B". */
function numberEnd(reading: Reading, index: number, end: number): number {
  let at = index + 1
  while (at < end && at < index + 4 && reading.glued(at) && reading.word(at) !== ',' && reading.word(at) !== '.') at++
  return at
}
