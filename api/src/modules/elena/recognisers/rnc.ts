import { rncHolds } from './check-digit.ts'
import { type DigitRun, announcedBy } from './digit-run.ts'
import type { Reading } from './reading.ts'

const SHAPES = new Set(['9', '1-2-5-1'])
const ANNOUNCING = new Set(['rnc', 'contribuyente', 'taxpayer'])
/** Those of companies begin so; bare digits that begin otherwise are likelier something else. */
const FIRST = new Set(['1', '4', '5'])

/** Nine digits, bare or as 1-01-85004-3. Announced or hyphened, a wrong check digit is told by `valid`. */
export function recogniseRnc(reading: Reading, index: number, runs: DigitRun[]): void {
  for (const { digits, shape, end } of runs) {
    if (!SHAPES.has(shape)) continue
    const valid = rncHolds(digits)
    const meant = shape !== '9' || announcedBy(reading, index, ANNOUNCING) !== undefined
    if (!meant && !(valid && FIRST.has(digits[0]!))) continue
    const rnc = `${digits[0]}-${digits.slice(1, 3)}-${digits.slice(3, 8)}-${digits[8]}`
    reading.add('rnc', index, end, () => ({ rnc, valid }), meant ? (valid ? 1 : 0.5) : 0.6)
  }
}
