import { expect, test } from 'vitest'
import { commandOf, KEYS } from './keys.ts'

test.each(KEYS.flatMap(({ command, keys }) => keys.map(key => [key, command] as const)))('%s means %s', (key, command) => {
  expect(commandOf(key, true)).toBe(command)
})

test('no key means two things, and capitals mean the same', () => {
  const keys = KEYS.flatMap(one => one.keys)
  expect(new Set(keys).size).toBe(keys.length)
  expect(commandOf('X', true)).toBe('dismiss')
})

test('who only looks moves and opens, and judges nothing', () => {
  expect(['j', 'o', 'x', '1', 'z'].map(key => commandOf(key, false))).toEqual(['next', 'messages', undefined, undefined, undefined])
})
