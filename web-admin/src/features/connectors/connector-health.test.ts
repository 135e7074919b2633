import { expect, test } from 'vitest'
import { healthOf } from './connector-health.ts'

test('a system that says that there is no such thing has answered', () => {
  expect(healthOf({ state: 'ANSWERING' })).toBe('UNCALLED')
  expect(healthOf({ state: 'ANSWERING', lastCall: { code: 'OK' } })).toBe('WORKS')
  expect(healthOf({ state: 'ANSWERING', lastCall: { code: 'NOT_FOUND' } })).toBe('WORKS')
  expect(healthOf({ state: 'ANSWERING', lastCall: { code: 'TIMEOUT' } })).toBe('FAILED')
})

test('what rests is said to rest, however the last call went', () => {
  expect(healthOf({ state: 'RESTING', lastCall: { code: 'OK' } })).toBe('RESTING')
})
