import { describe, expect, test } from 'vitest'
import { charge, chargeUpload, mayReadMetrics, rateLimits, visibilityOf } from './access.ts'
import type { Actor } from './platform/actor.ts'

const visitor = (externalId: string, address = '203.0.113.7'): Actor => ({
  kind: 'VISITOR', tenantId: 't', channelAccountId: 'c', externalId, verified: false, language: 'ES', claims: {}, address,
  pass: { origin: 'https://example.com' },
})
const member = (sessionId: string): Actor =>
  ({ kind: 'MEMBER', userId: 'u', memberId: 'm', tenantId: 't', role: 'AGENT', sessionId })
const key = (...scopes: string[]): Actor => ({ kind: 'API_KEY', keyId: scopes.join(), tenantId: 't', scopes })

describe('an allowance', () => {
  test('is not renewed by coming as another visitor from the same address', async () => {
    const limits = rateLimits(0.01)
    for (let n = 0; n < 48; n++) await charge(limits, visitor(`visitor:${n}`))
    await expect(charge(limits, visitor('visitor:new'))).rejects.toMatchObject({ code: 'RATE_LIMITED' })
    await charge(limits, visitor('visitor:new', '203.0.113.8'))
  })

  test('of an application’s token is one for all whom it let in, from wherever they come', async () => {
    const limits = rateLimits(0.001)
    const user = (n: number, appTokenId = 'token'): Actor => ({ ...visitor(`visitor:${n}`, `203.0.113.${n}`), pass: { appTokenId } } as Actor)
    for (let n = 0; n < 24; n++) await charge(limits, user(n))
    await expect(charge(limits, user(24))).rejects.toMatchObject({ code: 'RATE_LIMITED' })
    await charge(limits, user(25, 'another'))
  })

  test('of files is one for all visitors behind an address, and goes by what they weigh', async () => {
    const limits = rateLimits(0.05)
    const megabytes = (count: number) => String(count * 1024 ** 2)
    const send = (n: number, length?: string, address?: string) => chargeUpload(limits, visitor(`visitor:${n}`, address), length)
    for (const [n, length] of [megabytes(10), undefined, megabytes(400), megabytes(9.5), megabytes(9)].entries()) await send(n, length)
    await expect(send(5, megabytes(2))).rejects.toMatchObject({ code: 'RATE_LIMITED' })
    await send(6, megabytes(2), '203.0.113.8')
  })

  test('is not renewed by coming from another address of the same network', async () => {
    const limits = rateLimits(0.01)
    const stranger = (n: number): Actor => ({ kind: 'ANONYMOUS', locale: '', address: `2001:db8:1:2::${n}` })
    for (let n = 0; n < 12; n++) await charge(limits, stranger(n))
    await expect(charge(limits, stranger(99))).rejects.toMatchObject({ code: 'RATE_LIMITED' })
    for (let n = 0; n < 48; n++) await charge(limits, visitor(`visitor:${n}`, `2001:db8:1:3::${n}`))
    await expect(charge(limits, visitor('visitor:new', '2001:db8:1:3::99'))).rejects.toMatchObject({ code: 'RATE_LIMITED' })
  })

  test('is one for all sessions of a person', async () => {
    const limits = rateLimits(0.01)
    for (let n = 0; n < 18; n++) await charge(limits, member(`session ${n}`))
    await expect(charge(limits, member('another'))).rejects.toMatchObject({ code: 'RATE_LIMITED' })
  })
})

test('keys share the execution of an event only when they may see the same of it', () => {
  expect(visibilityOf(key('CONVERSATIONS_READ', 'CONTACTS_READ'))).toBe(visibilityOf(key('CONTACTS_READ', 'CONVERSATIONS_READ')))
  expect(visibilityOf(key('CONVERSATIONS_READ'))).not.toBe(visibilityOf(key('CONTACTS_READ', 'CONVERSATIONS_READ')))
})

describe('metrics', () => {
  test('are for this machine alone while there is no token, not for whom a proxy on it brings', () => {
    expect(mayReadMetrics(undefined, { headers: {}, ip: '127.0.0.1' })).toBe(true)
    expect(mayReadMetrics(undefined, { headers: { 'x-forwarded-for': '203.0.113.7' }, ip: '127.0.0.1' })).toBe(false)
    expect(mayReadMetrics(undefined, { headers: {}, ip: '203.0.113.7' })).toBe(false)
  })

  test('with a token are for whoever knows it', () => {
    expect(mayReadMetrics('secret', { headers: { authorization: 'Bearer secret' }, ip: '203.0.113.7' })).toBe(true)
    expect(mayReadMetrics('secret', { headers: {}, ip: '127.0.0.1' })).toBe(false)
  })
})
