import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moved } from './order.ts'

test('an item that is moved stands where it was moved to, and the others keep their order', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.integer(), { minLength: 1 }), fc.nat(), fc.nat(), (items, a, b) => {
    const [from, to] = [a % items.length, b % items.length]
    const item = items[from]
    const next = moved(items, from, to)
    expect(next[to]).toBe(item)
    expect(next.filter(other => other !== item)).toEqual(items.filter(other => other !== item))
  }))
})

test('a place outside of the list leaves it as it is', () => {
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 2, 0)).toEqual(['a', 'b'])
})
