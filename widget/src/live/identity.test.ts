import { expect, test } from 'vitest'
import { personOf } from './identity.ts'

const jwt = (payload: object) => `h.${btoa(JSON.stringify(payload)).replace(/=/g, '')}.s`

test('a signed identity names one person; nonsense names nobody', () => {
  expect(personOf(jwt({ sub: 'ana-7' }))).toBe('ana-7')
  for (const nonsense of [null, undefined, '', 'x', 'a.b.c', jwt({})]) expect(personOf(nonsense)).toBe('')
})
