import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../platform/day.ts'
import { entitledTo, entitlementsOn, isSettingUp, type SubscriptionItem } from './subscription.ts'
import { features } from './feature.ts'

const item = (more: Partial<SubscriptionItem> = {}): SubscriptionItem => ({
  id: '1', productKey: 'STARTER', productKind: 'PLAN', name: { es: 'Starter', en: 'Starter' }, quantity: 1, currency: 'USD', prices: {}, discountPercent: '0',
  entitlements: { CONVERSATIONS: 3000, CHANNEL_WEB: true, SEATS_AGENT: 1 }, startsOn: '2026-03-01', endsOn: null, contractId: null, ...more,
})

describe('what a tenant is entitled to', () => {
  test('before its first contract is in force it is everything, and then what was bought', () => {
    const subscribed = { items: [item()], overrides: [] }
    expect(isSettingUp(subscribed, '2026-02-28')).toBe(true)
    expect(entitlementsOn(subscribed, '2026-02-28').every(({ isIncluded, amount }) => isIncluded && amount === null)).toBe(true)
    expect(entitledTo(subscribed, 'CHANNEL_TELEGRAM', '2026-02-28')).toBe(true)
    expect(entitledTo(subscribed, 'CHANNEL_TELEGRAM', '2026-03-01')).toBe(false)
    expect(entitledTo(subscribed, 'CONVERSATIONS', '2026-03-01')).toBe(3000)
  })

  test('what ended leaves nothing: it is not set up a second time', () => {
    expect(entitledTo({ items: [item({ endsOn: '2026-04-01' })], overrides: [] }, 'CONVERSATIONS', '2026-04-01')).toBe(0)
  })

  test('counts and quotas of several products add up, as often as each was bought', () => {
    const more = item({ id: '2', productKind: 'ADD_ON', quantity: 3, entitlements: { CONVERSATIONS: 10_000, SEATS_AGENT: 1 } })
    expect(entitledTo({ items: [item(), more], overrides: [] }, 'CONVERSATIONS', '2026-05-05')).toBe(33_000)
    expect(entitledTo({ items: [item(), more], overrides: [] }, 'SEATS_AGENT', '2026-05-05')).toBe(4)
  })

  test('an operator’s word stands in the place of the subscription’s while it holds', () => {
    const overrides = [{ feature: 'SEATS_AGENT', value: 7, startsOn: '2026-05-01', endsOn: '2026-06-01' }, { feature: 'CHANNEL_WEB', value: false, startsOn: '2026-05-01', endsOn: null }] as const
    const on = (day: string) => [entitledTo({ items: [item()], overrides }, 'SEATS_AGENT', day), entitledTo({ items: [item()], overrides }, 'CHANNEL_WEB', day)]
    expect([on('2026-04-30'), on('2026-05-01'), on('2026-05-31'), on('2026-06-01')]).toEqual([[1, true], [7, false], [7, false], [1, false]])
  })

  test('a day is covered by what began by then and did not end by then, in any order of the items', () => {
    const day = fc.integer({ min: 0, max: 1000 }).map(days => addDays('2026-01-01', days))
    const items = fc.array(fc.record({ startsOn: day, length: fc.option(fc.integer({ min: 0, max: 400 })), seats: fc.integer({ min: 0, max: 9 }), quantity: fc.integer({ min: 1, max: 4 }) }), { minLength: 1, maxLength: 8 })
    fc.assert(fc.property(items, day, (given, on) => {
      const all = given.map(({ startsOn, length, seats, quantity }, i) =>
        item({ id: String(i), startsOn, endsOn: length === null ? null : addDays(startsOn, length), quantity, entitlements: { SEATS_AGENT: seats } }))
      const expected = all.some(one => one.startsOn <= on)
        ? all.filter(one => one.startsOn <= on && !(one.endsOn && one.endsOn <= on)).reduce((total, one) => total + one.quantity * (one.entitlements.SEATS_AGENT as number), 0)
        : null
      expect(entitledTo({ items: all, overrides: [] }, 'SEATS_AGENT', on)).toBe(expected)
      expect(entitledTo({ items: all.toReversed(), overrides: [] }, 'SEATS_AGENT', on)).toBe(expected)
      expect(entitlementsOn({ items: all, overrides: [] }, on)).toHaveLength(features.length)
    }), { numRuns: 10_000 })
  })
})
