import { expect, test } from 'vitest'
import { commandOf, KEYS } from './keys.ts'

test('capitals do the same, and no key does two things', () => {
  expect(commandOf('J', true)).toBe('next')
  const all = KEYS.flatMap(({ keys }) => keys)
  expect(new Set(all).size).toBe(all.length)
})

test('who may only look moves and reads, and judges nothing', () => {
  expect(['j', 'o', 'x', 'n', '1', '/', 'z'].map(key => commandOf(key, false))).toEqual(['next', 'messages', undefined, undefined, undefined, undefined, undefined])
})
