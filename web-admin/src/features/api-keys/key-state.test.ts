import { expect, test } from 'vitest'
import { keyState } from './key-state.ts'

const now = new Date('2026-05-01T00:00:00Z')

test('a key that is revoked is so whatever its expiry; one that expires this moment is expired', () => {
  expect(keyState({ revokedAt: '2026-01-01T00:00:00Z', expiresAt: '2027-01-01T00:00:00Z' }, now)).toBe('revoked')
  expect(keyState({ revokedAt: null, expiresAt: '2026-05-01T00:00:00Z' }, now)).toBe('expired')
  expect(keyState({ revokedAt: null, expiresAt: null }, now)).toBe('active')
})
