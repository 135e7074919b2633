import { expect, test } from 'vitest'
import { tokenState } from './app-token.ts'

const now = new Date('2026-05-01T00:00:00Z')

test('a token that was revoked is so whatever its end; one that ends this moment has ended', () => {
  expect(tokenState({ revokedAt: '2026-01-01T00:00:00Z', endsAt: '2027-01-01T00:00:00Z' }, now)).toBe('revoked')
  expect(tokenState({ revokedAt: null, endsAt: '2026-05-01T00:00:00Z' }, now)).toBe('ended')
  expect(tokenState({ revokedAt: null, endsAt: '2026-05-02T00:00:00Z' }, now)).toBe('ending')
  expect(tokenState({ revokedAt: null, endsAt: null }, now)).toBe('active')
})
