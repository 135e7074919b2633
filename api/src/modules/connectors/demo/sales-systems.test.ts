import type { Json } from '@botpro/graphql/flows'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DemoProblem, DemoSystem } from './demo-system.ts'
import { financial } from './financial.ts'
import { retail } from './retail.ts'

const NOW = new Date('2026-11-18T14:00:00Z')
const pesos = (amount: string) => ({ amount, currency: 'DOP' })

const cart = { lines: [{ sku: 'P-101', quantity: 2 }] }
const GOOD: Record<string, Json> = {
  cedula: '00100000181', account: 'SAVINGS-00100000181', loan: 'PR-000181', amount: pesos('5000'), income: pesos('65000'), months: 12, reference: 'p-1',
  city: 'Santiago', category: 'pantry', sku: 'P-101', quantity: 2, cart, delivery: 'DELIVERY', name: 'Ana', phone: '+18095550199', payment: 'LINK', number: 'PED-123453',
  paymentId: 'p-1', currency: 'DOP', callbackUrl: 'https://bot.example.com/payments/x/callback',
}

const ask = (system: DemoSystem, operation: string, more: Record<string, Json> = {}): Json => {
  const { inputs, answer } = system.operations[operation]!
  return answer({ ...Object.fromEntries(inputs.filter(({ name }) => name in GOOD).map(({ name }) => [name, GOOD[name]!])), ...more }, NOW)
}

const problemOf = (work: () => Json) => {
  try { work() } catch (problem) { return problem as DemoProblem }
  return undefined
}

describe.each([financial, retail])('the sample system $key', system => {
  const operations = Object.keys(system.operations)

  test.each(operations)('%s answers in the shape of its sample, and the same twice', operation => {
    const answer = ask(system, operation) as Record<string, Json>
    expect(Object.keys(answer).sort()).toEqual(Object.keys(system.operations[operation]!.sample as object).sort())
    expect(ask(system, operation)).toEqual(answer)
  })

  test('says of each input what it is, in both languages', () => {
    const without = Object.entries(system.operations).flatMap(([operation, { inputs }]) => inputs.filter(({ description: { ES, EN } }) => !ES || !EN || ES.endsWith('.') !== EN.endsWith('.')).map(({ name }) => `${operation}.${name}`))
    expect(without).toEqual([])
  })

  test('whatever is asked, it answers or has a problem with a code', () => {
    const values = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.double(), fc.constant(cart), fc.constant(pesos('1')))
    fc.assert(fc.property(fc.constantFrom(...operations), fc.dictionary(fc.constantFrom(...Object.keys(GOOD), 'words', 'location'), values), (operation, input) => {
      const problem = problemOf(() => system.operations[operation]!.answer(input, NOW))
      expect(problem === undefined || /^[A-Z_]+$/.test(problem.code)).toBe(true)
    }))
  })
})

test.each([
  [financial, 'list_accounts', 'cedula', ['00100005032', '00100005040', '00100004043']],
  [financial, 'preapprove_loan', 'cedula', ['00100005032', '00100005040', '00100004043']],
  [retail, 'get_order', 'number', ['PED-503', 'PED-504', 'PED-404']],
  [retail, 'find_products', 'words', ['503', '504', '404']],
] as const)('numbers that are written down make $key of a sample system fail on purpose', (system, operation, input, numbers) => {
  const codes = numbers.map(number => problemOf(() => ask(system, operation, { [input]: number, ...(input === 'words' && { category: null }) }))?.code)
  expect(codes).toEqual(['UNAVAILABLE', 'TIMEOUT', 'NOT_FOUND'])
})

test('every customer of the sample bank can be asked what is written down: 1985, and how the cédula ends', () => {
  fc.assert(fc.property(fc.stringMatching(/^\d{7}$/), middle => {
    const cedula = `402${middle}5`
    fc.pre(!/(404|503|504)$/.test(cedula.slice(0, -1)))
    const { birthYear, accountEnding } = ask(financial, 'find_customer', { cedula }) as Record<string, Json>
    const { accounts } = ask(financial, 'list_accounts', { cedula }) as { accounts: { ending: string }[] }
    expect([birthYear, accountEnding, accounts[0]!.ending]).toEqual(['1985', cedula.slice(-4), cedula.slice(-4)])
  }))
})

test('a loan is never approved for more than was asked, nor for an instalment above a third of the income', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 500_000 }), fc.integer({ min: 20_000, max: 5_000_000 }), fc.integer({ min: 6, max: 84 }), (income, asked, months) => {
    const { approved, amount, instalment } = ask(financial, 'preapprove_loan', { income: pesos(`${income}`), amount: pesos(`${asked}`), months }) as {
      approved: boolean; amount: { amount: string }; instalment: { amount: string }
    }
    expect(Number(amount.amount)).toBeLessThanOrEqual(asked)
    expect(Number(instalment.amount)).toBeLessThanOrEqual(income * 0.33 + 0.01)
    expect(Number(amount.amount) > 0).toBe(approved)
  }))
})

test('what goes into the cart and out again leaves it as it was', () => {
  const withRice = ask(retail, 'change_cart', { cart: null, sku: 'P-101', quantity: 2 })
  const withBoth = ask(retail, 'change_cart', { cart: withRice, sku: 'P-103', quantity: 3 })
  expect(withBoth).toMatchObject({ count: 5, total: pesos('1735.00') })
  expect(ask(retail, 'change_cart', { cart: withBoth, sku: 'P-103', quantity: 0, how: 'SET' })).toEqual(withRice)
})

test('prices are the catalogue’s, whatever the cart says that comes back', () => {
  const forged = { lines: [{ sku: 'E-501', quantity: 1, price: pesos('1.00'), total: pesos('1.00') }], total: pesos('1.00') }
  expect(ask(retail, 'quote_order', { cart: forged, delivery: 'PICK_UP' })).toMatchObject({ total: pesos('2895.00') })
})

test('there is never more in the cart than the shop has', () => {
  expect(problemOf(() => ask(retail, 'change_cart', { sku: 'E-503', quantity: 1 }))).toMatchObject({ code: 'OUT_OF_STOCK', status: 409 })
})

test('delivery costs something for a small order and nothing for a large one', () => {
  const large = { lines: [{ sku: 'E-502', quantity: 2 }] }
  expect(ask(retail, 'quote_order')).toMatchObject({ fee: pesos('200.00'), total: pesos('1050.00') })
  expect(ask(retail, 'quote_order', { cart: large })).toMatchObject({ fee: pesos('0.00') })
})

test('the nearest branch comes first', () => {
  const { branches } = ask(financial, 'find_branches', { city: null, location: { latitude: 19.45, longitude: -70.7 } }) as { branches: { key: string }[] }
  expect(branches[0]!.key).toBe('cibao')
})

test.each([['arroz', 'P-101'], ['ROLLOS de papel', 'H-302'], ['blenders', 'E-501'], ['champu', 'C-402'], ['habichuela', 'P-102']])('“%s” finds the product that is meant', (words, sku) => {
  const { products } = ask(retail, 'find_products', { category: null, words }) as { products: { sku: string }[] }
  expect(products.map(product => product.sku)).toEqual([sku])
})
