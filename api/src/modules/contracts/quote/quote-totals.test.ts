import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountText, Decimal, sum } from '../../../platform/money.ts'
import { quoteTotals, type PartTotals, type QuoteLine } from './quote-totals.ts'

const terms = { currency: 'USD', taxPercent: '18', termMonths: 12 }
const texts = ({ subtotal, discount, tax, total }: PartTotals) => [subtotal, discount, tax, total].map(amount => amountText(amount, 'USD'))

test('a plan with WhatsApp and two agents comes to what the price list says', () => {
  const lines: QuoteLine[] = [
    { quantity: 1, prices: { SETUP: '1095', MONTHLY: '645', CONVERSATION: '0.15' }, discountPercent: '10' },
    { quantity: 1, prices: { MINIMUM: '250', UIC: '0.02' }, discountPercent: '0' },
    { quantity: 2, prices: { MONTHLY: '35' }, discountPercent: '0' },
  ]
  const { once, monthly, term } = quoteTotals(lines, terms)
  expect(texts(once)).toEqual(['985.50', '109.50', '177.39', '1162.89'])
  expect(texts(monthly)).toEqual(['900.50', '64.50', '162.09', '1062.59'])
  expect(texts(term)).toEqual(['11791.50', '883.50', '2122.47', '13913.97'])
})

test('the minimum is what a line costs at least, not beside its monthly price', () => {
  const [under, over] = quoteTotals([
    { quantity: 1, prices: { MONTHLY: '200', MINIMUM: '250' }, discountPercent: '0' }, { quantity: 1, prices: { MONTHLY: '300', MINIMUM: '250' }, discountPercent: '0' },
  ], terms).lines
  expect([under!.monthly.plus(under!.minimum).toFixed(), over!.monthly.plus(over!.minimum).toFixed()]).toEqual(['250', '300'])
})

const price = fc.integer({ min: 0, max: 99_999_999 }).map(n => new Decimal(n).dividedBy(1000).toFixed())
const line = fc.record({
  quantity: fc.integer({ min: 1, max: 10_000 }), discountPercent: fc.integer({ min: 0, max: 10_000 }).map(n => new Decimal(n).dividedBy(100).toFixed()),
  prices: fc.record({ SETUP: price, MONTHLY: price, MINIMUM: price, ONE_TIME: price, UIC: price }, { requiredKeys: [] }),
})

test('the lines add up to the sums, the sums and the tax to the total, and nothing has more digits than can be paid', () => {
  fc.assert(fc.property(fc.array(line, { maxLength: 10 }), fc.constantFrom('USD', 'DOP', 'JPY'), fc.constantFrom('0', '18', '16.5'), (lines, currency, taxPercent) => {
    const totals = quoteTotals(lines, { currency, taxPercent, termMonths: 12 })
    expect(sum(totals.lines.map(({ once }) => once)).eq(totals.once.subtotal)).toBe(true)
    expect(sum(totals.lines.map(({ monthly, minimum }) => monthly.plus(minimum))).eq(totals.monthly.subtotal)).toBe(true)
    for (const part of [totals.once, totals.monthly, totals.term]) {
      expect(part.subtotal.plus(part.tax).eq(part.total)).toBe(true)
      for (const amount of Object.values(part)) expect(amount.decimalPlaces()).toBeLessThanOrEqual(currency === 'JPY' ? 0 : 2)
    }
  }), { numRuns: 10_000 })
})

test('no line costs more with a discount than without', () => {
  fc.assert(fc.property(line, one => {
    const [[discounted], [whole]] = [one, { ...one, discountPercent: '0' }].map(each => quoteTotals([each], terms).lines) as [ReturnType<typeof quoteTotals>['lines'], ReturnType<typeof quoteTotals>['lines']]
    expect(discounted!.once.lte(whole!.once) && discounted!.monthly.lte(whole!.monthly)).toBe(true)
    expect(discounted!.once.plus(discounted!.discountOnce).eq(whole!.once)).toBe(true)
  }), { numRuns: 10_000 })
})
