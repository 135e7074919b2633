import { expect, test } from 'vitest'
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts'

test('ten different codes are given', () => {
  expect(new Set(newRecoveryCodes()).size).toBe(10)
})

test('a code is the same however it is typed', () => {
  const code = newRecoveryCodes()[0]!
  expect(recoveryCodeHash(` ${code.replaceAll('-', ' ').toUpperCase()}`)).toEqual(recoveryCodeHash(code))
})

test('six digits are no recovery code', () => {
  expect(recoveryCodeHash('123456')).toBeUndefined()
})
