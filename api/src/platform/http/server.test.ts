import { expect, test } from 'vitest'
import { addressOf } from './address.ts'
import { mountExplorer } from './explorer.ts'
import { Health } from './health.ts'
import { Metrics } from './metrics.ts'
import { RateLimits } from './rate-limit.ts'
import { securityHeaders } from './security-headers.ts'
import { createLogger, createServer } from './server.ts'

const logger = createLogger({ level: 'silent' })
const serve = (options = {}) => createServer({ logger, security: { secure: false }, ...options })

test('the process is well while it answers, and ready only while everything it needs is', async () => {
  let broken = false
  const health = new Health({
    database: async () => {
      if (broken) throw new Error('away')
    },
  })
  const server = serve()
  health.mount(server)
  expect((await server.inject('/readyz')).statusCode).toBe(200)
  broken = true
  expect((await server.inject('/readyz')).json()).toEqual({ ready: false, checks: { database: 'failing' } })
  broken = false
  health.leave()
  expect((await server.inject('/readyz')).statusCode).toBe(503)
  expect((await server.inject('/healthz')).statusCode).toBe(200)
})

test('figures are counted by route and operation, and shown only to those who may read them', async () => {
  const metrics = new Metrics()
  const server = serve({ onAnswered: metrics.answered.bind(metrics) })
  metrics.mount(server, ({ headers }) => headers['x-inside'] === 'yes')
  metrics.watch('sockets_open', 'Open sockets', () => 3)
  metrics.operationEnded({ name: 'Inbox', type: 'query', failed: false, seconds: 0.01 })
  expect((await server.inject('/metrics')).statusCode).toBe(404)
  const { body } = await server.inject({ url: '/metrics', headers: { 'x-inside': 'yes' } })
  expect(body).toContain('sockets_open 3')
  expect(body).toContain('graphql_operation_seconds_count{name="Inbox"')
  expect(body).toContain('http_request_seconds_count{method="GET",route="/metrics",status="404"}')
})

test('the explorer comes whole, and only its page may run inlined scripts', async () => {
  const server = serve()
  mountExplorer(server, { endpoint: '/graphql' })
  const page = await server.inject('/explorer')
  expect(page.body).toContain('/graphql')
  expect(page.body).not.toMatch(/<(script|link)[^>]+(src|href)="http/)
  expect(page.headers['content-security-policy']).toContain("connect-src 'self'")
  expect(securityHeaders('app', { secure: true })['content-security-policy']).toContain("script-src 'self';")
})

test('an address that cannot be read is answered like any other, and noted', async () => {
  const answered: unknown[] = []
  const server = serve({ onAnswered: ({ route, status }: { route: string; status: number }) => answered.push([route, status]) })
  server.get('/pages/:key', async () => 'here')
  for (const [url, status] of [['/%ff', 400], [`/pages/${'a'.repeat(600)}`, 414]] as const) {
    const answer = await server.inject(url)
    expect(answer.statusCode).toBe(status)
    expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-request-id': expect.any(String) })
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    expect(answer.json()).toEqual({ error: 'Bad Request', requestId: answer.headers['x-request-id'] })
  }
  expect(answered).toEqual([['unknown', 400], ['unknown', 414]])
})

test('the chat may be framed by the pages named for it, everything else by nobody', () => {
  const frame = securityHeaders('frame', { secure: true, frameAncestors: ['https://shop.example'] })
  expect(frame['content-security-policy']).toContain('frame-ancestors https://shop.example')
  expect(frame['x-frame-options']).toBeUndefined()
  expect(securityHeaders('app', { secure: true })['x-frame-options']).toBe('DENY')
})

test('who takes too much is told when to come back', async () => {
  const limits = new RateLimits({ allowances: { address: { points: 2, seconds: 60 } } })
  await limits.take('address', '::1', 2)
  await expect(limits.take('address', '::1')).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfter: 60 })
  await expect(limits.take('address', '::2')).resolves.toBeUndefined()
  await limits.forget('address', '::1')
  await expect(limits.take('address', '::1')).resolves.toBeUndefined()
})

test('an address is believed only as far as our own proxies wrote it', () => {
  const from = (forwarded: string, proxies: number) =>
    addressOf(
      { headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress: '10.0.0.1' } } as never,
      proxies,
    )
  expect(from('6.6.6.6', 0)).toBe('10.0.0.1')
  expect(from('6.6.6.6, 1.2.3.4', 1)).toBe('1.2.3.4')
  expect(from('6.6.6.6, 1.2.3.4, 10.0.0.2', 2)).toBe('1.2.3.4')
})
