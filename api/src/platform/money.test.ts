import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountText, Decimal, prorated, rounded, sum } from './money.ts'

test.each([
  ['0.125', 'USD', '0.12'], ['0.135', 'USD', '0.14'], ['-0.125', 'USD', '-0.12'], ['2.5', 'JPY', '2'], ['3.5', 'JPY', '4'],
])('%s %s is paid as %s', (amount, currency, paid) => {
  expect(amountText(rounded(amount, currency), currency)).toBe(paid)
})

test('a price of a unit keeps its digits, and what is paid shows all that the currency has', () => {
  expect(amountText('0.0375', 'USD')).toBe('0.0375')
  expect(amountText(new Decimal(1500), 'DOP')).toBe('1500.00')
})

test('shares of a month add up to the whole, however the month is split', () => {
  const splits = fc.integer({ min: 28, max: 31 }).chain(of => fc.record({
    of: fc.constant(of), cents: fc.integer({ min: -10_000_000, max: 10_000_000 }), currency: fc.constantFrom('USD', 'JPY'),
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: of - 1 }), { maxLength: of - 1 }),
  }))
  fc.assert(fc.property(splits, ({ of, cents, currency, cuts }) => {
    const amount = rounded(new Decimal(cents).dividedBy(100), currency)
    const days = [0, ...cuts.toSorted((one, other) => one - other), of]
    const shares = days.slice(1).map((until, i) => prorated(amount, currency, { of, from: days[i]!, until }))
    expect(sum(shares).toFixed(4)).toBe(amount.toFixed(4))
  }), { numRuns: 10_000 })
})
