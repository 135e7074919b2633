import { expect, test } from 'vitest'
import type { Catalogue_ProductFragment as Product, Plan_SubscriptionItemFragment as Item } from '../../../contract/graphql.ts'
import { addedOf, endingOf, lineFor, NONE, SAME } from './plan-change.ts'

const product = (key: string, kind: string, prices: Record<string, string | null>) =>
  ({ key, kind, prices: Object.entries(prices).map(([charge, amount]) => ({ charge, price: amount && { amount, currency: 'USD' } })) }) as unknown as Product
const item = (id: string, productKey: string, productKind: string) => ({ id, productKey, productKind }) as Item
const CURRENT = [item('p', 'BUSINESS', 'PLAN'), item('w', 'WHATSAPP_3000', 'WHATSAPP'), item('a', 'QR', 'ADD_ON')]
const PREMIUM = product('PREMIUM', 'PLAN', { MONTHLY: '1290', CONVERSATION: null })
const ids = (ending: ReturnType<typeof endingOf>) => ending.map(({ item: { id }, isReplaced }) => `${id} ${isReplaced}`)

test('a plan ends by itself where another one begins, and what is chosen ends, too', () => {
  const chosen = { plan: 'PREMIUM', whatsapp: SAME, endItemIds: ['a'], lines: [lineFor(PREMIUM)] }
  expect(ids(endingOf(CURRENT, chosen))).toEqual(['p true', 'a false'])
  expect(ids(endingOf(CURRENT, { plan: SAME, whatsapp: NONE, endItemIds: [], lines: [] }))).toEqual(['w false'])
  expect(endingOf(CURRENT, { plan: SAME, whatsapp: SAME, endItemIds: [], lines: [] })).toEqual([])
})

test('the same plan again replaces nothing', () => {
  expect(endingOf(CURRENT, { plan: 'BUSINESS', whatsapp: SAME, endItemIds: [], lines: [lineFor(product('BUSINESS', 'PLAN', { MONTHLY: '645' }))] })).toEqual([])
})

test('only prices that are not the list’s are sent, and one on request must be given', () => {
  const line = lineFor(PREMIUM)
  expect(addedOf([line])).toEqual({ wrong: 'PREMIUM' })
  expect(addedOf([{ ...line, prices: { ...line.prices, CONVERSATION: '0,05' } }])).toEqual({
    lines: [{ productKey: 'PREMIUM', quantity: 1, discountPercent: '0', prices: [{ charge: 'CONVERSATION', amount: '0.05' }] }],
  })
  expect(addedOf([{ ...line, prices: { MONTHLY: 'mil', CONVERSATION: '1' } }])).toEqual({ wrong: 'PREMIUM' })
})
