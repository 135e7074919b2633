import { expect, test } from 'vitest'
import { sparkOf } from './spark.ts'

test('one reading makes no line', () => {
  expect(sparkOf([])).toBeNull()
  expect(sparkOf([0.4])).toBeNull()
})

test('the line runs from left to right, what is worse lies lower, and it stays in its box', () => {
  expect(sparkOf([1, 0, -1])).toBe('1.5,1.5 24.0,7.0 46.5,12.5')
})
