import { announcedBy } from './digit-run.ts'
import type { Reading } from './reading.ts'

const ANNOUNCING = new Set(['pasaporte', 'passport', 'pasaportes', 'passports'])
const LONGEST = 9
const SHORTEST = 6

/** Six to nine letters and digits behind the word for passport, or a Dominican number (two letters, seven digits). */
export function recognisePassport(reading: Reading, index: number): void {
  if (reading.glued(index) && reading.at(index - 1)?.type !== 'mark') return
  const end = alphanumericEnd(reading, index)
  const passport = compact(reading, index, end)
  if (passport.length < SHORTEST || passport.length > LONGEST || !hasDigits(passport)) return
  const dominican = passport.length === 9 && passport.startsWith('RD') && Number(passport.slice(2)) > 0
  const announced = announcedBy(reading, index, ANNOUNCING) !== undefined
  if (announced || dominican) reading.add('passport', index, end, () => ({ passport }), announced ? 1 : 0.6)
}

/** The end of the letters and digits that hang together from here, of at most so many tokens. */
export function alphanumericEnd(reading: Reading, index: number, most = 8): number {
  let end = index + 1
  while (end - index < most && reading.glued(end) && reading.at(end)!.type !== 'mark') end++
  return end
}

const compact = (reading: Reading, first: number, end: number) =>
  reading.text.slice(reading.tokens[first]!.start, reading.tokens[end - 1]!.end).toUpperCase()

function hasDigits(text: string): boolean {
  let count = 0
  for (const letter of text) if (letter >= '0' && letter <= '9') count++
  return count >= 4
}
