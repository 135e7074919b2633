import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { addDays, addMonths, daysInMonth, type Day } from '../../../platform/day.ts'
import { Decimal } from '../../../platform/money.ts'
import type { Line, RatedItem, Used } from './facts.ts'
import { monthQuota, runsOutOn } from './quota.ts'
import { rate } from './rate.ts'
import { drawn, factsOf, FIRST, QUOTA, shuffled, someDay, stretches, type Drawn } from './rating.fixture.ts'
import { holds } from './stretch.ts'
import { taxOn, totalsOf } from './totals.ts'

// Ten thousand cases on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 })

const CASES = { numRuns: 10_000 }

const plan: RatedItem = {
  id: 'plan', productKey: 'plan.business', productKind: 'PLAN', name: { es: 'Business', en: 'Business' }, quantity: 1, currency: 'USD', discountPercent: '0',
  prices: { SETUP: '1095', MONTHLY: '645', CONVERSATION: '0.05' }, startsOn: '2027-12-15', endsOn: null,
}
const whatsapp: RatedItem = { ...plan, id: 'line', productKey: 'whatsapp.3000', productKind: 'WHATSAPP', prices: { MINIMUM: '250', UIC: '0.04', BIC: '0.09' } }
const bot: RatedItem = { ...plan, id: 'bot', productKey: 'extra-bot', productKind: 'ADD_ON', prices: { MONTHLY: '100' } }
const tenant = (some: Partial<Drawn>): Drawn => ({ items: [plan], covered: [{ startsOn: '2027-12-15', endsOn: null }], suspended: [], used: [], ...some })
const told = (lines: readonly Line[]) => lines.map(({ charge, month, amount }) => `${charge} ${month.slice(0, 7)} ${amount}`)
const bill = (some: Drawn, ...run: Day[]): Line[] => run.reduce<Line[]>((lines, month) => [...lines, ...rate(factsOf(some, month, lines))], [])
const totalOf = (lines: readonly Line[]) => lines.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0)).toFixed(2)

describe('a first invoice', () => {
  test('holds the set-up, the days of the month in which it began, and the month to come', () => {
    expect(told(rate(factsOf(tenant({}), '2028-01-01')))).toEqual(['SETUP 2027-12 1095.00', 'MONTHLY 2027-12 353.71', 'MONTHLY 2028-01 645.00'])
  })

  test('is followed by one without the set-up', () => {
    expect(told(bill(tenant({}), '2028-01-01', '2028-02-01').slice(3))).toEqual(['MONTHLY 2028-02 645.00'])
  })

  test('comes only once there is a contract', () => {
    expect(rate(factsOf(tenant({ covered: [] }), '2028-01-01'))).toEqual([])
  })
})

describe('usage', () => {
  const january = (units: number) => tenant({ used: [{ month: '2028-01-01', counter: 'CONVERSATION', units }] })

  test('costs by the unit beyond what the month includes, when the month is over', () => {
    const line = rate(factsOf(january(3_120), '2028-02-01')).find(({ charge }) => charge === 'CONVERSATION')
    expect(line).toMatchObject({ month: '2028-01-01', units: 3_120, included: QUOTA, quantity: '120', unitPrice: '0.05', amount: '6.00' })
    expect(told(rate(factsOf(january(3_120), '2028-01-01')))).not.toContainEqual(expect.stringContaining('CONVERSATION'))
  })

  test('within what is included costs nothing', () => {
    expect(told(rate(factsOf(january(3_000), '2028-02-01')))).not.toContainEqual(expect.stringContaining('CONVERSATION'))
  })

  test('of a month that began in the middle has its part of the quota, rounded up', () => {
    const some = tenant({ used: [{ month: '2027-12-01', counter: 'CONVERSATION', units: 1_700 }] })
    expect(rate(factsOf(some, '2028-01-01')).find(({ charge }) => charge === 'CONVERSATION')).toMatchObject({ included: 1_646, quantity: '54', amount: '2.70' })
  })

  test('that is half a cent goes to the even one', () => {
    const odd = { ...plan, prices: { CONVERSATION: '0.005' } }
    const lines = (units: number) => told(rate(factsOf({ ...january(units), items: [odd] }, '2028-02-01')))
    expect(lines(3_001)).toEqual([])
    expect(lines(3_003)).toEqual(['CONVERSATION 2028-01 0.02'])
  })
})

describe('WhatsApp', () => {
  const january = (uic: number) => tenant({ items: [{ ...whatsapp, startsOn: '2028-01-01' }], used: [{ month: '2028-01-01', counter: 'UIC', units: uic }] })

  test('costs its minimum in a month in which little was used', () => {
    expect(told(rate(factsOf(january(4_000), '2028-02-01')))).toEqual(['MINIMUM 2028-01 210.00', 'UIC 2028-01 40.00'])
  })

  test('costs what was used where that is more', () => {
    expect(told(rate(factsOf(january(13_000), '2028-02-01')))).toEqual(['UIC 2028-01 400.00'])
  })
})

describe('a suspension for late payment', () => {
  const items = [plan, whatsapp, bot].map(item => ({ ...item, prices: { ...item.prices, SETUP: undefined }, startsOn: '2028-01-01' })) as RatedItem[]
  const some = tenant({ items, suspended: [{ startsOn: '2028-01-11', endsOn: '2028-01-21' }], used: [{ month: '2028-01-01', counter: 'UIC', units: 9_000 }] })

  test('leaves of ten days the plan and the minimum of WhatsApp', () => {
    expect(told(rate(factsOf(some, '2028-02-01')))).toEqual([
      'MONTHLY 2028-01 67.74', 'MONTHLY 2028-01 645.00', 'MONTHLY 2028-02 100.00', 'MONTHLY 2028-02 645.00', 'MINIMUM 2028-01 80.64', 'UIC 2028-01 278.68',
    ])
  })

  test('takes back what was invoiced in advance', () => {
    const before = rate(factsOf({ ...some, suspended: [] }, '2028-01-01'))
    const lines = rate(factsOf(some, '2028-02-01', before))
    expect(lines.find(({ itemId, month }) => itemId === 'bot' && month === '2028-01-01')).toMatchObject({ kind: 'ADJUSTMENT', amount: '-32.26' })
  })
})

describe('what changes afterwards', () => {
  test('a month without contract is invoiced once a later contract takes it over', () => {
    const gap = [{ startsOn: '2027-12-15', endsOn: '2028-01-10' }, { startsOn: '2028-02-05', endsOn: null }]
    const before = bill(tenant({ covered: gap.slice(0, 1) }), '2028-01-01', '2028-02-01')
    expect(told(before.slice(2))).toEqual(['MONTHLY 2028-01 187.26'])
    const lines = rate(factsOf(tenant({ covered: [...gap, { startsOn: '2028-01-10', endsOn: '2028-02-05' }] }), '2028-03-01', before))
    expect(told(lines)).toEqual(['MONTHLY 2028-01 457.74', 'MONTHLY 2028-02 645.00', 'MONTHLY 2028-03 645.00'])
  })

  test('a plan that ends in the month gives back the days after', () => {
    const before = bill(tenant({}), '2028-01-01')
    const lines = rate(factsOf(tenant({ items: [{ ...plan, endsOn: '2028-01-11' }] }), '2028-02-01', before))
    expect(told(lines)).toEqual(['MONTHLY 2028-01 -436.94'])
  })

  test('a renewal sets nothing up again', () => {
    const next = { ...plan, id: 'next', startsOn: '2028-03-01' }
    const lines = rate(factsOf(tenant({ items: [{ ...plan, endsOn: '2028-03-01' }, next] }), '2028-03-01'))
    expect(lines.filter(({ charge }) => charge === 'SETUP')).toHaveLength(1)
  })
})

const LAST = addMonths(FIRST, 5)
const run = Array.from({ length: 6 }, (_, index) => addMonths(FIRST, index))
const DAYS = new Map(run.map(month => [month, Array.from({ length: daysInMonth(month) }, (_, index) => addDays(month, index))]))

describe('for whatever a tenant has', () => {
  test('the lines add up to the total, and the tax is half to even', () => {
    fc.assert(fc.property(drawn, fc.constantFrom('18', '16.5', '0'), (some, percent) => {
      const lines = rate(factsOf(some, LAST))
      const { net, tax, total } = totalsOf(lines.map(({ amount }) => amount), 'USD', { name: 'ITBIS', percent })
      const cents = lines.reduce((sum, { amount }) => sum + BigInt(amount.replace('.', '')), 0n)
      expect(BigInt(net.replace('.', ''))).toBe(cents)
      // In thousandths of a percent of a cent, by whole numbers alone.
      const exact = cents * BigInt(Number(percent) * 10)
      const [whole, rest] = [exact / 1000n, exact % 1000n]
      const up = rest > 500n || (rest === 500n && whole % 2n !== 0n) ? 1n : rest < -500n || (rest === -500n && whole % 2n !== 0n) ? -1n : 0n
      expect(BigInt(tax.replace('.', ''))).toBe(whole + up)
      expect(BigInt(total.replace('.', ''))).toBe(cents + whole + up)
    }), CASES)
  })

  test('rating again adds nothing, and no order of what is known matters', () => {
    fc.assert(fc.property(drawn, fc.integer({ min: 0, max: 99 }), (some, seed) => {
      const lines = rate(factsOf(some, LAST))
      expect(rate(factsOf(some, LAST, lines))).toEqual([])
      const other = { items: shuffled(some.items, seed), covered: shuffled(some.covered, seed), suspended: shuffled(some.suspended, seed), used: shuffled(some.used, seed) }
      expect(JSON.stringify(rate(factsOf(other, LAST)))).toBe(JSON.stringify(lines))
    }), CASES)
  })

  test('a run that left months out owes the same in the end', () => {
    fc.assert(fc.property(drawn, fc.subarray(run), (some, runs) => {
      expect(totalOf(bill(some, ...runs, LAST))).toBe(totalOf(rate(factsOf(some, LAST))))
    }), CASES)
  })

  test('a change of mind that is taken back leaves what was owed', () => {
    fc.assert(fc.property(drawn, drawn, (some, other) => {
      const before = rate(factsOf(some, addMonths(LAST, -2)))
      const astray = rate(factsOf(other, addMonths(LAST, -1), before))
      const after = rate(factsOf(some, LAST, [...before, ...astray]))
      expect(totalOf([...before, ...astray, ...after])).toBe(totalOf(rate(factsOf(some, LAST))))
    }), CASES)
  })

  test('an item that is split anywhere costs the same', () => {
    fc.assert(fc.property(drawn, fc.array(someDay, { maxLength: 4 }), (some, cuts) => {
      const items = some.items.map(item => ({ ...item, quantity: 1, prices: item.prices.MONTHLY ? { MONTHLY: item.prices.MONTHLY } : {} }))
      const split = items.flatMap(item => {
        const inside = [...new Set(cuts)].filter(day => day > item.startsOn && (item.endsOn === null || day < item.endsOn)).toSorted()
        return [item.startsOn, ...inside].map((startsOn, index) => ({ ...item, id: `${item.id}-${index}`, startsOn, endsOn: inside[index] ?? item.endsOn }))
      })
      expect(totalOf(rate(factsOf({ ...some, items: split }, LAST)))).toBe(totalOf(rate(factsOf({ ...some, items }, LAST))))
    }), CASES)
  })

  test('each month is owed for the days that a calendar counts one by one', () => {
    fc.assert(fc.property(drawn, some => {
      const lines = rate(factsOf(some, LAST)).filter(({ charge }) => charge === 'MONTHLY')
      const wrong = some.items.filter(({ prices }) => prices.MONTHLY).flatMap(item => run.filter(month => {
        const all = daysOf(month).length
        const days = daysOf(month).filter(day => holds(item, day) && isIn(some.covered, day) && (item.productKind === 'PLAN' || !isIn(some.suspended, day))).length
        const line = lines.find(one => one.itemId === item.id && one.month === month)
        const exact = Number(item.prices.MONTHLY) * item.quantity * (1 - Number(item.discountPercent) / 100) * days / all
        return Math.abs(Number(line?.amount ?? 0) - exact) >= 0.05 || (line && (line.days ?? all) !== days)
      }))
      expect(wrong).toEqual([])
    }), CASES)
  })

  test('beyond the quota is what is beyond that of the days one by one', () => {
    fc.assert(fc.property(drawn, fc.array(fc.tuple(someDay, fc.integer({ min: 0, max: 9_000 })), { maxLength: 4 }), (some, steps) => {
      const quotaOn = (day: Day) => steps.filter(([from]) => from <= day).toSorted((one, other) => (one[0] < other[0] ? -1 : 1)).at(-1)?.[1] ?? 500
      const counted = run.map(month => monthQuota(some, month, quotaOn, steps.map(([startsOn]) => ({ startsOn, endsOn: null }))))
      expect(counted).toEqual(run.map(month => Math.ceil(
        daysOf(month).filter(day => isIn(some.covered, day) && !isIn(some.suspended, day)).reduce((sum, day) => sum + quotaOn(day), 0) / daysOf(month).length,
      )))
    }), CASES)
  })

  test('a WhatsApp plan never costs less than its minimum, nor more than that and what was used', () => {
    fc.assert(fc.property(drawn, fc.nat(9_000), (some, units) => {
      const used: Used[] = [{ month: FIRST, counter: 'UIC', units }]
      const one = { ...whatsapp, startsOn: FIRST }
      const lines = rate(factsOf({ ...some, items: [one], covered: [{ startsOn: FIRST, endsOn: null }], used }, addMonths(FIRST, 1)))
      const cost = Number(totalOf(lines))
      const usage = Number(lines.find(({ charge }) => charge === 'UIC')?.amount ?? 0)
      expect(cost).toBeGreaterThanOrEqual(249.99)
      expect(cost).toBeLessThanOrEqual(250.01 + usage)
    }), CASES)
  })
})

test('days that two stretches have are told whatever their order', () => {
  fc.assert(fc.property(stretches(4), stretches(4), (some, others) => {
    const days = daysOf(FIRST).concat(daysOf(addMonths(FIRST, 1)))
    for (const day of days) expect(isIn([...some, ...others], day)).toBe(isIn(some, day) || isIn(others, day))
  }), { numRuns: 500 })
})

test('a rate of tax holds from its day on', () => {
  const rates = [{ name: 'ITBIS', percent: '16', from: '2028-02-01' }, { name: 'ITBIS', percent: '18', from: '2020-01-01' }]
  expect([taxOn(rates, '2028-01-31')?.percent, taxOn(rates, '2028-02-01')?.percent, taxOn(rates, '2019-01-01')]).toEqual(['18', '16', undefined])
})

test('a quota runs out on the day that the pace so far leads to', () => {
  expect(runsOutOn({ month: '2028-01-01', used: 1_000, quota: 3_000, elapsed: 10 })).toBe('2028-01-30')
  expect(runsOutOn({ month: '2028-01-01', used: 900, quota: 3_000, elapsed: 10 })).toBeNull()
  expect(runsOutOn({ month: '2028-01-01', used: 0, quota: 3_000, elapsed: 10 })).toBeNull()
})

function daysOf(month: Day): readonly Day[] {
  return DAYS.get(month)!
}

function isIn(some: Drawn['covered'], day: Day): boolean {
  return some.some(stretch => holds(stretch, day))
}
