import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { isOwnOrigin } from './own-origin.ts'

const request = (headers: Record<string, string> = {}, socket = {}) =>
  ({ headers: { host: 'chat.example.com', ...headers }, socket }) as unknown as IncomingMessage
const HTTP = 'http://chat.example.com'
const HTTPS = 'https://chat.example.com'

test('where it is said how browsers reach us, only that origin is ours', () => {
  expect(isOwnOrigin(HTTPS, request(), 'https://chat.example.com')).toBe(true)
  expect(isOwnOrigin('https://elsewhere.example.com', request({ host: 'elsewhere.example.com' }), HTTPS)).toBe(false)
  expect(isOwnOrigin(HTTP, request(), HTTPS)).toBe(false)
})

test('the same host by another scheme is another site', () => {
  expect([HTTP, HTTPS].map(origin => isOwnOrigin(origin, request()))).toEqual([true, false])
  expect([HTTP, HTTPS].map(origin => isOwnOrigin(origin, request({}, { encrypted: true })))).toEqual([false, true])
  expect([HTTP, HTTPS].map(origin => isOwnOrigin(origin, request({ 'x-forwarded-proto': 'https,http' })))).toEqual([false, true])
})

test('a proxy that does not say how the page came leaves both schemes open, and no other host', () => {
  const brought = request({ 'x-forwarded-for': '203.0.113.7' })
  expect([HTTP, HTTPS, 'https://evil.example', 'null'].map(origin => isOwnOrigin(origin, brought))).toEqual([true, true, false, false])
})

test('programs send no origin', () => expect(isOwnOrigin(undefined, request(), HTTPS)).toBe(true))
