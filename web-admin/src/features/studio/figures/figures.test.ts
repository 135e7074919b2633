import { expect, test } from 'vitest'
import { dropOff, durationOf } from './figures.ts'

test.each([[0, '< 1 s'], [1, '1 s'], [95, '1 min 35 s'], [3600, '1 h'], [3661, '1 h 1 min'], [90_061, '1 d 1 h']])('%s seconds are told in their largest units', (seconds, text) => {
  expect(durationOf(seconds)).toBe(text)
})

test('who left is a share of who came, and nobody’s where nobody came', () => {
  expect(dropOff({ visits: 8, droppedOff: 1 })).toBe(13)
  expect(dropOff({ visits: 0, droppedOff: 0 })).toBe(0)
})
