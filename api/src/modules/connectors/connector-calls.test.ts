import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../test/harness.ts'
import { entities } from '../../modules.ts'
import { hostileNames, hostileUrls } from '../../platform/outside/hostile-urls.fixture.ts'
import { Outside } from '../../platform/outside/outside.ts'
import { Sealer } from '../../platform/crypto.ts'
import { Workshop, sealer, type WorkshopOptions } from './connectors.fixture.ts'
import { secretsContext } from './connector/connector-auth.ts'
import { AccessTokens } from './rest/access-tokens.ts'
import { RestSystem } from './rest/rest-system.ts'
import { newOperation } from './connectors.fixture.ts'
import { operationDefinition, type TypedOperation } from './operation/operation.input.ts'
import { Authority, SystemDouble, type Behaviour } from './system-double.fixture.ts'

const database = useDatabase({ entities })
let system: SystemDouble
let elsewhere: SystemDouble

beforeAll(async () => {
  system = await new SystemDouble().listen()
  elsewhere = await new SystemDouble().listen()
})
afterAll(() => Promise.all([system.close(), elsewhere.close()]))
beforeEach(() => {
  for (const each of [system, elsewhere]) each.received.length = 0
  system.behave = () => ({ body: { data: { balance: 731.25 } } })
})

const open = (options: WorkshopOptions = {}) =>
  Workshop.open(database, { allow: [`127.0.0.1:${system.port}`, `127.0.0.1:${elsewhere.port}`], ...options })

/** A tenant whose connector has one operation. */
async function connected(operation: Partial<TypedOperation> = {}, options: WorkshopOptions = {}): Promise<Workshop> {
  const workshop = await open(options)
  await workshop.connect({ baseUrl: system.url }, operation)
  return workshop
}

const balance: Partial<TypedOperation> = {
  path: '/accounts/{number}/balance', inputs: [{ name: 'number', type: 'TEXT', isRequired: true, description: '' }],
  outputs: [{ name: 'balance', path: 'data.balance', type: 'NUMBER', isRequired: true }, { name: 'currency', path: 'data.currency', type: 'TEXT', isRequired: false }],
}

describe('a call', () => {
  test('brings what the operation says, and is written down without a word of it', async () => {
    const workshop = await connected(balance)
    expect(await workshop.call('read', { number: '40212345678' })).toMatchObject({ ok: true, data: { balance: 731.25, currency: null } })
    expect(system.last).toMatchObject({ method: 'GET', path: '/accounts/40212345678/balance' })
    const { rows } = await database.owner.query('select * from connector_call where tenant_id = $1', [workshop.world.tenantId])
    expect(rows).toMatchObject([{ operation: 'read', code: 'OK', attempts: 1, is_test: false }])
    expect(JSON.stringify(rows)).not.toMatch(/40212345678|731\.25/)
  })

  test.each<[string, Behaviour, object]>([
    ['is NOT_FOUND where there is no such thing', () => ({ status: 404 }), { code: 'NOT_FOUND', status: 404 }],
    ['is NOT_FOUND where another status means the same', () => ({ status: 410 }), { code: 'NOT_FOUND', status: 410 }],
    ['is REFUSED where the system will not', () => ({ status: 422, body: { secret: 'x' } }), { code: 'REFUSED', status: 422 }],
    ['is FAILED where the system fails', () => ({ status: 500 }), { code: 'FAILED', status: 500 }],
    ['is BAD_ANSWER where HTML comes for JSON', () => ({ headers: { 'content-type': 'text/html' }, body: '<html>Hola</html>' }), { code: 'BAD_ANSWER', status: 200, message: 'It sent text/html, which is not JSON.' }],
    ['is BAD_ANSWER where the JSON is broken', () => ({ body: '{"data": {' }), { code: 'BAD_ANSWER', status: 200 }],
    ['is BAD_ANSWER where something is missing that must be there', () => ({ body: { data: {} } }), { code: 'BAD_ANSWER', message: 'The answer has nothing at “data.balance”.' }],
    ['is BAD_ANSWER where there is more than an answer can be', () => ({ body: { data: 'x'.repeat(20_000) } }), { code: 'BAD_ANSWER' }],
    ['is UNREACHABLE where the answer is cut off', (_received, response) => { response.writeHead(200, { 'content-length': 100 }).write('{'); setTimeout(() => response.destroy(), 10); return undefined }, { code: 'UNREACHABLE' }],
    ['is TIMEOUT where no answer comes', () => undefined, { code: 'TIMEOUT' }],
    ['is TIMEOUT where the answer drips', (_received, response) => { response.writeHead(200); const drip = setInterval(() => response.write(' '), 20); response.on('close', () => clearInterval(drip)); return undefined }, { code: 'TIMEOUT' }],
  ])('%s', async (_what, behave, expected) => {
    const workshop = await connected({ ...balance, notFoundStatuses: [404, 410], timeoutMs: 500 })
    system.behave = behave
    expect(await workshop.call('read', { number: '1' })).toMatchObject({ ok: false, ...expected })
    expect(workshop.errors).toEqual([])
  })

  test.each([
    ['nothing', {}, 'The input “number” is missing.'], ['an object', { number: { a: 1 } }, 'The input “number” is not of the kind TEXT.'],
    ['the way up', { number: '..' }, 'An input would lead to another place of the system.'],
  ])('is BAD_INPUT where %s is given for a text, and nothing is sent', async (_what, input, message) => {
    const workshop = await connected(balance)
    expect(await workshop.call('read', input)).toMatchObject({ ok: false, code: 'BAD_INPUT', message })
    expect(system.received).toEqual([])
  })

  test('is NO_CONNECTOR where there is none, or no such operation', async () => {
    const workshop = await connected(balance)
    expect(await workshop.call('write')).toMatchObject({ ok: false, code: 'NO_CONNECTOR' })
    expect(await workshop.call('read', {}, { connector: 'crm' })).toMatchObject({ ok: false, code: 'NO_CONNECTOR' })
  })

  test('is UNREACHABLE where nothing listens', async () => {
    const gone = await new SystemDouble().listen()
    const workshop = await open({ allow: [`127.0.0.1:${gone.port}`] })
    await workshop.connect({ baseUrl: gone.url }, { method: 'POST' })
    await gone.close()
    expect(await workshop.call('read')).toMatchObject({ ok: false, code: 'UNREACHABLE', message: 'The system: nothing listens at its address.' })
  })

  test('ends when whoever asked leaves', async () => {
    const workshop = await connected({ retries: 3 })
    system.behave = () => undefined
    const leaving = new AbortController()
    const call = workshop.call('read', {}, { signal: leaving.signal })
    await expect.poll(() => system.received.length).toBe(1)
    leaving.abort()
    expect(await call).toMatchObject({ ok: false, code: 'TIMEOUT' })
    expect(system.received.length).toBe(1)
  })
})

describe('what must not be done twice', () => {
  const order: Partial<TypedOperation> = { method: 'POST', path: '/orders', retries: 3, timeoutMs: 500 }

  test('is tried once, and UNKNOWN where it may have been done', async () => {
    const workshop = await connected(order)
    for (const behave of [() => undefined, () => ({ status: 504 }), (_received: unknown, response: { destroy(): void }) => void response.destroy()] as Behaviour[]) {
      system.behave = behave
      system.received.length = 0
      expect(await workshop.call('read')).toMatchObject({ ok: false, code: 'UNKNOWN', attempts: 1 })
      expect(system.received.length).toBe(1)
    }
  })

  test('is tried again, under the same key, where the system knows what that means', async () => {
    const workshop = await connected({ ...order, idempotencyHeader: 'Idempotency-Key' })
    system.behave = () => (system.received.length < 3 ? { status: 503 } : { status: 201, body: { id: 7 } })
    expect(await workshop.call('read')).toMatchObject({ ok: true, data: { id: 7 }, attempts: 3 })
    expect(system.received.map(({ headers }) => headers['idempotency-key'])).toEqual(['una-vez', 'una-vez', 'una-vez'])
  })

  test('is not sent on to another place', async () => {
    const workshop = await connected(order)
    system.behave = () => ({ status: 307, headers: { location: `${elsewhere.url}/orders` } })
    expect(await workshop.call('read')).toMatchObject({ ok: false, code: 'REDIRECTED', status: 307 })
    expect(elsewhere.received).toEqual([])
  })
})

describe('what only reads', () => {
  test('is tried again as long as there is time, and not longer', async () => {
    const workshop = await connected({ retries: 3 })
    system.behave = () => ({ status: 502 })
    expect(await workshop.call('read')).toMatchObject({ ok: false, code: 'FAILED', attempts: 4 })
    expect(await workshop.call('read', {}, { budgetMs: 300 })).toMatchObject({ ok: false, code: 'FAILED', attempts: 2 })
    system.behave = () => ({ status: 429, headers: { 'retry-after': '3600' } })
    expect(await workshop.call('read')).toMatchObject({ ok: false, code: 'REFUSED', status: 429, attempts: 1 })
  })

  test('is remembered for as long as the operation says, for the same question of the same tenant', async () => {
    let now = 1000
    const perf = { now: () => now }
    const workshop = await connected({ ...balance, cacheSeconds: 60 }, { perf })
    const neighbour = await connected({ ...balance, cacheSeconds: 60 }, { perf })
    await workshop.call('read', { number: '1' })
    expect(await workshop.call('read', { number: 1, extra: 'x' })).toMatchObject({ ok: true, data: { balance: 731.25 }, attempts: 0 })
    expect(system.received.length).toBe(1)
    await workshop.call('read', { number: '2' })
    await neighbour.call('read', { number: '1' })
    expect(system.received.length).toBe(3)
    now += 61_000
    expect(await workshop.call('read', { number: '1' })).toMatchObject({ ok: true, attempts: 1 })
  })

  test('is remembered only where it went well, and nobody changes what is remembered', async () => {
    const workshop = await connected({ cacheSeconds: 60 })
    system.behave = () => ({ status: 404 })
    await workshop.call('read')
    system.behave = () => ({ body: { list: [1] } })
    const first = await workshop.call('read')
    if (first.ok) (first.data as { list: number[] }).list.push(2)
    expect(await workshop.call('read')).toMatchObject({ ok: true, data: { list: [1] }, attempts: 0 })
  })

  test.each([301, 302, 303, 307, 308])('is led nowhere by a %i, not inside its own place either, and it is said which address to write', async status => {
    const workshop = await open()
    await workshop.connect({ baseUrl: system.url, auth: { kind: 'API_KEY', keyName: 'X-Key', secrets: [{ secret: 'API_KEY', value: 'clave-secreta' }] } }, {})
    system.behave = () => ({ status, headers: { location: '/moved/clave-secreta?token=abc' } })
    expect(await workshop.call('read')).toMatchObject({ ok: false, code: 'REDIRECTED', status, message: expect.stringMatching(/^The system answers with a redirect to http:\/\/127\.0\.0\.1:\d+\/moved\/[^ca]*; write that address\.$/) })
    system.behave = () => ({ status, headers: { location: `${elsewhere.url}/moved` } })
    expect(await workshop.call('read')).toMatchObject({ ok: false, code: 'REDIRECTED', message: `The system answers with a redirect to ${elsewhere.url}/moved; write that address.` })
    expect([system.received.map(({ path }) => path), elsewhere.received]).toEqual([['/things', '/things'], []])
  })
})

test('a system that fails again and again is not asked for a while, and whoever mends the connector need not wait', async () => {
  const workshop = await connected({}, { circuits: { failures: 2, restMs: 60_000 } })
  system.behave = () => ({ status: 500 })
  await workshop.call('read')
  await workshop.call('read')
  expect(await workshop.call('read')).toMatchObject({ ok: false, code: 'OPEN' })
  expect(system.received.length).toBe(2)
  system.behave = () => ({ body: {} })
  const { world, connectors } = workshop
  const { rows: [{ id, version }] } = await database.owner.query('select id, version from connector where tenant_id = $1', [world.tenantId])
  const typed = { connectorId: id, version, name: 'ERP', description: '', kind: 'REST' as const, baseUrl: system.url, headers: [], auth: { kind: 'NONE' as const } }
  expect(await world.as(await world.member('ADMIN'), unit => connectors.change(unit, typed))).toBe(id)
  expect(await workshop.call('read')).toMatchObject({ ok: true })
})

describe('we are let in', () => {
  async function sentWith(auth: Parameters<Workshop['connect']>[0]['auth']) {
    const workshop = await open()
    await workshop.connect({ baseUrl: system.url, auth }, {})
    expect(await workshop.call('read')).toMatchObject({ ok: true })
    return system.last
  }

  test('by name and password', async () => {
    const { headers } = await sentWith({ kind: 'BASIC', username: 'bot', secrets: [{ secret: 'PASSWORD', value: 'contraseña: ñ' }] })
    expect(Buffer.from(headers.authorization!.slice(6), 'base64').toString()).toBe('bot:contraseña: ñ')
  })

  test('by a token', async () => {
    expect((await sentWith({ kind: 'BEARER', secrets: [{ secret: 'TOKEN', value: 'tok-123456' }] })).headers.authorization).toBe('Bearer tok-123456')
  })

  test('by a key in a header, or in a parameter', async () => {
    expect((await sentWith({ kind: 'API_KEY', keyName: 'X-Key', secrets: [{ secret: 'API_KEY', value: 'k-123456' }] })).headers['x-key']).toBe('k-123456')
    expect((await sentWith({ kind: 'API_KEY', keyName: 'key', keyPlace: 'QUERY', secrets: [{ secret: 'API_KEY', value: 'k&1=2' }] })).query.get('key')).toBe('k&1=2')
  })

  test('by a certificate, and believe the authority that the company named', async () => {
    const authority = await Authority.found()
    const secure = await new SystemDouble({ ...await authority.issue('erp'), ca: authority.pem, requestCert: true }).listen()
    const ours = await authority.issue('botpro')
    const workshop = await open({ allow: [`127.0.0.1:${secure.port}`] })
    const secrets = [{ secret: 'CERTIFICATE' as const, value: ours.cert }, { secret: 'PRIVATE_KEY' as const, value: ours.key }, { secret: 'AUTHORITY' as const, value: authority.pem }]
    await workshop.connect({ baseUrl: secure.url, auth: { kind: 'MTLS', secrets } }, {})
    await workshop.connect({ key: 'stranger', baseUrl: secure.url, auth: { kind: 'MTLS', secrets: secrets.slice(0, 2) } }, {})
    await workshop.connect({ key: 'nobody', baseUrl: secure.url, auth: { kind: 'NONE', secrets: secrets.slice(2) } }, {})
    expect(await workshop.call('read')).toMatchObject({ ok: true })
    expect(secure.last.client).toBe('botpro')
    expect(await workshop.call('read', {}, { connector: 'stranger' })).toMatchObject({ ok: false, code: 'UNREACHABLE', message: 'The system: its certificate is not one that we believe.' })
    expect(await workshop.call('read', {}, { connector: 'nobody' })).toMatchObject({ ok: false, code: 'UNREACHABLE' })
    expect(secure.received.length).toBe(1)
    await secure.close()
  })
})

describe('a token by client credentials', () => {
  let now: number
  let given: number

  beforeEach(() => {
    now = 0
    given = 0
    elsewhere.behave = () => ({ body: { access_token: `token-${++given}`, token_type: 'bearer', expires_in: 600 } })
  })

  async function opened(more: object = {}) {
    const workshop = await open({ perf: { now: () => now } })
    const auth = { kind: 'OAUTH2_CLIENT_CREDENTIALS' as const, tokenUrl: `${elsewhere.url}/token`, clientId: 'bot:pro', scope: 'read write', secrets: [{ secret: 'CLIENT_SECRET' as const, value: 'muy+secreto' }], ...more }
    await workshop.connect({ baseUrl: system.url, auth }, {}, { key: 'write', method: 'POST' })
    return workshop
  }

  test('is got once for all who need it, and anew before it ends', async () => {
    const workshop = await opened()
    await Promise.all([1, 2, 3].map(() => workshop.call('read')))
    expect(system.received.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-1', 'Bearer token-1'])
    expect(elsewhere.received.length).toBe(1)
    expect(new URLSearchParams(elsewhere.last.body)).toEqual(new URLSearchParams({ grant_type: 'client_credentials', scope: 'read write' }))
    expect(Buffer.from(elsewhere.last.headers.authorization!.slice(6), 'base64').toString()).toBe('bot%3Apro:muy%2Bsecreto')
    now = 530_000
    await workshop.call('read')
    expect(given).toBe(1)
    now = 550_000
    await workshop.call('read')
    expect(system.last.headers.authorization).toBe('Bearer token-2')
  })

  test('is got anew, once, where the system does not take it any more, also for what must not be done twice', async () => {
    const workshop = await opened({ clientPlace: 'BODY' })
    system.behave = ({ headers }) => (headers.authorization === 'Bearer token-1' ? { status: 401 } : { body: { done: true } })
    expect(await workshop.call('write')).toMatchObject({ ok: true, data: { done: true } })
    expect(new URLSearchParams(elsewhere.last.body).get('client_secret')).toBe('muy+secreto')
    system.behave = () => ({ status: 401 })
    system.received.length = 0
    expect(await workshop.call('write')).toMatchObject({ ok: false, code: 'REFUSED', status: 401 })
    expect(system.received.length).toBe(2)
  })

  test.each<[string, Behaviour, string]>([
    ['refuses', () => ({ status: 401, body: { error: 'invalid_client', error_description: 'muy+secreto' } }), 'REFUSED'],
    ['fails', () => ({ status: 500 }), 'FAILED'], ['sends none', () => ({ body: { token: 'x' } }), 'BAD_ANSWER'], ['sends HTML', () => ({ body: '<html>' }), 'BAD_ANSWER'],
    ['sends one that would be two headers', () => ({ body: { access_token: 'x\r\nX-Evil: 1' } }), 'BAD_ANSWER'],
  ])('that is not there because its server %s ends the call before anything is done', async (_what, behave, code) => {
    const workshop = await opened()
    elsewhere.behave = behave
    const result = await workshop.call('write')
    expect(result).toMatchObject({ ok: false, code })
    expect(JSON.stringify(result)).not.toContain('secreto')
    expect(system.received).toEqual([])
  })
})

test('no address of our own network is connected to, by the system’s address or by the token server’s', async () => {
  const outside = new Outside({ ports: [system.port], resolve: async host => hostileNames[host] ?? [] })
  const rest = new RestSystem({ outside, tokens: new AccessTokens(outside) })
  const operation = operationDefinition(newOperation({ path: '' }))
  if (!('method' in operation)) throw new Error('unreachable')
  const ask = (baseUrl: string, tokenUrl?: string) => rest.ask({
    connector: {
      id: tokenUrl ?? '', key: 'erp', name: '', version: 1, kind: 'REST', demoSystem: null, baseUrl, headers: [], sealedSecrets: null, archivedAt: null, operations: [],
      auth: tokenUrl ? { kind: 'OAUTH2_CLIENT_CREDENTIALS', tokenUrl, clientId: 'x', secrets: [] } : { kind: 'NONE', secrets: [] },
    },
    secrets: {}, operation, input: {}, idempotencyKey: 'x', timeoutMs: 2000,
  })
  for (const each of hostileUrls) {
    const url = each.replaceAll('PORT', String(system.port))
    if (URL.canParse(url)) await expect(ask(url), url).rejects.toThrow()
    await expect(ask('https://erp.example.com', url), url).rejects.toThrow()
  }
  expect(system.received).toEqual([])
}, 120_000)

test('secrets that an older key sealed are sealed by the present one when they are used', async () => {
  const old = await open()
  const auth = { kind: 'BEARER' as const, secrets: [{ secret: 'TOKEN' as const, value: 'tok-123456' }] }
  const id = await old.connect({ baseUrl: system.url, auth }, {})
  const rotated = new Sealer([{ id: 'k2', secret: 'otro secreto de treinta y dos caracteres' }, { id: 'k1', secret: (await import('../../../test/harness-server.ts')).SECRET }])
  const present = await Workshop.open(database, { allow: [`127.0.0.1:${system.port}`], sealer: rotated }, old.world)
  expect(await present.call('read')).toMatchObject({ ok: true })
  const { rows: [{ sealed_secrets: sealed }] } = await database.owner.query('select sealed_secrets from connector where id = $1', [id])
  expect(rotated.isStale(sealed)).toBe(false)
  expect(JSON.parse(rotated.open(sealed, secretsContext(id)))).toEqual({ TOKEN: 'tok-123456' })
  expect(() => sealer.open(sealed, secretsContext(id))).toThrow()
})

describe('a demo system', () => {
  test('is played here, under the connector’s own key, and can refuse', async () => {
    const workshop = await open()
    await workshop.connect({ kind: 'DEMO', demoSystem: 'echo' })
    expect(await workshop.call('say', { text: 'hola', times: '2' })).toMatchObject({ ok: true, data: { said: 'holahola' }, attempts: 1 })
    expect(await workshop.call('say', { text: 'missing' })).toMatchObject({ ok: false, code: 'NOT_FOUND', status: 404, message: 'Nobody said so.' })
    expect(await workshop.call('say', {})).toMatchObject({ ok: false, code: 'BAD_INPUT' })
    expect(await workshop.call('constructor', {})).toMatchObject({ ok: false, code: 'NO_CONNECTOR' })
    expect(workshop.errors).toEqual([])
    expect(await workshop.call('say', { text: 'broken' })).toMatchObject({ ok: false, code: 'FAILED', message: 'Something of ours failed.' })
    expect(workshop.errors).toMatchObject([{ message: 'The echo is broken.' }])
  })
})
