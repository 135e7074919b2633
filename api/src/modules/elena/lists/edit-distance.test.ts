import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance } from './edit-distance.ts'

test('a letter put in, taken out, exchanged or swapped with its neighbour is one edit', () => {
  expect(editDistance('tarjeta', 'tarjeta', 2)).toBe(0)
  expect(editDistance('tarjeta', 'tarjetas', 2)).toBe(1)
  expect(editDistance('tarjeta', 'tarjta', 2)).toBe(1)
  expect(editDistance('tarjeta', 'tarheta', 2)).toBe(1)
  expect(editDistance('tarjeta', 'tarjtea', 2)).toBe(1)
  expect(editDistance('tarjeta', 'trajeat', 2)).toBe(2)
})

test('beyond what is asked for, only that it is more is told', () => {
  expect(editDistance('visa', 'mastercard', 2)).toBe(3)
  expect(editDistance('a'.repeat(100), 'b'.repeat(100), 1)).toBe(2)
})

test('the distance is the same both ways', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
  fc.assert(fc.property(word, word, (one, other) => editDistance(one, other, 3) === editDistance(other, one, 3)))
})
