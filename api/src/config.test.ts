import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test.each([
  ['a path, for we would leave it out', { PUBLIC_URL: 'https://example.com/chat' }],
  ['no TLS in production', { PUBLIC_URL: 'http://chat.example.com', BOTPRO_MODE: 'production' }],
  ['another scheme', { PUBLIC_URL: 'ftp://example.com' }],
])('an address by which browsers reach us is refused with %s', (_why, environment) => {
  expect(() => readConfig(environment)).toThrow('PUBLIC_URL')
})

test('an address is taken down to its origin', () => {
  expect(readConfig({ PUBLIC_URL: 'https://Chat.example.com/', BOTPRO_MODE: 'production' }).PUBLIC_URL).toBe('https://chat.example.com')
  expect(readConfig({ PUBLIC_URL: 'http://localhost:4000', BOTPRO_MODE: 'production' }).PUBLIC_URL).toBe('http://localhost:4000')
})

test('the demo, whose passwords are public, is opened to others only by saying so', () => {
  expect(() => readConfig({ HOST: '0.0.0.0' })).toThrow('HOST 0.0.0.0 would open the demo')
  expect(readConfig({ HOST: '0.0.0.0', BOTPRO_MODE: 'demo' }).HOST).toBe('0.0.0.0')
  expect(readConfig({ HOST: '0.0.0.0', BOTPRO_MODE: 'production' }).production).toBe(true)
})
