import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { addDays, addMonths, type Day } from '../../../platform/day.ts'
import { Decimal, sum } from '../../../platform/money.ts'
import type { Account, Effect, LifePayment } from './account.ts'
import { accountOf, bookOf, contractOf, itemOf, TERMS } from './life.fixture.ts'
import { advance, pay } from './life.ts'
import { simulate } from './simulate.ts'

// Ten thousand cases on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 })

const told = (effects: readonly Effect[]) => effects.filter(({ kind }) => kind !== 'CONTRACT' && kind !== 'REMINDED')
  .map(({ day, kind, amount, on }) => [day, kind, amount, on && `→ ${on}`].filter(Boolean).join(' '))
const tenant = (changes: Partial<Account> = {}) => accountOf('2027-01-01', { agreed: [{ contractId: 'a', items: [itemOf({ prices: { MONTHLY: '100' } })] }], ...changes })

describe('a tenant that never pays', () => {
  const { effects, account } = simulate(tenant(), '2027-05-20')

  test('has two invoices overdue in March, is suspended at once, and cancelled thirty days later', () => {
    expect(told(effects).filter(line => !/DRAFTED|ISSUED/.test(line))).toEqual([
      '2027-02-03 OVERDUE 118.00 → 2027-02-02', '2027-03-06 OVERDUE 118.00 → 2027-03-05', '2027-03-06 NOTICED 236.00 → 2027-03-06', '2027-03-06 SUSPENDED 236.00 → 2027-04-05',
      '2027-04-03 OVERDUE 118.00 → 2027-04-02', '2027-04-05 CANCELLED 354.00', '2027-05-01 CREDITED 102.27', '2027-05-04 OVERDUE 118.00 → 2027-05-03',
    ].map(line => line.replace('2027-05-01 CREDITED', '2027-05-03 CREDITED')))
  })

  test('owes its invoices still', () => {
    expect(sum(account.invoices.map(({ open }) => open)).toFixed(2)).toBe('472.00')
    expect(account.cancelledOn).toBe('2027-04-05')
  })

  test('is reminded of each invoice five days before and the day after', () => {
    expect(effects.filter(({ kind }) => kind === 'REMINDED').slice(0, 2).map(({ day, days }) => `${day} ${days}`)).toEqual(['2027-01-28 -5', '2027-02-03 1'])
  })
})

test('who pays what is overdue has service back that moment, and only then', () => {
  const suspended = simulate(tenant(), '2027-03-20').account
  const half = pay(suspended, { amount: '118' })
  expect(told(half.effects)).toEqual(['2027-03-20 PAYMENT 118', '2027-03-20 PAID'])
  const { account, effects } = pay(half.account, { amount: '200' })
  expect(told(effects)).toEqual(['2027-03-20 PAYMENT 200', '2027-03-20 PAID', '2027-03-20 RESTORED'])
  expect([account.suspended, account.suspension]).toEqual([[{ startsOn: '2027-03-06', endsOn: '2027-03-20' }], null])
  expect(account.invoices.at(-1)).toMatchObject({ open: '36.00', state: 'ISSUED' })
})

test('days between notice and suspension are days in which to pay', () => {
  const warned = simulate(tenant({ terms: [{ ...TERMS, noticeDays: 5 }] }), '2027-03-08').account
  expect(told(advance(warned, '2027-03-11').effects)).toEqual(['2027-03-11 SUSPENDED 236.00 → 2027-04-10'])
  const { account } = pay(warned, { amount: '118' })
  expect([account.noticedOn, account.suspension]).toEqual([null, null])
  expect(told(advance(account, '2027-03-20').effects)).toEqual([])
})

test('what was paid too much is used by the next invoice', () => {
  const { account } = pay(simulate(tenant(), '2027-01-10').account, { amount: '150' })
  expect(account.credit).toBe('32.00')
  expect(told(advance(account, '2027-02-03').effects)).toEqual(['2027-02-01 DRAFTED 118.00', '2027-02-03 ISSUED 118.00 → 2027-03-05', '2027-02-03 CREDIT_USED 32.00'])
})

test('a draft that somebody holds is not issued by itself', () => {
  const { account } = advance(tenant(), '2027-01-02')
  const held = { ...account, invoices: account.invoices.map(invoice => ({ ...invoice, isHeld: true })) }
  expect(told(advance(held, '2027-01-31').effects)).toEqual([])
})

test('a public institution whose contract expired is invoiced for the months without one when the renewal is in force', () => {
  const account = accountOf('2027-01-01', { book: bookOf(true, contractOf({ startsOn: '2027-01-01', provisionalUntil: '2028-03-01' })), paymentTermDays: 365 * 2, agreed: [{ contractId: 'a', items: [itemOf({ prices: { MONTHLY: '100' } })] }] })
  const expired = advance(account, '2028-02-10').account
  expect(expired.invoices.filter(({ month }) => month! >= '2028-01-01')).toEqual([])
  const renewal = contractOf({ id: 'b', previousId: 'a', startsOn: '2028-02-11', signedOn: '2028-02-11' })
  const renewed = advance({ ...expired, book: { ...expired.book, contracts: [...expired.book.contracts, renewal] } }, '2028-03-03').account
  expect(renewed.invoices.at(-1)!.lines.map(({ month, amount }) => `${month} ${amount}`)).toEqual(['2028-01-01 100.00', '2028-02-01 100.00', '2028-03-01 100.00'])
})

test('one cannot look ahead for ever', () => {
  expect(() => simulate(tenant(), '2031-01-01')).toThrow()
})

// Whatever a tenant pays.

const HORIZON = 120

const lives = fc.record({
  starts: fc.integer({ min: 0, max: 60 }), isPublic: fc.boolean(), noticeDays: fc.constantFrom(0, 3), term: fc.constantFrom(5, 30, null),
  payments: fc.array(fc.record({ on: fc.integer({ min: 0, max: HORIZON }), amount: fc.integer({ min: 1, max: 40_000 }) }), { maxLength: 5 }),
  cuts: fc.array(fc.integer({ min: 0, max: HORIZON }), { maxLength: 5 }), conversations: fc.constantFrom(0, 150),
}).map(({ starts, isPublic, noticeDays, term, payments, cuts, conversations }) => {
  const startsOn = addDays('2027-12-01', starts)
  const at = (days: number): Day => addDays(startsOn, days)
  return {
    cuts: [...cuts.map(at), at(HORIZON)],
    account: accountOf(startsOn, {
      // A contract of two months, so that there are renewals and ends within few days.
      book: bookOf(isPublic, { ...contractOf({ startsOn }), terms: { termMonths: 2, renewalWarningDays: [20, 10], renewalSignedMonthsBefore: 1, provisionalDays: 60, quoteValidDays: 30 } }),
      terms: [{ ...TERMS, noticeDays }], paymentTermDays: term, pace: { CONVERSATION: conversations },
      payments: payments.map(({ on, amount }): LifePayment => ({ on: at(on), amount: (amount / 100).toFixed(2) })),
    }),
  }
})

test('looked at every day, late, twice or in leaps, a life is the same', () => {
  fc.assert(fc.property(lives, ({ account, cuts }) => {
    const whole = advance(account, addDays(account.day, HORIZON + 1))
    let [now, effects]: [Account, Effect[]] = [account, []]
    for (const day of [...cuts, ...cuts.slice(0, 2), addDays(account.day, HORIZON + 1)]) {
      const step = advance(now, day)
      now = step.account
      effects = [...effects, ...step.effects]
    }
    expect(JSON.stringify(now)).toBe(JSON.stringify(whole.account))
    expect(JSON.stringify(effects)).toBe(JSON.stringify(whole.effects))
  }), { numRuns: 10_000 })
}, 120_000)

test('no day on which something is due is leapt over', () => {
  fc.assert(fc.property(lives, ({ account }) => {
    const whole = advance(account, addDays(account.day, HORIZON))
    let now = { account, effects: [] as Effect[] }
    for (let days = 1; days <= HORIZON; days++) {
      const { account: next, effects } = advance(now.account, addDays(account.day, days))
      now = { account: next, effects: [...now.effects, ...effects] }
    }
    expect(JSON.stringify(now)).toBe(JSON.stringify(whole))
  }), { numRuns: 300 })
}, 60_000)

test('no cent is lost: what was invoiced and not paid is owed, what was paid and not owed is kept', () => {
  fc.assert(fc.property(lives, ({ account }) => {
    const { account: end, effects } = advance(account, addDays(account.day, HORIZON + 1))
    const issued = sum(end.invoices.filter(({ state }) => state !== 'DRAFT').map(({ total }) => total))
    const paid = sum(effects.filter(({ kind }) => kind === 'PAYMENT').map(({ amount }) => amount!))
    expect(sum(end.invoices.map(({ open }) => open)).minus(end.credit).toFixed(2)).toBe(issued.minus(paid).toFixed(2))
    expect(new Decimal(end.credit).gte(0)).toBe(true)
  }), { numRuns: 5_000 })
}, 120_000)

test('service is suspended thirty days at most, and never while fewer than two invoices were overdue', () => {
  fc.assert(fc.property(lives, ({ account }) => {
    const { effects } = advance(account, addDays(account.day, HORIZON + 1))
    for (const { kind, day, on, count } of effects) {
      if (kind === 'SUSPENDED') expect(on).toBe(addDays(day, 30))
      if (kind === 'NOTICED') expect(count).toBeGreaterThanOrEqual(2)
    }
    const turns = effects.filter(({ kind }) => ['SUSPENDED', 'RESTORED', 'CANCELLED'].includes(kind)).map(({ kind }) => kind)
    expect(turns.every((kind, index) => (index % 2 === 0) === (kind === 'SUSPENDED'))).toBe(true)
  }), { numRuns: 2_000 })
}, 60_000)

test('invoices are due as many days after issue as the tenant has, over month ends and leap days', () => {
  const { account } = advance(accountOf('2027-12-15', { paymentTermDays: 45 }), addMonths('2027-12-15', 4))
  expect(account.invoices.map(({ issuedOn, dueOn }) => `${issuedOn} ${dueOn}`)).toEqual(['2028-01-03 2028-02-17', '2028-02-03 2028-03-19', '2028-03-03 2028-04-17', '2028-04-03 2028-05-18'])
})
