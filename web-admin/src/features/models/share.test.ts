import { expect, test } from 'vitest'
import { hundredths, outOf100 } from './share.ts'

test.each([[1, 100], [0.9999, 99], [0.914, 91], [0.5, 50], [0.0001, 1], [0, 0]])('%d is %i of a hundred', (share, of100) => {
  expect(outOf100(share)).toBe(of100)
})

test('a difference too small to see is none, without a sign', () => {
  expect(Object.is(hundredths(-0.004), 0)).toBe(true)
  expect(hundredths(-0.018)).toBe(-2)
})
