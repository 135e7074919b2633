import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newOperation } from '../connectors.fixture.ts'
import { operationDefinition, type TypedOperation } from '../operation/operation.input.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import { restRequest } from './rest-request.ts'

const input = (name: string, isRequired = false) => ({ name, type: 'TEXT' as const, isRequired, description: '' })

function requestOf(typed: Partial<TypedOperation>, values: Parameters<typeof restRequest>[0]['input'], baseUrl = 'https://erp.example.com/api') {
  const operation = operationDefinition(newOperation(typed))
  if (operation instanceof InvalidInput) throw new Error(`${operation.field}: ${operation.message}`)
  return restRequest({ baseUrl, headers: [{ name: 'X-Company', value: '01' }], operation, input: values, idempotencyKey: 'k-1' })
}

const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('..', '.', '%2e%2e', '../../admin', '/etc', '\\..\\', '?x=1', '#x', '@evil.com', '//evil.com', 'a/../b', '\r\nX: 1', '\ud800'))

describe('a request', () => {
  test('stays below the address of its connector, whatever an input holds', () => {
    fc.assert(fc.property(anything, anything, (one, two) => {
      const path = { path: '/accounts/{one}/of/{two}', inputs: [input('one', true), input('two', true)] }
      let url: URL
      try {
        url = requestOf(path, { one, two }).url
      } catch (error) {
        expect(error).toMatchObject({ code: 'BAD_INPUT' })
        return
      }
      expect(url.origin).toBe('https://erp.example.com')
      expect(url.pathname.split('/').slice(0, 3)).toEqual(['', 'api', 'accounts'])
      expect(url.pathname.split('/').length).toBe(6)
      expect([url.search, url.hash, url.username]).toEqual(['', '', ''])
    }))
  })

  test('carries each parameter as it was given', () => {
    fc.assert(fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (one, two) => {
      const { url } = requestOf({ query: [{ name: 'one', value: '{one}' }, { name: 'two', value: '{two}' }], inputs: [input('one'), input('two')] }, { one, two })
      expect(url.searchParams.get('one')).toBe(one.toWellFormed())
      expect(url.searchParams.get('two')).toBe(two.toWellFormed())
      expect([...url.searchParams.keys()]).toEqual(['one', 'two'])
    }))
  })

  test('never has a header that an input made two of', () => {
    fc.assert(fc.property(anything, value => {
      try {
        const { headers } = requestOf({ headers: [{ name: 'X-Reason', value: 'because {one}' }], inputs: [input('one')] }, { one: value })
        expect(headers['x-reason']).not.toMatch(/[\r\n\0]/)
      } catch (error) {
        expect(error).toMatchObject({ code: 'BAD_INPUT' })
      }
    }))
  })

  test('leaves out what was not given, and keeps the kind of what was', () => {
    const typed: Partial<TypedOperation> = {
      method: 'POST', bodyKind: 'JSON', inputs: [input('name'), { ...input('amount'), type: 'NUMBER' }, input('note'), { ...input('lines'), type: 'OBJECT' }],
      query: [{ name: 'note', value: '{note}' }, { name: 'fixed', value: 'yes' }],
      body: [{ name: 'customer.name', value: 'Sra. {name}' }, { name: 'amount', value: '{amount}' }, { name: 'note', value: '{note}' }, { name: 'lines[1].all', value: '{lines}' }, { name: 'urgent', value: false }],
    }
    const { url, headers, body } = requestOf(typed, { name: 'Ana', amount: 12.5, lines: [{ a: 1 }] })
    expect(url.search).toBe('?fixed=yes')
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'x-company': '01' })
    expect(JSON.parse(body!)).toEqual({ customer: { name: 'Sra. Ana' }, amount: 12.5, lines: [null, { all: [{ a: 1 }] }], urgent: false })
  })

  test('may be one input as a whole', () => {
    const { body } = requestOf({ method: 'PUT', bodyKind: 'JSON', inputs: [{ ...input('all'), type: 'OBJECT' }], body: [{ name: '', value: '{all}' }] }, { all: [1, { b: null }] })
    expect(JSON.parse(body!)).toEqual([1, { b: null }])
  })

  test('goes as a form where the operation says so', () => {
    const { headers, body } = requestOf({ method: 'POST', bodyKind: 'FORM', inputs: [input('name'), { ...input('ids'), type: 'OBJECT' }], body: [{ name: 'n', value: '{name}' }, { name: 'id', value: '{ids}' }] }, { name: 'a&b=ñ', ids: ['1', '2'] })
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(new URLSearchParams(body).getAll('id')).toEqual(['1', '2'])
    expect(new URLSearchParams(body).get('n')).toBe('a&b=ñ')
  })

  test('tells the system that it is the same deed, where the system knows what that is', () => {
    expect(requestOf({ method: 'POST', idempotencyHeader: 'Idempotency-Key' }, {}).headers['idempotency-key']).toBe('k-1')
    expect(requestOf({ method: 'POST' }, {}).headers).not.toHaveProperty('idempotency-key')
  })
})

describe('an operation is refused', () => {
  test.each<[string, Partial<TypedOperation>, string]>([
    ['whose path leads to another place', { path: '/a/../../b' }, 'operation.path'],
    ['whose path leads there in disguise', { path: '/a/%2E%2e/b' }, 'operation.path'],
    ['whose path has a question in it', { path: '/a?b=c' }, 'operation.path'],
    ['whose path needs what nobody must give', { path: '/a/{b}', inputs: [input('b')] }, 'operation.path'],
    ['that names an input that there is not', { query: [{ name: 'a', value: '{b}' }] }, 'operation.query.0.value'],
    ['that sets what lets us in', { headers: [{ name: 'Authorization', value: 'x' }] }, 'operation.headers.0.name'],
    ['that sets where it goes', { headers: [{ name: 'Host', value: 'x' }] }, 'operation.headers.0.name'],
    ['that reads and has a body', { bodyKind: 'JSON' }, 'operation.bodyKind'],
    ['that writes and remembers', { method: 'POST', cacheSeconds: 5 }, 'operation.cacheSeconds'],
    ['that leaves a great gap in a list', { method: 'POST', bodyKind: 'JSON', body: [{ name: 'a[999999]', value: 1 }] }, 'operation.body.0.name'],
    ['whose output has no place', { outputs: [{ name: 'a', path: 'b..c', type: 'TEXT', isRequired: false }] }, 'operation.outputs.0.path'],
    ['with two inputs of a name', { inputs: [input('a'), input('a')] }, 'operation.inputs.0.name'],
    ['that may take too long', { timeoutMs: 60_000 }, 'operation.timeoutMs'],
  ])('%s', (_what, typed, field) => {
    expect(operationDefinition(newOperation(typed))).toMatchObject({ code: 'INVALID_INPUT', field })
  })

  test('never where it may be done twice only as is usual for the method', () => {
    expect(operationDefinition(newOperation({ method: 'DELETE' }))).toMatchObject({ isIdempotent: true })
    expect(operationDefinition(newOperation({ method: 'PATCH' }))).toMatchObject({ isIdempotent: false })
    expect(operationDefinition(newOperation({ method: 'POST', isIdempotent: true }))).toMatchObject({ isIdempotent: true })
  })
})
