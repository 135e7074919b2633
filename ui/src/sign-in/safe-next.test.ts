import { expect, test } from 'vitest'
import { safeNext } from './useSignIn.ts'

test('after sign-in nobody is led out of the app', () => {
  expect(safeNext('/members?x=1')).toBe('/members?x=1')
  for (const next of ['https://evil.example', '//evil.example', undefined, ['/a']]) expect(safeNext(next)).toBe('/')
})
