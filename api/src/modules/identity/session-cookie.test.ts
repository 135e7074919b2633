import { expect, test } from 'vitest'
import { SessionCookie } from './session-cookie.ts'

const secure = new SessionCookie({ secure: true })
const plain = new SessionCookie({ secure: false })

test('over https the cookie is bound to the host and hidden from scripts', () => {
  expect(secure.set('abc', 60)).toBe('__Host-botpro=abc; Max-Age=60; Path=/; HttpOnly; SameSite=Lax; Secure')
})

test('over plain http it goes without what browsers refuse there', () => {
  expect(plain.set('abc', 60)).toBe('botpro=abc; Max-Age=60; Path=/; HttpOnly; SameSite=Lax')
})

test('is found among others, and not by a name that only ends alike', () => {
  expect(secure.read('a=1; __Host-botpro=xyz; b=2')).toBe('xyz')
  expect(plain.read('x-botpro=1; __Host-botpro=2')).toBeUndefined()
})
