import { expect, test } from 'vitest'
import { causeOf } from './channel-problem.ts'

test('codes that ask for the same thing to be done are one cause, whoever the provider is', () => {
  expect(['190', 'AUTH', '20003'].map(code => causeOf({ code }))).toEqual(['token', 'token', 'token'])
  expect(causeOf({ code: '131031' })).toBe('blocked')
})

test('a permission that Graph misses has one of a hundred codes, and they mean the same', () => {
  expect(['200', '210', '299'].map(code => causeOf({ code }))).toEqual(['permission', 'permission', 'permission'])
  expect(causeOf({ code: '2000' })).toBe('other')
})

test('a code that nobody knows is not taken for another', () => {
  expect(causeOf({ code: '999999' })).toBe('other')
})
