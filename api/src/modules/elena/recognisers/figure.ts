import { type Numeral, numeralOf, whole } from './numeral.ts'
import type { Reading } from './reading.ts'

/** A number in digits with its separators, from its first token to the one after its last. */
export interface Figure {
  end: number
  numeral: Numeral
  /** False where the separator could have meant the other thing. */
  sure: boolean
}

const MOST_GROUPS = 7

interface Group {
  separator: string
  digits: string
}

/**
 * `1500`, `1,500.50`, `1.500,50`, `12,5`. With both separators the last is the decimal one. A single one before three
 * digits groups thousands, save for the point in English; before any other number of digits it is decimal.
 */
export function figureAt(reading: Reading, first: number): Figure | undefined {
  if (!reading.isDigits(first)) return undefined
  const groups = groupsFrom(reading, first)
  const end = first + groups.length * 2 - 1
  if (groups.length === 1) return figure(numeralOf(groups[0]!.digits), end)
  const kinds = new Set(groups.slice(1).map(group => group.separator))
  if (kinds.size === 2) return withBoth(groups, end)
  if (groups.length === 2) return withOne(reading, groups, first)
  const apart = kinds.has(',') ? figure(numeralOf(groups[0]!.digits), first + 1) : undefined
  return figure(grouped(groups), end) ?? apart
}

function groupsFrom(reading: Reading, first: number): Group[] {
  const groups: Group[] = [{ separator: '', digits: reading.word(first) }]
  for (let at = first + 1; groups.length <= MOST_GROUPS; at += 2) {
    const separator = reading.word(at)
    if (separator !== ',' && separator !== '.') break
    if (!reading.glued(at) || !reading.glued(at + 1) || !reading.isDigits(at + 1)) break
    groups.push({ separator, digits: reading.word(at + 1) })
  }
  return groups
}

const figure = (numeral: Numeral | undefined, end: number, sure = true): Figure | undefined =>
  numeral && { end, numeral, sure }

function grouped(groups: Group[], fraction = ''): Numeral | undefined {
  const [head, ...tail] = groups
  const fits = head!.digits.length <= 3 && tail.every(group => group.digits.length === 3)
  return fits ? numeralOf(groups.map(group => group.digits).join(''), fraction) : undefined
}

function withBoth(groups: Group[], end: number): Figure | undefined {
  const last = groups.at(-1)!
  const rest = groups.slice(0, -1)
  const consistent = rest.slice(1).every(group => group.separator !== last.separator)
  return consistent ? figure(grouped(rest, last.digits), end) : undefined
}

function withOne(reading: Reading, groups: Group[], first: number): Figure | undefined {
  const [head, tail] = groups as [Group, Group]
  const thousands = tail.digits.length === 3 && head.digits.length <= 3 && head.digits !== '0'
  const decimal = figure(numeralOf(head.digits, tail.digits), first + 3)
  if (tail.separator === '.') {
    return thousands && reading.spanish ? figure(grouped(groups), first + 3, false) : decimal
  }
  if (thousands) return figure(grouped(groups), first + 3)
  const isDecimal = reading.spanish && (tail.digits.length < 3 || head.digits === '0') && !inList(reading, first)
  return isDecimal ? decimal : figure(numeralOf(head.digits), first + 1)
}

/** "1,2,3": what stands behind a comma is no whole with what stands behind the next. */
const inList = (reading: Reading, first: number) => reading.glued(first) && reading.word(first - 1) === ','

/** A whole number of at most so many digits with no separator, as days, hours and years are written. */
export function plainAt(reading: Reading, index: number, most: number): number | undefined {
  const word = reading.isDigits(index) ? reading.word(index) : ''
  return word !== '' && word.length <= most ? whole(Number(word)).units : undefined
}
