import { expect, test } from 'vitest'
import { clockOf, secondsSince } from './waiting.ts'

const now = new Date('2026-11-23T14:05:00.000Z')

test.each([[0, '0:00'], [65, '1:05'], [3599, '59:59'], [3600, null]])('%i seconds show as %s', (seconds, shown) => {
  expect(clockOf(seconds)).toBe(shown)
})

test('a server whose clock is ahead lets nobody wait less than nothing', () => {
  expect(secondsSince('2026-11-23T14:05:30.000Z', now)).toBe(0)
  expect(secondsSince('2026-11-23T14:04:00.000Z', now)).toBe(60)
})
