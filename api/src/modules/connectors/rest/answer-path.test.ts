import type { Json } from '@botpro/graphql/flows'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EACH, formatPath, parsePath, put, take, type PathPart } from './answer-path.ts'

const name = fc.oneof(fc.string({ minLength: 1, maxLength: 12 }), fc.constantFrom('a', 'account-number', 'ñandú', 'con espacio', 'a.b', '"', '[0]', '*', 'constructor', 'toString'))
  .filter(text => text !== '__proto__')
const index = fc.nat({ max: 8 })
const part: fc.Arbitrary<PathPart> = fc.oneof(name, index, fc.constant(EACH))
const place = fc.array(fc.oneof(name, index), { maxLength: 6 })

describe('a place in an answer', () => {
  test('is read as it was written, whatever the names are', () => {
    fc.assert(fc.property(fc.array(part, { maxLength: 8 }), parts => {
      expect(parsePath(formatPath(parts))).toEqual(parts)
    }))
  })

  test('gives back what was put there, and changes nothing else', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 3 }), place, fc.jsonValue(), (whole, parts, value) => {
      const before = structuredClone(whole)
      expect(take(put(whole as Json, parts, value as Json), parts)).toEqual(value)
      expect(whole).toEqual(before)
    }))
  })

  test('never finds what the JSON does not say', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.array(part, { maxLength: 5 }), (whole, parts) => {
      const found = take(whole as Json, parts)
      if (found !== undefined) expect(() => JSON.stringify(found)).not.toThrow()
      expect(typeof found).not.toBe('function')
    }))
    expect(take({}, ['constructor'])).toBeUndefined()
    expect(take([1], ['length'])).toBeUndefined()
    expect(take('text', ['length'])).toBeUndefined()
  })

  test.each([
    ['', []], ['data.items[0].name', ['data', 'items', 0, 'name']], ['items[*].name', ['items', EACH, 'name']], ['["account-number"]', ['account-number']],
    ['[0][1]', [0, 1]], ['a["b"].c', ['a', 'b', 'c']],
  ] satisfies [string, PathPart[]][])('is written as %s', (text, parts) => {
    expect(parsePath(text)).toEqual(parts)
  })

  test.each(['.', '.a', 'a.', 'a..b', 'a b', '[', '[a]', '[-1]', 'a[0', '["a]', '__proto__', 'a.__proto__', '["__proto__"]', 'a'.repeat(301)])('is none that is written as %s', text => {
    expect(parsePath(text)).toBeUndefined()
  })

  test('of each item of a list is a list as long', () => {
    const answer: Json = { accounts: [{ number: '1' }, {}, { number: '3' }] }
    expect(take(answer, parsePath('accounts[*].number')!)).toEqual(['1', null, '3'])
  })
})
