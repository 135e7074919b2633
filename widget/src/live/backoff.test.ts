import { expect, test } from 'vitest'
import { backoff } from './backoff.ts'

test('waits double up to half a minute, and no two clients wait alike', () => {
  expect([0, 1, 2, 10].map(failures => backoff(failures, 1))).toEqual([500, 1000, 2000, 30_000])
  expect(backoff(3, 0)).toBe(2000)
})
