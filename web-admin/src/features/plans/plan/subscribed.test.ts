import { expect, test } from 'vitest'
import type { Plan_EntitlementOverrideFragment as Override, Plan_SubscriptionItemFragment as Item } from '../../../contract/graphql.ts'
import { momentsOf, monthlyOf, overrideOn, running } from './subscribed.ts'

const price = (amount: string, currency = 'USD') => ({ __typename: 'Money' as const, amount, currency })
const monthly = (amount: string, currency?: string) => ({ __typename: 'AgreedPrice' as const, charge: 'MONTHLY' as const, price: price(amount, currency) })
const item = (changed: Partial<Item>): Item => ({
  __typename: 'SubscriptionItem', id: 'i', productKey: 'BUSINESS', productKind: 'PLAN', name: { __typename: 'LocalName', es: 'Business', en: 'Business' }, quantity: 1, discountPercent: '0', features: [],
  prices: [monthly('645')], startsOn: '2026-01-01', endsOn: null, isRunning: true, createdAt: '2026-01-01T00:00:00Z', createdBy: null, ...changed,
})
const override = (changed: Partial<Override>): Override => ({
  __typename: 'EntitlementOverride', id: 'o', feature: 'QA', isIncluded: true, amount: null, reason: 'prueba', startsOn: '2026-03-01', endsOn: null, createdAt: '2026-03-01T00:00:00Z', createdBy: 'Olga', ...changed,
})

test('what runs begins with the plan, whatever was bought first', () => {
  expect(running([item({ id: 'a', productKind: 'ADD_ON' }), item({ id: 'p' }), item({ id: 'old', isRunning: false })]).map(({ id }) => id)).toEqual(['p', 'a'])
})

test('the month adds up quantities less their discounts, and says nothing over two currencies', () => {
  const agents = item({ quantity: 3, discountPercent: '10', prices: [monthly('20.5'), { ...monthly('99'), charge: 'SETUP' }] })
  expect(monthlyOf([item({}), agents])).toEqual({ amount: '700.35', currency: 'USD' })
  expect(monthlyOf([item({}), item({ prices: [monthly('1', 'DOP')] })])).toBeUndefined()
  expect(monthlyOf([])).toBeUndefined()
})

test('the history tells what begins and ends, the latest first, and leaves out what never held a day', () => {
  const told = momentsOf({
    items: [item({ id: 'a', endsOn: '2026-06-01' }), item({ id: 'b', startsOn: '2026-06-01' }), item({ id: 'never', startsOn: '2026-02-01', endsOn: '2026-02-01' })],
    overrides: [override({ endsOn: '2026-04-01' })],
  })
  expect(told.map(({ on, what }) => `${on} ${what}`)).toEqual(['2026-06-01 ENDS', '2026-06-01 BEGINS', '2026-04-01 OVERRIDE_ENDS', '2026-03-01 OVERRIDDEN', '2026-01-01 BEGINS'])
})

test('an override holds from its first day to the day before its end', () => {
  const overrides = [override({ endsOn: '2026-04-01' })]
  expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map(day => Boolean(overrideOn(overrides, 'QA', day)))).toEqual([false, true, true, false])
  expect(overrideOn(overrides, 'QR', '2026-03-01')).toBeUndefined()
})
