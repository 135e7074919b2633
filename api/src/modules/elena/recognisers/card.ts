import { luhnHolds } from './check-digit.ts'
import type { DigitRun } from './digit-run.ts'
import type { Reading } from './reading.ts'
import type { CardBrand, CardValue, Recognised } from './recognised.ts'

const SHAPES = new Set([
  '13', '14', '15', '16', '18', '19', '4-4-4-4', '4-6-5', '4-6-4', '4-4-4-4-3', '6-10', '6-13', '4-4-4-1', '8-8',
])

/** Ranges of first digits with the lengths that belong to them, compared as numbers of four digits. */
const RANGES: [from: number, to: number, lengths: number[], brand: CardBrand][] = [
  [4000, 4999, [13, 16, 19], 'visa'],
  [5100, 5599, [16], 'mastercard'], [2221, 2720, [16], 'mastercard'],
  [3400, 3499, [15], 'amex'], [3700, 3799, [15], 'amex'],
  [3000, 3059, [14, 16], 'diners'], [3600, 3699, [14, 16], 'diners'], [3800, 3999, [14, 16], 'diners'],
  [3528, 3589, [16, 19], 'jcb'],
  [6011, 6011, [16, 19], 'discover'], [6440, 6599, [16, 19], 'discover'],
  [6200, 6299, [16, 17, 18, 19], 'unionpay'],
]

export function brandOf(digits: string): CardBrand | undefined {
  const head = Number(digits.slice(0, 4))
  return RANGES.find(([from, to, lengths]) => head >= from && head <= to && lengths.includes(digits.length))?.[3]
}

export function recogniseCard(reading: Reading, index: number, runs: DigitRun[]): void {
  for (const { digits, shape, end } of runs) {
    const brand = SHAPES.has(shape) ? brandOf(digits) : undefined
    if (brand && luhnHolds(digits)) reading.add('card', index, end, () => valueOf(brand, digits))
  }
}

function valueOf(brand: CardBrand, digits: string): CardValue {
  const last4 = digits.slice(-4)
  const hidden = '•'.repeat(digits.length - 4)
  return { brand, last4, masked: `${hidden.replace(/.{4}/g, '$& ').trim()} ${last4}` }
}

/** The text as it may be kept and shown: every card in it replaced by its masked form. */
export function withoutCards(text: string, found: readonly Recognised[]): string {
  let [kept, from] = ['', 0]
  for (const one of found) {
    if (one.kind !== 'card') continue
    kept += text.slice(from, one.start) + one.value.masked
    from = one.end
  }
  return kept + text.slice(from)
}
