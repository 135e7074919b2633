import { expect, test } from 'vitest'
import { describeConfig, readConfig } from './config.ts'

const APP_SECRET = 'a secret of these tests, long enough'
const PUBLIC_URL = 'https://chat.example.com'
/** Everything that it says when it refuses. */
function refusals(environment: NodeJS.ProcessEnv): string[] {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    return (error as Error).message.split('\n')
  }
}

test.each([
  ['a path, for we would leave it out', { PUBLIC_URL: 'https://example.com/chat' }],
  ['no TLS in production', { PUBLIC_URL: 'http://chat.example.com', BOTPRO_MODE: 'production' }],
  ['another scheme', { PUBLIC_URL: 'ftp://example.com' }],
])('an address by which browsers reach us is refused with %s', (_why, environment) => {
  expect(() => readConfig(environment)).toThrow('PUBLIC_URL')
})

test('an address is taken down to its origin', () => {
  expect(readConfig({ PUBLIC_URL: 'https://Chat.example.com/', BOTPRO_MODE: 'production', APP_SECRET }).PUBLIC_URL).toBe('https://chat.example.com')
  expect(readConfig({ PUBLIC_URL: 'http://localhost:4000', BOTPRO_MODE: 'production', APP_SECRET }).PUBLIC_URL).toBe('http://localhost:4000')
})

test('the demo, whose passwords are public, is opened to others only by saying so', () => {
  expect(() => readConfig({ HOST: '0.0.0.0' })).toThrow('HOST 0.0.0.0 would open the demo')
  expect(readConfig({ HOST: '0.0.0.0', BOTPRO_MODE: 'demo' }).HOST).toBe('0.0.0.0')
  expect(readConfig({ HOST: '0.0.0.0', BOTPRO_MODE: 'production', PUBLIC_URL, APP_SECRET }).production).toBe(true)
})

test('production does not start before it knows its address and its secret, and says both in one go', () => {
  expect(refusals({ BOTPRO_MODE: 'production' })).toEqual([
    'PUBLIC_URL must be set in production: set it to the address by which browsers reach this server, e.g. https://chat.example.com.',
    expect.stringMatching(/^APP_SECRET must be set in production: set it to what `openssl rand -base64 48` prints/),
  ])
  expect(refusals({ BOTPRO_MODE: 'production', PUBLIC_URL: ' ', APP_SECRET: ' ' })).toHaveLength(2)
  expect(refusals({ BOTPRO_MODE: 'production', PUBLIC_URL, APP_SECRET })).toEqual([])
})

test('several processes are told that they need one secret, in the demo too', () => {
  expect(refusals({ REDIS_URL: 'redis://localhost' })).toEqual([
    expect.stringMatching(/^APP_SECRET must be set with REDIS_URL, because several processes need the same one: /),
  ])
  expect(refusals({ REDIS_URL: 'redis://localhost', APP_SECRET })).toEqual([])
})

test('a short secret is refused in every mode, once, and without being shown', () => {
  for (const environment of [{}, { BOTPRO_MODE: 'production', PUBLIC_URL }, { REDIS_URL: 'redis://localhost' }]) {
    const said = refusals({ ...environment, APP_SECRET: 'x'.repeat(31) })
    expect(said).toEqual([expect.stringMatching(/^APP_SECRET must have 32 characters or more, as `openssl rand -base64 48` makes them/)])
    expect(said[0]).not.toContain('xxx')
    expect(refusals({ ...environment, APP_SECRET: 'x'.repeat(32) })).toEqual([])
  }
})

test('where people develop there is no need of a secret or an address', () => {
  const config = readConfig({})
  expect([config.APP_SECRET, config.PUBLIC_URL]).toEqual([undefined, undefined])
  expect(describeConfig(readConfig({ APP_SECRET }))).toMatchObject({ APP_SECRET: 'set' })
})

test('addresses of our own network are opened to tenants by name, and never in production', () => {
  expect(readConfig({ OUTSIDE_ALLOW: '127.0.0.1:8000, 10.0.0.1' }).OUTSIDE_ALLOW).toEqual(['127.0.0.1:8000', '10.0.0.1'])
  expect(refusals({ OUTSIDE_ALLOW: '127.0.0.1', BOTPRO_MODE: 'production', PUBLIC_URL, APP_SECRET })).toEqual([expect.stringMatching(/^OUTSIDE_ALLOW must not be set/)])
})
