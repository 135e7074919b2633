import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashOf } from '../contract/gate.ts'
import { PERSISTED, serveSample } from './sample-server.fixture.ts'

let sample: Awaited<ReturnType<typeof serveSample>>
beforeAll(async () => {
  sample = await serveSample()
})
afterAll(() => sample.stop())

const post = (body: unknown, { path = '/graphql', type = 'application/json', headers = {} } = {}) =>
  fetch(sample.url + path, {
    method: 'POST',
    headers: { 'content-type': type, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

const asAgent = { headers: { authorization: 'agent' } }
const answer = async (body: unknown, options = {}) => (await post(body, options)).json()

test('a query is answered, with the default of a variable, and closed by security headers', async () => {
  const response = await post(
    { query: 'query($n: Int! = 2) { tickets(first: $n) { edges { node { title } } } }' },
    asAgent,
  )
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({
    data: { tickets: { edges: [{ node: { title: 'T0' } }, { node: { title: 'T1' } }] } },
  })
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(response.headers.get('strict-transport-security')).toBeTruthy()
})

test('refusals carry their code, and what must not be known stays an incident in the log', async () => {
  const anonymous = await answer({ query: '{ tickets { edges { node { id } } } }' })
  expect(anonymous.errors[0].extensions).toEqual({ code: 'UNAUTHENTICATED' })
  const text = JSON.stringify(await answer({ query: '{ broken }' }))
  expect(text).not.toContain('hunter2')
  expect(JSON.parse(text).errors[0].extensions).toMatchObject({
    code: 'INTERNAL',
    incidentId: expect.any(String),
  })
  expect(String(sample.incidents.at(-1)?.error)).toContain('hunter2')
})

test('no suggestions, no introspection, no stack', async () => {
  const typo = await answer({ query: '{ pinng }' })
  expect(typo.errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED')
  expect(JSON.stringify(typo)).not.toContain('Did you mean')
  expect((await answer({ query: '{ __schema { types { name } } }' })).data).toBeUndefined()
  const variable = await answer(
    { query: 'query($n: Int!) { tickets(first: $n) { edges { node { id } } } }', variables: { n: 'x' } },
    asAgent,
  )
  expect(variable.errors[0].extensions.code).toBe('BAD_USER_INPUT')
})

test('nothing gets around the preflight of browsers', async () => {
  const form = new URLSearchParams({ query: '{ ping }' }).toString()
  for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data']) {
    expect((await post(type === 'text/plain' ? '{"query":"{ ping }"}' : form, { type })).status).toBe(415)
  }
  const get = await fetch(sample.url + '/graphql?query={ping}', {
    headers: { 'apollo-require-preflight': '1' },
  })
  expect(get.status).toBe(405)
})

test('batches, oversized bodies and documents made to hurt are refused', async () => {
  expect((await post(Array(10).fill({ query: '{ ping }' }))).status).toBe(400)
  expect((await post({ query: '{ ping }', variables: { pad: 'x'.repeat(300_000) } })).status).toBe(413)
  const aliases = `{ ${Array.from({ length: 101 }, (_, index) => `a${index}: __typename`).join(' ')} }`
  for (const query of [aliases, `{ __typename ${'@aa'.repeat(10)} }`, '{ dear }']) {
    const { data, errors } = await answer({ query })
    expect([data, errors.length, errors[0].message]).toEqual([undefined, 1, 'The query is too complex.'])
  }
})

test('who may send more does, up to a limit of her own; of all others no more is read, also where it comes in pieces', async () => {
  const padded = (size: number) => JSON.stringify({ query: '{ ping }', variables: { pad: 'x'.repeat(size) } })
  const inPieces = (size: number, headers: Record<string, string>) => fetch(`${sample.url}/graphql`, {
    method: 'POST', headers: { 'content-type': 'application/json', ...headers }, duplex: 'half', body: new Blob([padded(size)]).stream(),
  } as RequestInit).then(({ status }) => status)
  expect((await post(padded(300_000), asAgent)).status).toBe(200)
  expect((await post(padded(1_100_000), asAgent)).status).toBe(413)
  expect((await post(padded(300_000))).status).toBe(413)
  expect(await inPieces(300_000, asAgent.headers)).toBe(200)
  expect(await inPieces(1_000, {})).toBe(200)
  expect(await inPieces(300_000, {})).toBe(413)
})

test('the widget path answers known documents by hash and nothing else', async () => {
  const path = '/widget/graphql'
  const byHash = { extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(PERSISTED) } } }
  expect(await answer(byHash, { path })).toEqual({ data: { ping: 'pong' } })
  expect((await answer({ query: '{ dear }' }, { path })).errors[0].extensions.code).toBe('FORBIDDEN')
  const unknown = { extensions: { persistedQuery: { version: 1, sha256Hash: hashOf('{ dear }') } } }
  expect((await answer(unknown, { path })).errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND')
})

test('the log says which route answered how, and nothing that was sent', async () => {
  await post(
    { query: '{ ping }', variables: { password: 'hunter3' } },
    { headers: { authorization: 'hunter4' } },
  )
  expect(sample.lines.at(-1)).toContain('"route":"/graphql"')
  expect(sample.lines.join()).not.toMatch(/hunter|127\.0\.0\.1/)
})
