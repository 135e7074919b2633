import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { WebSocket } from 'ws'
import type { App } from '../src/app.ts'
import { hashOf } from '../src/platform/contract/gate.ts'
import { loadPersistedDocuments } from '../src/platform/contract/persisted.ts'
import { fakeBuilds } from './builds.ts'
import { ANONYMOUS, ask, post, subscribe, type Caller } from './client.ts'
import { Company, PASSWORD } from './company.ts'
import { freePort } from '../src/platform/free-port.ts'
import { useStand } from './stand.ts'

const stand = useStand()
let root: string
let demo: App
let production: App
let company: Company
let owner: Caller
let visitor: Caller

beforeAll(async () => {
  root = await fakeBuilds()
  demo = await stand.open({}, { root })
  const port = await freePort()
  production = await stand.open({
    BOTPRO_MODE: 'production', PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, METRICS_TOKEN: 'the token of the metrics',
  }, { root })
  company = await Company.found(stand.database, demo)
  owner = await company.caller('OWNER')
  visitor = await company.caller('VISITOR')
}, 60_000)
afterAll(() => rm(root, { recursive: true, force: true }))

const repeat = (count: number, part: (index: number) => string) => Array.from({ length: count }, (_, index) => part(index)).join(' ')
const nested = (depth: number): string => (depth ? `contact { conversations(first: 1) { edges { node { ${nested(depth - 1)} } } } }` : 'id')

/** Documents that would cost more than they are worth. */
const TOO_MUCH: Record<string, string> = {
  'too deep': `{ inbox(view: ALL, first: 1) { edges { node { ${nested(6)} } } } }`,
  'far too deep': `{ inbox(view: ALL, first: 1) { edges { node { ${nested(200)} } } } }`,
  'too many aliases': `{ ${repeat(31, index => `a${index}: inboxCounts { all }`)} }`,
  'too many directives': `{ ${repeat(45, () => 'inboxCounts @include(if: true) { all }')} }`,
  'too many directives in one place': `{ inboxCounts ${repeat(5, () => '@include(if: true)')} { all } }`,
  'too many fields': `{ inboxCounts { ${repeat(401, () => 'all')} } }`,
  'too many tokens': `{ inboxCounts { ${repeat(5000, () => 'all')} } }`,
  'too costly': '{ inbox(view: ALL, first: 100) { edges { node { messages(first: 100) { edges { node { id } } } } } } }',
  'too costly by fragments of fragments': `
    query { ...f0 } ${repeat(12, index => `fragment f${index} on Query { today { date } ...f${index + 1} a${index}: today { date } ...f${index + 1} }`)}
    fragment f12 on Query { today { date } }`,
  'too costly by one field': `{ ${repeat(30, index => `a${index}: searchConversations(text: "x", first: 100) { edges { node { conversation { id } } } }`)} }`,
}

async function saidOverSocket(app: App, caller: Caller, query: string, extensions?: Record<string, unknown>) {
  const subscribed = subscribe(app.url, caller, { query, extensions })
  return subscribed.ended
}

describe('what would cost too much is not run', () => {
  for (const [title, query] of Object.entries(TOO_MUCH)) {
    test(`${title}, over HTTP and over a socket`, async () => {
      for (const caller of [owner, visitor]) {
        const answer = await post(demo.url, caller, { query })
        expect(answer.errors.map(({ message, extensions }) => [message, extensions.code])).toEqual([['The query is too complex.', 'BAD_USER_INPUT']])
        expect(answer.data).toBeUndefined()
        expect(await saidOverSocket(demo, caller, query)).toEqual({ code: 'BAD_USER_INPUT' })
      }
    })
  }

  test('also when a variable makes it so', async () => {
    const query = 'query($first: Int!) { inbox(view: ALL, first: $first) { edges { node { messages(first: $first) { edges { node { id } } } } } } }'
    expect((await post(demo.url, owner, { query, variables: { first: 100 } })).code).toBe('BAD_USER_INPUT')
    expect((await post(demo.url, owner, { query, variables: { first: 3 } })).code).toBeUndefined()
    for (const first of [0, -1, 101, 2_147_483_647])
      expect((await post(demo.url, owner, { query: 'query($first: Int!) { contacts(first: $first) { edges { cursor } } }', variables: { first } })).code).toBe('BAD_USER_INPUT')
  })

  test('also fragments that go round in circles', async () => {
    const query = '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }'
    expect((await post(demo.url, owner, { query })).code).toBe('GRAPHQL_VALIDATION_FAILED')
  })

  test('nor is what is simply large', async () => {
    const deep = `{"query":"{ __typename }","variables":{"a":${'['.repeat(60_000)}${']'.repeat(60_000)}}}`
    expect((await post(demo.url, owner, deep)).status).toBeLessThan(500)
    const many = JSON.stringify({ query: '{ __typename }', variables: { list: Array.from({ length: 100_000 }, () => 1) } })
    expect((await post(demo.url, owner, many)).status).toBeLessThan(500)
    expect((await post(demo.url, owner, `{"query":"${' '.repeat(10_000_000)}"}`)).status).toBe(413)
    expect((await post(demo.url, owner, [{ query: '{ __typename }' }, { query: '{ __typename }' }])).code).toBe('BAD_USER_INPUT')
  })

  test('and a hundred passwords in one document are a hundred attempts', async () => {
    const { userId } = await company.member('AGENT')
    const { rows: [{ email }] } = await stand.database.owner.query('select email from app_user where id = $1', [userId])
    const guess = (password: string) => `signIn(input: { email: "${email}", password: "${password}" }) { __typename }`
    const document = `mutation { ${repeat(20, index => `a${index}: ${guess(`falsa ${index}`)}`)} last: ${guess(PASSWORD)} }`
    const kinds = Object.values((await post(demo.url, ANONYMOUS, { query: document })).data).map((one: any) => one.__typename)
    expect(kinds.filter(kind => kind === 'InvalidCredentials').length).toBeLessThanOrEqual(5)
    expect(kinds.slice(5)).toEqual(Array(16).fill('SignInLocked'))
    await stand.database.owner.query('delete from sign_in_failure')
  })
})

describe('an error says no more than it must', () => {
  const MISTAKES = ['{ inboxCount { all } }', '{ inboxCounts { al } }', '{ conversation(ids: 1) { id } }', 'query($a: InboxVieww) { __typename }',
    'mutation { claimConversation(input: { conversation: "x" }) { __typename } }', '{ inbox(view: ALLL) { edges { cursor } } }', '{', '']

  test('it suggests nothing and shows no stack', async () => {
    for (const app of [demo, production]) for (const query of MISTAKES) {
      const { text, errors } = await post(app.url, owner, { query })
      expect(errors.length, query).toBeGreaterThan(0)
      expect(text, query).not.toMatch(/Did you mean|stack|node_modules|\.ts\b|at [A-Z]\w+\./)
    }
    const wrong = await post(demo.url, owner, { query: 'query($view: InboxView!) { inbox(view: $view) { edges { cursor } } }', variables: { view: 'AL' } })
    expect(wrong.text).not.toContain('Did you mean')
    expect(wrong.code).toBe('BAD_USER_INPUT')
  })

  test('the schema is told where people develop, and not in production or to visitors', async () => {
    const query = '{ __schema { types { name } } }'
    expect((await post(demo.url, owner, { query })).data.__schema.types.length).toBeGreaterThan(50)
    expect((await post(production.url, owner, { query })).code).toBe('BAD_USER_INPUT')
    expect((await post(demo.url, visitor, { query })).code).toBe('BAD_USER_INPUT')
    expect(await saidOverSocket(production, owner, query)).toEqual({ code: 'BAD_USER_INPUT' })
    expect((await post(production.url, owner, { query: '{ __type(name: "User") { name } }' })).code).toBe('BAD_USER_INPUT')
  })
})

describe('another site cannot act in the name of whoever is signed in', () => {
  const mutation = { query: 'mutation { changeMyLanguage(language: EN) { id } }' }
  const languageOf = async () => (await ask(demo.url, owner, '{ viewer { user { language } } }')).viewer.user.language

  test('by a form or a request that needs no leave', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain; application/json', '']) {
      const { status, data } = await post(demo.url, owner, mutation, { 'content-type': type })
      expect(status, type).toBeGreaterThanOrEqual(400)
      expect(data, type).toBeUndefined()
    }
    expect(await languageOf()).toBe('ES')
  })

  test('by an address', async () => {
    for (const path of ['/graphql', '/widget/graphql']) for (const query of [mutation.query, '{ viewer { user { name } } }']) {
      const response = await fetch(`${demo.url}${path}?query=${encodeURIComponent(query)}`, { headers: owner.headers })
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
    }
    expect(await languageOf()).toBe('ES')
  })

  test('by asking for leave first', async () => {
    for (const path of ['/graphql', '/widget/graphql', '/files']) {
      const response = await fetch(demo.url + path, {
        method: 'OPTIONS', headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
      })
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  test('by a socket', async () => {
    const opened = (origin?: string) => new Promise(resolve => {
      const socket = new WebSocket(`${demo.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers: { ...owner.headers, ...(origin && { origin }) } })
      socket.on('open', () => { resolve('open'); socket.close() })
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
      socket.on('error', () => {})
    })
    for (const origin of ['https://evil.example', 'null', `${demo.url}.evil.example`, 'file://', demo.url.replace('localhost', 'localhost.evil.example')])
      expect(await opened(origin), origin).toBe(403)
    expect(await opened(demo.url)).toBe('open')
    expect(await opened()).toBe('open')
  })
})

describe('in production the chat’s endpoint', () => {
  const documents = Object.values(loadPersistedDocuments().widget)
  const thread = documents.find(text => text.includes('query VisitorThread'))!
  const known = { persistedQuery: { version: 1, sha256Hash: hashOf(thread) } }

  test('answers documents of our own, by their hash or their text', async () => {
    expect((await post(production.url, visitor, { extensions: known })).data.visitorThread).toBeDefined()
    expect((await post(production.url, visitor, { query: '', extensions: known })).data.visitorThread).toBeDefined()
    expect((await post(production.url, visitor, { query: thread })).data.visitorThread).toBeDefined()
    const events = documents.find(text => text.includes('subscription VisitorEvents'))!
    const subscribed = subscribe(production.url, visitor, { query: '', extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(events) } } })
    await subscribed.saw(event => event.kind === 'READY')
    subscribed.cut()
  })

  test('answers no others', async () => {
    const query = '{ visitorThread { owner } }'
    expect((await post(production.url, visitor, { query })).code).toBe('FORBIDDEN')
    expect((await post(production.url, visitor, { query, extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(query) } } })).code).toBe('FORBIDDEN')
    expect((await post(production.url, visitor, { extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(query) } } })).code).toBe('PERSISTED_QUERY_NOT_FOUND')
    expect((await post(production.url, visitor, { query: `${thread} ` })).code).toBe('FORBIDDEN')
    expect(await saidOverSocket(production, visitor, query)).toEqual({ code: 'FORBIDDEN' })
    expect((await post(demo.url, visitor, { query })).code).toBeUndefined()
  })
})

test('too many requests of one visitor or address are refused for a while, and nobody else is', async () => {
  const tight = await stand.open({ RATE_LIMIT_FACTOR: '0.02' })
  const query = '{ viewer { role } }'
  const limited = async (caller: Caller) => {
    for (let count = 0; ; count++) {
      const answer = await post(tight.url, caller, { query })
      if (answer.code) return { count, ...answer }
    }
  }
  for (const [caller, allowed] of [[visitor, 5], [ANONYMOUS, 24], [await company.key([]), 24]] as const) {
    const { count, code, status, headers, errors } = await limited(caller)
    expect([count, code, status], caller.name).toEqual([allowed, 'RATE_LIMITED', 429])
    expect(Number(headers.get('retry-after'))).toBe(errors[0]!.extensions.retryAfter)
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    if (caller === visitor) expect(await saidOverSocket(tight, caller, '{ visitorThread { owner } }')).toEqual({ code: 'RATE_LIMITED' })
  }
  expect((await post(tight.url, await company.visitor(), { query })).code).toBeUndefined()
  expect((await post(tight.url, owner, { query })).code).toBeUndefined()
})

describe('what browsers are told', () => {
  const headersOf = async (path: string, app: { url: string } = demo) => (await fetch(app.url + path, { redirect: 'manual' })).headers
  const policyOf = async (path: string) => Object.fromEntries((await headersOf(path)).get('content-security-policy')!.split('; ')
    .map(part => [part.slice(0, part.indexOf(' ')), part.slice(part.indexOf(' ') + 1)]))
  const PAGES = ['/', '/admin/', '/admin/members', '/agent/', '/demo/nothing', '/explorer', '/nothing', '/graphql', '/files/x/y', '/healthz', '/widget/loader.js', '/widget/assets/a.js', '/admin/assets/a.js']

  test('every page has a policy that names no foreign host, and is not sniffed', async () => {
    for (const path of [...PAGES, `/widget/chat/${company.world.siteKey}`, '/widget/chat/nothing']) {
      const headers = await headersOf(path)
      const policy = (headers.get('content-security-policy') ?? '').replace(/frame-ancestors [^;]*/, '')
      expect(policy, path).toContain('default-src')
      expect(policy, path).not.toMatch(/https?:|\/\/|\*/)
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('referrer-policy'), path).toBe('strict-origin-when-cross-origin')
      expect(headers.get('x-powered-by'), path).toBeNull()
    }
  })

  test('scripts are ours alone, and never inline, except in the explorer', async () => {
    for (const path of ['/', '/admin/', '/agent/', `/widget/chat/${company.world.siteKey}`]) expect((await policyOf(path))['script-src'], path).toBe("'self'")
  })

  test('only the sites that the channel allows may frame the chat, and nobody anything else', async () => {
    expect((await policyOf(`/widget/chat/${company.world.siteKey}`))['frame-ancestors']).toBe("'self' https://example.com")
    for (const path of PAGES.filter(one => !one.startsWith('/widget/'))) {
      expect((await policyOf(path))['frame-ancestors'], path).toBe("'none'")
      expect((await headersOf(path)).get('x-frame-options'), path).toBe('DENY')
    }
  })

  test('the explorer and the demo’s sites are not there in production', async () => {
    for (const path of ['/explorer', '/demo/banco-guayacan']) expect((await fetch(production.url + path)).status, path).toBe(404)
  })

  test('behind TLS they are to stay there, and the cookie goes nowhere else', async () => {
    const { server } = await stand.open({ PUBLIC_URL: 'https://chat.example.com' })
    const secure = { url: `http://127.0.0.1:${(server.server.address() as AddressInfo).port}` }
    expect((await headersOf('/healthz', secure)).get('strict-transport-security')).toMatch(/max-age=\d{8}/)
    const { userId } = await company.member('AGENT')
    const { rows: [{ email }] } = await stand.database.owner.query('select email from app_user where id = $1', [userId])
    const signIn = (app: { url: string }) => post(app.url, ANONYMOUS, {
      query: 'mutation($input: SignInInput!) { signIn(input: $input) { __typename } }', variables: { input: { email, password: PASSWORD } },
    })
    expect((await signIn(secure)).headers.get('set-cookie')).toMatch(/^__Host-botpro=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
    expect((await signIn(demo)).headers.get('set-cookie')).toMatch(/^botpro=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/)
  })
})

describe('those who watch over it learn', () => {
  test('that it lives and that it can work', async () => {
    expect(await (await fetch(`${demo.url}/healthz`)).json()).toEqual({ ok: true })
    expect(await (await fetch(`${demo.url}/readyz`)).json()).toEqual({ ready: true, checks: { database: 'ok' } })
  })

  test('its figures, if they know the token, and without anybody’s data', async () => {
    expect((await fetch(`${production.url}/metrics`)).status).toBe(404)
    expect((await fetch(`${production.url}/metrics`, { headers: { authorization: 'Bearer wrong' } })).status).toBe(404)
    const response = await fetch(`${production.url}/metrics`, { headers: { authorization: 'Bearer the token of the metrics' } })
    const figures = await response.text()
    expect(figures).toMatch(/graphql_refused_total\{path="\/widget\/graphql"\} \d+/)
    expect(figures).toContain('sockets_open')
    expect(figures).not.toContain(company.tenantId)
  })
})
