import { expect, test } from 'vitest'
import { backoff } from './socket.ts'

test('waiting doubles with every attempt, up to half a minute, and never falls below half of that', () => {
  expect([0, 1, 2].map(attempt => backoff(attempt, 1))).toEqual([500, 1000, 2000])
  expect(backoff(30, 1)).toBe(30_000)
  expect(backoff(30, 0)).toBe(15_000)
})
