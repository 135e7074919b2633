import { expect, test } from 'vitest'
import { backoff, isRefusal } from './socket.ts'

test('waiting doubles with every attempt, up to half a minute, and never falls below half of that', () => {
  expect([0, 1, 2].map(attempt => backoff(attempt, 1))).toEqual([500, 1000, 2000])
  expect(backoff(30, 1)).toBe(30_000)
  expect(backoff(30, 0)).toBe(15_000)
})

test('only a socket that the server closed for want of a session is a refusal; a cut line is none', () => {
  expect([4401, 4403].map(code => isRefusal({ code }))).toEqual([true, true])
  expect([1000, 1006, 4410, 4413].map(code => isRefusal({ code }))).toEqual([false, false, false, false])
  expect(isRefusal(new Error('cut'))).toBe(false)
})
