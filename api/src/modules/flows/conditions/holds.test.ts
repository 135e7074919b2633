import type { Condition, Json, Operator } from '@botpro/graphql/flows'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holds } from './holds.ts'
import { pathsIn } from './paths-in.ts'
import { valueAt } from './value-at.ts'

const dop = (amount: string) => ({ amount, currency: 'DOP' })
const compare = (left: unknown, operator: Operator, right?: Json) =>
  holds({ left: 'x', operator, ...(right === undefined ? {} : { right: { literal: right } }) }, { x: left })

describe('equal are', () => {
  test.each<[unknown, Json]>([
    ['José  Pérez', 'jose perez'], ['¡SÍ!', 'si'], ['Santo Domingo, Este', 'santo domingo este'], [1, 1], [0.1, '0.10'], ['1,500', 1500], ['1500.00', '1,500'],
    ['-3', -3], [dop('12.5'), dop('12.50')], [dop('100'), 100], ['99.90', dop('99.9')], [true, 'sí'], ['yes', true], [false, 'No'], [1, true], [0, false],
    ['2026-12-04', '2026-12-04'], ['2026-12-05T01:30:00Z', '2026-12-04'], ['2026-12-04T21:30:00-04:00', '2026-12-05T01:30:00Z'], ['9:30', '09:30:00'],
    ['00113918205', '001-1391820-5'], ['(809) 555-1234', '8095551234'], [null, null], ['', null], [[1, 'Á'], ['1', 'a']], [{ a: 1 }, { a: '1' }], ['900000000000000000.01', '900,000,000,000,000,000.01'],
  ])('%j and %j', (left, right) => {
    expect(compare(left, 'EQUALS', right)).toBe(true)
    expect(compare(left, 'NOT_EQUALS', right)).toBe(false)
  })
})

describe('different are', () => {
  test.each<[unknown, Json]>([
    ['007', 7], ['7', '007'], ['ano', 'an'], [dop('1'), { amount: '1', currency: 'USD' }], [true, 'no'], [true, 'quizás'], [null, 0], [null, false], ['', 'x'], [undefined, 'undefined'],
    ['2026-12-05T01:30:00Z', '2026-12-05'], [[1, 2], [2, 1]], [[1], [1, 2]], [{ a: 1 }, { b: 1 }], [{ a: 1 }, '[object Object]'], ['900000000000000000.01', '900000000000000000.02'], ['12/3456', '123456'], ['2026-02-31', 'x'],
  ])('%j and %j', (left, right) => {
    expect(compare(left, 'EQUALS', right)).toBe(false)
    expect(compare(left, 'NOT_EQUALS', right)).toBe(true)
  })
})

describe('what is', () => {
  test.each<[unknown, Operator, Json | undefined, boolean]>([
    [10, 'GREATER', 9.99, true], ['10', 'GREATER', '9', true], [dop('100.01'), 'GREATER', 100, true], [dop('100'), 'GREATER', { amount: '1', currency: 'USD' }, false],
    [{ amount: '1', currency: 'USD' }, 'LESS', dop('100'), false], [5, 'AT_LEAST', 5, true], [5, 'LESS', 5, false], [5, 'AT_MOST', '5.0', true], ['2026-12-04', 'LESS', '2026-12-05', true],
    ['2026-12-05T03:59:00Z', 'AT_MOST', '2026-12-04', true], ['2026-12-05T04:00:00Z', 'AT_MOST', '2026-12-04', false], ['15:30', 'GREATER', '9:00', true],
    ['b', 'GREATER', 'a', false], [null, 'LESS', 5, false], [undefined, 'AT_MOST', 5, false], [true, 'GREATER', 0, false],
    ['Quiero mi BALANCE, por favor', 'CONTAINS', 'balance por', true], [['VIP', 'moroso'], 'CONTAINS', 'vip', true], [['VIP'], 'CONTAINS', 'vi', false], [null, 'CONTAINS', 'x', false], ['abc', 'CONTAINS', '', false], [null, 'NOT_CONTAINS', 'x', true],
    [8095551234, 'STARTS_WITH', '809', true], ['Águila', 'STARTS_WITH', 'agui', true], ['águila', 'STARTS_WITH', '', false],
    ['web', 'IS_ONE_OF', ['WEB', 'SMS'], true], [['a', 'b'], 'IS_ONE_OF', ['B'], true], ['x', 'IS_ONE_OF', 'X', true], ['x', 'IS_NOT_ONE_OF', ['y'], true], [undefined, 'IS_ONE_OF', ['y'], false],
    ['', 'IS_SET', undefined, false], [' ', 'IS_SET', undefined, false], [[], 'IS_SET', undefined, false], [{}, 'IS_SET', undefined, false], [0, 'IS_SET', undefined, true], [false, 'IS_SET', undefined, true], [undefined, 'IS_NOT_SET', undefined, true],
    ['Sí', 'IS_TRUE', undefined, true], [undefined, 'IS_TRUE', undefined, false], [undefined, 'IS_FALSE', undefined, false], ['no', 'IS_FALSE', undefined, true], ['tal vez', 'IS_FALSE', undefined, false],
  ])('%j %s %j: %s', (left, operator, right, expected) => {
    expect(compare(left, operator, right)).toBe(expected)
  })
})

test('groups hold when all, any or none of their conditions do', () => {
  const yes: Condition = { left: 'x', operator: 'EQUALS', right: { literal: 1 } }
  const no: Condition = { left: 'x', operator: 'EQUALS', right: { path: 'y' } }
  const of = (condition: Condition) => holds(condition, { x: 1, y: 2 })
  expect([of({ all: [yes, no] }), of({ any: [yes, no] }), of({ none: [yes, no] }), of({ none: [no, { all: [no] }] }), of({ all: [yes, { any: [no, { none: [no] }] }] })])
    .toEqual([false, true, false, true, true])
})

test('a value is found by its path, among own properties only', () => {
  const scope = { a: { b: [{ c: 'x' }] }, list: [1, 2], text: 'abc', f: () => 'x', o: Object.create({ secret: 1 }) as unknown }
  expect(['a.b[0].c', 'list[1]', 'list.size', 'a.b'].map(path => valueAt(scope, path))).toEqual(['x', 2, 2, [{ c: 'x' }]])
  for (const path of ['a.x', 'a.b[1]', 'a[0]', 'list.0', 'list.length', 'text.length', 'f', 'f.name', 'o.secret', 'constructor', '__proto__', 'a.__proto__', 'toString', '', '[0]', 'a..b', 'a.', 'a.[0]', 'a b', 'x'.repeat(300)]) {
    expect(valueAt(scope, path), path).toBeUndefined()
  }
  expect(valueAt(null, 'a')).toBeUndefined()
})

test('the paths of a condition are told once each', () => {
  expect(pathsIn({ all: [{ left: 'a.b', operator: 'IS_SET' }, { any: [{ left: 'c', operator: 'EQUALS', right: { path: 'd[0]' } }, { none: [{ left: 'c', operator: 'IS_SET' }] }] }] }))
    .toEqual(['a.b', 'c', 'd[0]'])
})

const operators: Operator[] = ['EQUALS', 'NOT_EQUALS', 'CONTAINS', 'NOT_CONTAINS', 'STARTS_WITH', 'IS_ONE_OF', 'IS_NOT_ONE_OF', 'GREATER', 'AT_LEAST', 'LESS', 'AT_MOST', 'IS_SET', 'IS_NOT_SET', 'IS_TRUE', 'IS_FALSE']
const awkward = fc.oneof(fc.jsonValue() as fc.Arbitrary<Json>, fc.constantFrom<Json>('2026-13-45', '99999-01-01', '25:99', '-0', '1e400', '2026-01-01T00:00:00Z', { amount: 'x', currency: 'DOP' }, { amount: '1', currency: 'DOP' }, '9'.repeat(60)))
const path = fc.constantFrom('x', 'y', 'x.a', 'x[0]', '__proto__', 'missing')
const comparison = fc.record({ left: path, operator: fc.constantFrom(...operators), right: fc.oneof(fc.record({ literal: awkward }), fc.record({ path })) })
const condition = fc.letrec<{ any: Condition }>(tie => ({
  any: fc.oneof({ depthSize: 'small' }, comparison, fc.record({ all: fc.array(tie('any'), { minLength: 1, maxLength: 3 }) }), fc.record({ any: fc.array(tie('any'), { minLength: 1, maxLength: 3 }) }), fc.record({ none: fc.array(tie('any'), { minLength: 1, maxLength: 3 }) })),
})).any

test('any condition on anything holds or does not, and none is its opposite', () => {
  fc.assert(fc.property(condition, fc.oneof(awkward, fc.anything()), fc.oneof(awkward, fc.anything()), fc.constantFrom('UTC', 'America/Santo_Domingo', 'Nowhere/Land'), (one, x, y, zone) => {
    expect(holds({ none: [one] }, { x, y }, zone)).toBe(!holds(one, { x, y }, zone))
  }), { numRuns: 3000 })
})

test('equality does not depend on the side', () => {
  fc.assert(fc.property(awkward, awkward, (x, y) => {
    const equal = (left: string, right: string) => holds({ left, operator: 'EQUALS', right: { path: right } }, { x, y })
    expect(equal('x', 'y')).toBe(equal('y', 'x'))
    expect(equal('x', 'x')).toBe(true)
  }))
})

test('sums are compared to the last cent, however large', () => {
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 24n }), cents => {
    const amount = (of: bigint) => dop(`${of / 100n}.${(of % 100n).toString().padStart(2, '0')}`)
    expect(compare(amount(cents + 1n), 'GREATER', amount(cents))).toBe(true)
    expect(compare(amount(cents), 'EQUALS', amount(cents))).toBe(true)
  }))
})
