import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isApiKeyToken, newApiKeyToken } from './api-key-token.ts'

test('a key of ours is known without the database', () => {
  const keys = Array.from({ length: 200 }, newApiKeyToken)
  expect(keys.every(isApiKeyToken)).toBe(true)
  expect(keys[0]).toMatch(/^bpk_live_[0-9A-Za-z]{36}$/)
})

test('a key with one character changed is no key', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 44 }), fc.constantFrom(...'abcXYZ019_-'), (at, letter) => {
    const key = newApiKeyToken()
    const other = key.slice(0, at) + letter + key.slice(at + 1)
    return other === key || !isApiKeyToken(other)
  }))
})
