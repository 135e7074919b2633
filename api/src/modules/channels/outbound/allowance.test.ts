import { expect, test } from 'vitest'
import { Allowance, Allowances } from './allowance.ts'

const profile = { perSecond: 40 }
const NOW = Date.UTC(2026, 0)

test('what may as well not be called is called only of what messages leave over', () => {
  const allowance = new Allowance()
  expect([1, 2, 3, 4].map(() => allowance.takeSpare(profile, NOW))).toEqual([true, true, true, false])
  expect([1, 2].map(() => allowance.take(profile, NOW))).toEqual([0, expect.any(Number)])
  expect(allowance.takeSpare(profile, NOW + 1000)).toBe(true)
})

test('while the provider asked for a pause nothing is called that may as well not be', () => {
  const allowance = new Allowance()
  allowance.pause(NOW + 500)
  expect([allowance.takeSpare(profile, NOW), allowance.takeSpare(profile, NOW + 500)]).toEqual([false, true])
})

test('everything that calls the provider of one account takes from the same, and of another from another', () => {
  const allowances = new Allowances()
  expect([allowances.of('a') === allowances.of('a'), allowances.of('a') === allowances.of('b')]).toEqual([true, false])
})
