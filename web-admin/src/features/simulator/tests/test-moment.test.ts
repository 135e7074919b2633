import { expect, test } from 'vitest'
import { instantOf, localMoment } from './test-moment.ts'

test('ten in the morning in Santo Domingo is two in the afternoon elsewhere, and back', () => {
  expect(instantOf('2026-01-07T10:00')).toBe('2026-01-07T14:00:00.000Z')
  expect(localMoment('2026-01-07T14:00:00.000Z')).toBe('2026-01-07T10:00')
  expect(instantOf('2026-12-31T22:30')).toBe('2027-01-01T02:30:00.000Z')
})

test.each(['', '2026-01-07', '2026-13-40T10:00', 'mañana'])('“%s” is no moment', typed => {
  expect(instantOf(typed)).toBeUndefined()
})

test('what has no moment shows none', () => {
  expect(localMoment(undefined)).toBe('')
})
