import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { App } from '../src/app.ts'
import { newApiKeyToken } from '../src/modules/identity/api-key-token.ts'
import { fakeBuilds } from './builds.ts'
import { ANONYMOUS, post, type Caller } from './client.ts'
import { Company } from './company.ts'
import { useStand } from './stand.ts'

const stand = useStand({ TRUSTED_PROXIES: '1' })
/** An address may take 12 points a minute there. */
const FACTOR = '0.01'
const PATIENCE = 40
let root: string
let company: Company
beforeAll(async () => {
  root = await fakeBuilds()
  company = await Company.found(stand.database, stand.app)
})
afterAll(() => rm(root, { recursive: true, force: true }))

const tight = (): Promise<App> => stand.open({ RATE_LIMIT_FACTOR: FACTOR }, { root })
const at = (address: string, caller: Caller): Caller => ({ ...caller, headers: { ...caller.headers, 'x-forwarded-for': address } })
const SENSE = { query: '{ viewer { role } }' }

/** How many were answered before one was refused for being too many. */
async function answeredBefore(send: (index: number) => Promise<{ status: number }>) {
  for (let count = 0; count < PATIENCE; count++) if ((await send(count)).status === 429) return count
  return PATIENCE
}

describe('what is refused costs its address as much as what is answered:', () => {
  test.each([
    ['documents that say nothing', '{ nothing }'],
    ['documents that would cost too much', `{ ${Array.from({ length: 31 }, (_, index) => `a${index}: inboxCounts { all }`).join(' ')} }`],
    ['no document at all', ''],
  ])('%s', async (_title, query) => {
    const app = await tight()
    const from = at('203.0.113.9', ANONYMOUS)
    expect(await answeredBefore(() => post(app.url, from, { query }))).toBe(12)
    expect((await post(app.url, from, SENSE)).code).toBe('RATE_LIMITED')
    expect((await post(app.url, at('203.0.113.10', ANONYMOUS), SENSE)).code).toBeUndefined()
  })

  test('visitors’ tokens that are none', async () => {
    const app = await tight()
    const forged = (index: number): Caller => ({ name: 'VISITOR', path: '/widget/graphql', headers: { authorization: `Bearer forged${index}` } })
    expect(await answeredBefore(index => post(app.url, at('203.0.113.9', forged(index)), SENSE))).toBeLessThanOrEqual(12)
  })

  test('the pages of the chat, which anybody may ask for', async () => {
    const app = await tight()
    for (const [address, path] of [['203.0.113.11', '/widget/look/'], ['203.0.113.12', '/widget/chat/']] as const) {
      const open = (index: number) => fetch(`${app.url}${path}nobody${index}`, { headers: { 'x-forwarded-for': address } })
      expect(await answeredBefore(open), path).toBe(12)
    }
  })
})

describe('guessing at keys and sessions', () => {
  const guess = (kind: string, index: number): Caller => {
    const headers: Record<string, string> = kind === 'key'
      ? { authorization: `Bearer ${newApiKeyToken()}` } : { cookie: `botpro=${'x'.repeat(42)}${index % 10}` }
    return { name: 'GUESS', path: '/graphql', headers }
  }

  test.each(['key', 'session'])('at a %s ends for a while, and does not shut out those who were let in from there', async kind => {
    const app = await tight()
    const address = '203.0.113.13'
    const colleague = at(address, await company.session('OWNER', company.ids.user))
    const stranger = at(address, await company.session('OWNER', company.ids.user))
    expect((await post(app.url, colleague, SENSE)).code).toBeUndefined()
    expect(await answeredBefore(index => post(app.url, at(address, guess(kind, index)), SENSE))).toBeLessThanOrEqual(12)
    expect((await post(app.url, at(address, guess(kind, 99)), SENSE)).code).toBe('RATE_LIMITED')
    expect((await post(app.url, colleague, SENSE)).code).toBeUndefined()
    expect((await post(app.url, stranger, SENSE)).code).toBe('RATE_LIMITED')
    expect((await post(app.url, at('203.0.113.14', stranger), SENSE)).code).toBeUndefined()
  })
})
