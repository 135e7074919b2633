import { cedulaHolds } from './check-digit.ts'
import { type DigitRun, announcedBy } from './digit-run.ts'
import type { Reading } from './reading.ts'

const SHAPES = new Set(['11', '3-7-1'])
const ANNOUNCING = new Set(['cedula', 'ced', 'rnc'])

/**
 * Eleven digits, bare or as 001-1391820-5. Written with hyphens or announced by its name it is a cédula even when the
 * check digit is wrong (some that are in use are), and `valid` says so.
 */
export function recogniseCedula(reading: Reading, index: number, runs: DigitRun[]): void {
  for (const { digits, shape, end } of runs) {
    if (!SHAPES.has(shape)) continue
    const valid = cedulaHolds(digits)
    const meant = shape === '3-7-1' || announcedBy(reading, index, ANNOUNCING) !== undefined
    if (!valid && !meant) continue
    const cedula = `${digits.slice(0, 3)}-${digits.slice(3, 10)}-${digits[10]}`
    reading.add('cedula', index, end, () => ({ cedula, valid }), valid ? (meant ? 1 : 0.9) : 0.5)
  }
}
