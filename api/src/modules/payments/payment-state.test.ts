import fc from 'fast-check'
import { expect, test } from 'vitest'
import { advanced, type PaymentProgress } from './payment-state.ts'

const heard = fc.constantFrom<PaymentProgress>(
  { state: 'CREATED', failure: null }, { state: 'LINKED', failure: null }, { state: 'PAID', failure: null }, { state: 'EXPIRED', failure: null },
  { state: 'CANCELLED', failure: null }, { state: 'FAILED', failure: 'NO_LINK' }, { state: 'FAILED', failure: 'DECLINED' }, { state: 'FAILED', failure: 'AMOUNT_DIFFERS' },
)
const after = (news: readonly PaymentProgress[]) => news.reduce(advanced, { state: 'CREATED', failure: null })

test('whatever is heard of a payment, in any order and however often, it ends in the same place', () => {
  fc.assert(fc.property(fc.array(heard), fc.array(heard), fc.infiniteStream(fc.nat()), (news, again, dice) => {
    const repeated = [...news, ...again.filter(one => news.includes(one))]
    const shuffled = repeated.map(one => ({ one, at: dice.next().value })).toSorted((a, b) => a.at - b.at).map(({ one }) => one)
    expect(after(shuffled)).toEqual(after(news))
  }))
})

test('somebody who paid has paid, whatever else is said', () => {
  fc.assert(fc.property(fc.array(heard), fc.array(heard), (before, behind) => {
    expect(after([...before, { state: 'PAID', failure: null }, ...behind]).state).toBe('PAID')
  }))
})
