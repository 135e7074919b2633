import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { operationDefinition } from '../operation/operation.input.ts'
import { openApiIn, type Part } from './openapi-file.ts'
import { offerOf } from './openapi-offer.ts'

const bank = {
  openapi: '3.0.3', info: { title: 'Banco de prueba', version: '2.1' }, servers: [{ url: 'https://{env}.example.com/v2', variables: { env: { default: 'api' } } }, { url: '/relative' }],
  paths: {
    '/accounts/{account-number}': {
      parameters: [{ name: 'account-number', in: 'path', required: true, schema: { type: 'string' } }],
      get: {
        operationId: 'getAccountByNumber', summary: 'Una cuenta', tags: ['Cuentas'], parameters: [{ $ref: '#/components/parameters/Detail' }, { name: 'Authorization', in: 'header', required: true, schema: { type: 'string' } }],
        responses: { 404: { description: 'no' }, 200: { description: 'ok', content: { 'application/json; charset=utf-8': { schema: { $ref: '#/components/schemas/Account' } } } } },
      },
      delete: { responses: { 204: { description: 'ok' } } },
    },
    '/payments': {
      post: {
        summary: 'Pagar', requestBody: { required: true, content: { 'application/json': { schema: { $ref: '#/components/schemas/Payment' } } } },
        responses: { default: { description: 'x', content: { 'application/json': { schema: { type: 'array', items: { type: 'object', properties: { id: { type: 'integer' } } } } } } } },
      },
    },
    '/upload': { post: { requestBody: { required: true, content: { 'multipart/form-data': { schema: { type: 'object' } } } }, responses: {} } },
    '/outside': { get: { parameters: [{ $ref: 'https://evil.example.com/p.json' }], responses: {} } },
    '/circle': { get: { parameters: [{ $ref: '#/components/parameters/Circle' }], responses: {} } },
  },
  components: {
    parameters: { Detail: { name: 'detail', in: 'query', description: 'Con detalle', schema: { type: 'boolean' } }, Circle: { $ref: '#/components/parameters/Circle' } },
    schemas: {
      Account: { allOf: [{ type: 'object', properties: { number: { type: 'string', example: '001' }, balance: { type: 'object', properties: { amount: { type: 'number' }, currency: { type: 'string', enum: ['DOP', 'USD'] } } } } }, { type: 'object', properties: { movements: { type: 'array', items: { $ref: '#/components/schemas/Account' } }, parent: { $ref: '#/components/schemas/Account' } } }] },
      Payment: { type: 'object', required: ['amount', 'to'], properties: { id: { type: 'integer', readOnly: true }, kind: { const: 'TRANSFER' }, amount: { type: 'number' }, to: { type: 'object', required: ['account'], properties: { account: { type: 'string' }, name: { type: 'string' } } }, when: { type: 'string', format: 'date' } } },
    },
  },
}

const read = (document: object) => JSON.parse(openApiIn(Buffer.from(JSON.stringify(document)))) as Part
const offered = (ref: string) => offerOf(read(bank), []).operations.find(one => one.ref === ref)!

describe('a file of OpenAPI', () => {
  test('is the same in JSON and in YAML', () => {
    expect(JSON.parse(openApiIn(Buffer.from(stringify(bank))))).toEqual(read(bank))
  })

  test('offers its operations, and says what it could not take', () => {
    const offer = offerOf(read(bank), [{ key: 'get-account-by-number', method: 'GET', path: '/accounts/{number}' }])
    expect(offer).toMatchObject({ title: 'Banco de prueba', apiVersion: '2.1', servers: ['https://api.example.com/v2'] })
    expect(offer.operations.map(({ ref, isKnown, operation }) => [ref, operation.key, isKnown])).toEqual([
      ['GET /accounts/{account-number}', 'get-account-by-number-2', true], ['DELETE /accounts/{account-number}', 'delete-accounts-account-number', false], ['POST /payments', 'post-payments', false],
    ])
    expect(offer.problems).toEqual([
      { code: 'BODY_KIND', place: 'POST /upload', message: 'Its body is neither JSON nor a form.' },
      { code: 'LEADS_OUT', place: 'GET /outside', message: 'The $ref “https://evil.example.com/p.json” leads out of the file.' },
      { code: 'CIRCULAR', place: 'GET /circle', message: 'A $ref leads back to itself.' },
    ])
  })

  test('has inputs where it has parameters, and outputs where its answer has values', () => {
    expect(offered('GET /accounts/{account-number}')).toMatchObject({
      tag: 'Cuentas',
      operation: {
        key: 'get-account-by-number', name: 'Una cuenta', path: '/accounts/{accountNumber}', query: [{ name: 'detail', value: '{detail}' }], headers: [],
        inputs: [{ name: 'accountNumber', type: 'TEXT', isRequired: true }, { name: 'detail', type: 'YES_NO', isRequired: false, description: 'Con detalle' }],
        outputs: expect.arrayContaining([{ name: 'balanceAmount', path: 'balance.amount', type: 'NUMBER', isRequired: false }, { name: 'movements', path: 'movements', type: 'LIST', isRequired: false }]),
        sample: expect.objectContaining({ number: '001', balanceAmount: 1, balanceCurrency: 'DOP' }),
      },
    })
  })

  test('has a body whose values are inputs, but for those that only answers have', () => {
    expect(offered('POST /payments').operation).toMatchObject({
      bodyKind: 'JSON',
      body: [{ name: 'kind', value: 'TRANSFER' }, { name: 'amount', value: '{amount}' }, { name: 'to.account', value: '{toAccount}' }, { name: 'to.name', value: '{toName}' }, { name: 'when', value: '{when}' }],
      inputs: [{ name: 'amount', type: 'NUMBER', isRequired: true }, { name: 'toAccount', isRequired: true }, { name: 'toName', isRequired: false }, { name: 'when', type: 'DATE' }],
      outputs: [{ name: 'items', path: '', type: 'LIST' }], sample: { items: [{ id: 1 }] },
    })
  })

  test('whose schemas are made of themselves says so', () => {
    const circle = { openapi: '3.1.0', info: {}, paths: { '/a': { get: { parameters: [{ name: 'b', in: 'query', schema: { $ref: '#/components/schemas/A' } }], responses: {} } } }, components: { schemas: { A: { allOf: [{ $ref: '#/components/schemas/A' }] } } } }
    expect(offerOf(read(circle), [])).toMatchObject({ operations: [], problems: [{ place: 'GET /a', message: 'A schema is made of too many others, or of itself.' }] })
    const many = { allOf: Array(9).fill({ $ref: '#/components/schemas/A' }) }
    expect(offerOf(read({ ...circle, components: { schemas: { A: many } } }), [])).toMatchObject({ operations: [], problems: [{ place: 'GET /a' }] })
  })

  test('whose answer goes on without an end is opened as far as anybody reads', () => {
    const endless = Object.fromEntries(Array.from({ length: 40 }, (_none, at) => [`p${at}`, { $ref: '#/components/schemas/A' }]))
    const wide = { openapi: '3.1.0', info: {}, paths: { '/a': { get: { responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/A' } } } } } } } }, components: { schemas: { A: { type: 'object', properties: endless } } } }
    expect(offerOf(read(wide), []).operations[0]?.operation.outputs.length).toBe(60)
  })

  test('gives operations that can be taken as they are, whatever the file says', () => {
    const schema = fc.letrec<{ schema: object }>(tie => ({
      schema: fc.oneof({ depthSize: 'small' },
        fc.record({ type: fc.constantFrom('string', 'number', 'boolean', 'array', 'object', 'null', 7, ['string', 'null']), example: fc.jsonValue(), description: fc.string() }, { requiredKeys: [] }),
        fc.record({ type: fc.constant('object'), required: fc.array(fc.string()), properties: fc.dictionary(fc.string({ unit: 'binary' }), tie('schema'), { maxKeys: 4 }) }, { requiredKeys: ['properties'] }),
        fc.record({ $ref: fc.constantFrom('#/components/schemas/A', '#/nowhere', 'x.json', '#/components/schemas/__proto__') }),
        fc.record({ allOf: fc.array(tie('schema'), { maxLength: 3 }) }), fc.constantFrom(null as never, 'x' as never, [] as never)),
    })).schema
    const place = fc.constantFrom('query', 'header', 'path', 'cookie', 'elsewhere')
    const operation = fc.record({
      operationId: fc.string({ unit: 'binary' }), summary: fc.string({ unit: 'binary' }), tags: fc.oneof(fc.array(fc.string()), fc.string()),
      parameters: fc.array(fc.record({ name: fc.string({ unit: 'binary' }), in: place, required: fc.boolean(), schema }), { maxLength: 3 }),
      requestBody: fc.record({ content: fc.record({ 'application/json': fc.record({ schema }) }) }), responses: fc.record({ 200: fc.record({ content: fc.record({ 'application/json': fc.record({ schema }) }) }) }),
    }, { requiredKeys: [] })
    const paths = fc.dictionary(fc.oneof(fc.constantFrom('/a', '/a/{b}', '/{', '/../x', 'x'), fc.string().map(text => `/${text}`)), fc.record({ get: operation, post: operation }, { requiredKeys: [] }), { maxKeys: 3 })
    fc.assert(fc.property(paths, schema, (all, A) => {
      const { operations } = offerOf(read({ openapi: '3.1.0', info: { title: 'x', version: '1' }, paths: all, components: { schemas: { A } } }), [])
      for (const { operation: offer } of operations) expect(operationDefinition(offer)).toMatchObject({ method: offer.method })
      expect(new Set(operations.map(one => one.operation.key)).size).toBe(operations.length)
    }), { numRuns: 60 })
  })

  test.each<[string, string, string]>([
    ['of Swagger 2', '{"swagger": "2.0"}', 'Swagger 2'], ['of another version', '{"openapi": "4.0.0"}', 'OpenAPI 3.0 or 3.1'], ['that is none', 'hola', 'neither JSON nor YAML'], ['with broken JSON', '{"openapi": ', 'cannot be read'],
    ['that is nested too deeply', `{"openapi": "3.0.0", "x": ${'['.repeat(70)}${']'.repeat(70)}}`, 'nested'],
    ['that grows as it is read', `openapi: 3.0.0\na: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghi'.split('').map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(', ')}]`).join('\n')}`, 'cannot be read'],
    ['that contains itself', 'openapi: 3.0.0\na: &a\n  b: *a\n', 'nested'], ['that is too large', `openapi: 3.0.0\nx: ${'y'.repeat(1_000_001)}`, 'At most'],
  ])('is refused %s', (_what, text, message) => {
    expect(() => openApiIn(Buffer.from(text))).toThrow(message)
  })
})
