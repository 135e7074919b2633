import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatPath as formatOfApi, parsePath } from '../../../../../api/src/modules/connectors/rest/answer-path.ts'
import { formatPath, isInList, isOfEach, nameFor, ofEach, ofFirst, typeOf } from './answer-path.ts'

test('a place is written as the API reads it, whatever the names', () => {
  const part = fc.oneof(fc.string({ minLength: 1, maxLength: 20 }).filter(name => name !== '__proto__'), fc.nat({ max: 999 }))
  fc.assert(fc.property(fc.array(part, { maxLength: 5 }), parts => {
    expect(formatPath(parts)).toBe(formatOfApi(parts))
    expect(parsePath(formatPath(parts))).toEqual(parts)
  }))
})

test('the value of one item becomes that of each, and back that of the first', () => {
  expect(ofEach('orders[2].lines[1].sku')).toBe('orders[2].lines[*].sku')
  expect(ofFirst('items[*].name')).toBe('items[0].name')
  expect([isOfEach('items[*].name'), isInList('items[0].name'), isInList('items')]).toEqual([true, true, false])
})

test('a value is of the kind that it looks like', () => {
  expect([12, true, 'x', '2026-05-31', [], {}, null].map(typeOf)).toEqual(['NUMBER', 'YES_NO', 'TEXT', 'DATE', 'LIST', 'OBJECT', 'TEXT'])
})

test('a name can be used by flows, and no other value has it', () => {
  expect(nameFor(['data', 'account-number'], [])).toBe('accountNumber')
  expect(nameFor(['items', 0, 'name'], ['name', 'name2'])).toBe('name3')
  expect(nameFor([], [])).toBe('answer')
  fc.assert(fc.property(fc.array(fc.string(), { maxLength: 4 }), parts => /^[a-z][A-Za-z0-9_]{0,59}$/.test(nameFor(parts, []))))
})
