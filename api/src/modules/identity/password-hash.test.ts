import { expect, test } from 'vitest'
import { hashPassword, NOBODY, verifyPassword } from './password-hash.ts'

test('a password is stored as Argon2id of the cost that OWASP asks', async () => {
  expect(await hashPassword('correct horse')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('the right password opens, however its accents were typed', async () => {
  expect(await verifyPassword(await hashPassword('ñandú'.normalize('NFC')), 'ñandú'.normalize('NFD'))).toBe(
    true,
  )
})

test('a wrong password does not open, nor does the password of nobody', async () => {
  expect(await verifyPassword(await hashPassword('correct horse'), 'wrong horse')).toBe(false)
  expect(await verifyPassword(undefined, 'nobody')).toBe(false)
})

test('an account that does not exist costs as much as one that does', async () => {
  const cost = (hash: string) => hash.split('$').slice(0, 4)
  expect(cost(NOBODY)).toEqual(cost(await hashPassword('correct horse')))
})
