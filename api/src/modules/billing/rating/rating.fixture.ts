import fc from 'fast-check'
import { addDays, addMonths, type Day } from '../../../platform/day.ts'
import type { Counter, RatedItem, RatingFacts, Used } from './facts.ts'
import { monthQuota } from './quota.ts'
import type { Stretch } from './stretch.ts'

export const FIRST = '2027-12-01'

const cents = (most: number) => fc.integer({ min: 1, max: most }).map(amount => (amount / 100).toFixed(2))
const price = (most: number) => fc.option(cents(most), { nil: undefined })
export const someDay = fc.integer({ min: 0, max: 150 }).map(days => addDays(FIRST, days))

export const stretches = (most: number): fc.Arbitrary<Stretch[]> =>
  fc.array(fc.tuple(someDay, fc.option(fc.integer({ min: 0, max: 90 }), { nil: null })).map(([startsOn, days]) => ({ startsOn, endsOn: days === null ? null : addDays(startsOn, days) })), { maxLength: most })

const item = (kinds: readonly RatedItem['productKind'][]) => fc.record({
  productKind: fc.constantFrom(...kinds), productKey: fc.constantFrom('a', 'b', 'c'), quantity: fc.integer({ min: 1, max: 4 }), discountPercent: fc.constantFrom('0', '0', '12.5', '33.33'),
  setup: price(90_000), monthly: price(130_000), minimum: price(25_000), oneTime: price(30_000), unit: fc.constantFrom('0.05', '0.035', '0.1234'), startsOn: someDay, days: fc.option(fc.integer({ min: 1, max: 120 }), { nil: null }),
})

export const items: fc.Arbitrary<RatedItem[]> = fc.array(item(['PLAN', 'WHATSAPP', 'ADD_ON', 'SERVICE']), { maxLength: 5 }).map(drawn => drawn.map((one, index) => ({
  id: `item-${index}`, productKey: one.productKey, productKind: one.productKind, name: { es: one.productKey, en: one.productKey }, quantity: one.quantity, currency: 'USD', discountPercent: one.discountPercent,
  prices: {
    ...(one.setup && { SETUP: one.setup }), ...(one.monthly && { MONTHLY: one.monthly }), ...(one.oneTime && { ONE_TIME: one.oneTime }),
    ...(one.productKind === 'PLAN' && { CONVERSATION: one.unit, PREDICTIVE_CALLS: '12.5' }),
    ...(one.productKind === 'WHATSAPP' && { UIC: one.unit, BIC: '0.09', ...(one.minimum && { MINIMUM: one.minimum }) }),
  },
  startsOn: one.startsOn, endsOn: one.days === null ? null : addDays(one.startsOn, one.days),
})))

export const COUNTERS: readonly Counter[] = ['CONVERSATION', 'UIC', 'BIC', 'PREDICTIVE_CALLS']

export const used: fc.Arbitrary<Used[]> = fc.array(fc.record({
  month: fc.integer({ min: 0, max: 5 }).map(months => addMonths(FIRST, months)), counter: fc.constantFrom(...COUNTERS), units: fc.integer({ min: -3, max: 9_000 }),
}), { maxLength: 6 })

export type Drawn = Pick<RatingFacts, 'items' | 'covered' | 'suspended' | 'used'>

export const drawn: fc.Arbitrary<Drawn> = fc.record({
  items, used, suspended: stretches(2), covered: fc.oneof(fc.constant([{ startsOn: FIRST, endsOn: null }]), stretches(3)),
})

export const QUOTA = 3000

/** As a tenant whose month includes the same always. */
export const factsOf = (some: Drawn, month: Day, invoiced: RatingFacts['invoiced'] = []): RatingFacts => ({
  ...some, invoiced, month, since: FIRST, included: (_, of) => monthQuota(some, of, () => QUOTA, []),
})

export const shuffled = <Value>(values: readonly Value[], seed: number): Value[] =>
  values.map((value, index) => ({ value, at: Math.sin((index + 1) * (seed + 1)) })).toSorted((one, other) => one.at - other.at).map(({ value }) => value)
