import { buildSchema, getOperationAST, parse } from 'graphql'
import { expect, test } from 'vitest'
import { costOf } from './budget.ts'
import { Gate, hashOf, Refused, type GateOptions, type OperationRequest } from './gate.ts'
import { sampleSdl } from './sample.fixture.ts'

const schema = buildSchema(sampleSdl)
const gate = (options: Partial<GateOptions> = {}) => new Gate({ schema, ...options })

const codeOf = (request: OperationRequest | string, options?: Partial<GateOptions>) => {
  try {
    gate(options).admit(typeof request === 'string' ? { query: request } : request)
    return 'admitted'
  } catch (error) {
    const [first] = (error as Refused).errors
    return `${first!.extensions['code']}: ${first!.message}`
  }
}

const TOO_COMPLEX = 'BAD_USER_INPUT: The query is too complex.'
const cost = (query: string, variables = {}) =>
  costOf(schema, parse(query), getOperationAST(parse(query))!, variables)

test('a page costs what its size says, from literal, variable or default', () => {
  const page = (first: string) => `query($n: Int! = 7) { tickets${first} { edges { node { id } } } }`
  expect(cost(page('(first: 5)'))).toBe(1 + 5 * 2)
  expect(cost(page('(first: $n)'), { n: 9 })).toBe(1 + 9 * 2)
  expect(cost(page('(first: $n)'))).toBe(1 + 7 * 2)
  expect(cost(page(''))).toBe(1 + 20 * 2)
})

test('lists in lists multiply, and fragments count wherever they are spread', () => {
  expect(cost('{ tickets(first: 5) { edges { node { children { children { id } } } } } }')).toBe(
    1 + 5 * (2 + 10 * (1 + 10)),
  )
  expect(
    cost(
      '{ a: tickets(first: 5) { ...p } b: tickets(first: 5) { ...p } } fragment p on TicketConnection { edges { node { id } } }',
    ),
  ).toBe(22)
  expect(cost('{ dear }')).toBe(9000)
})

test('what costs too much is refused before it runs, whatever variables hide it', () => {
  expect(
    codeOf({
      query: 'query($n: Int!) { tickets(first: $n) { edges { node { id } } } }',
      variables: { n: 100000 },
    }),
  ).toBe(TOO_COMPLEX)
  expect(codeOf('{ dear }')).toBe(TOO_COMPLEX)
})

test('documents made to hurt are refused', () => {
  const nested = (depth: number) =>
    '{ tickets { edges { node { ' + 'children { '.repeat(depth) + 'id' + ' }'.repeat(depth) + ' } } } }'
  const aliases = (count: number) =>
    `{ ${Array.from({ length: count }, (_, index) => `a${index}: __typename`).join(' ')} }`
  const doubling = Array.from(
    { length: 60 },
    (_, index) => `fragment f${index} on Query { ...f${index + 1} ...f${index + 1} }`,
  ).join(' ')
  for (const query of [
    nested(12),
    nested(400),
    nested(10_000),
    aliases(101),
    aliases(100_000),
    `{ ping ${'@include(if: true) '.repeat(10)} }`,
    `{ ping ${'@aa'.repeat(10)} }`,
    `{ ${'ping '.repeat(500)} }`,
    `{ ${'ping '.repeat(10_000)} }`,
  ])
    expect(codeOf(query)).toBe(TOO_COMPLEX)
  expect(codeOf(`{ ...f0 } ${doubling} fragment f60 on Query { ping }`)).toBe('admitted')
  expect(codeOf('{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }')).toContain(
    'GRAPHQL_VALIDATION_FAILED',
  )
})

test('variables that are nested too deeply are refused before anything walks through them', () => {
  const deep = (levels: number) => JSON.parse('['.repeat(levels) + ']'.repeat(levels))
  const withVariable = (value: unknown) => codeOf({ query: '{ ping }', variables: { value } })
  expect(withVariable(deep(10))).toBe('admitted')
  expect(withVariable(deep(60_000))).toContain('BAD_USER_INPUT')
  expect(withVariable({ list: Array.from({ length: 1000 }, () => ({ text: 'x' })) })).toBe('admitted')
})

test('introspection is answered only where it is on', () => {
  expect(codeOf('{ __schema { types { name } } }')).toContain('Introspection is off')
  expect(codeOf('{ __schema { types { name } } }', { introspection: true })).toBe('admitted')
})

test('persisted only: nothing else is answered, and a hash is enough', () => {
  const source = '{ ping }'
  const options = { persisted: { [hashOf(source)]: source }, persistedOnly: true }
  const byHash = (sha256Hash: string) => ({
    query: '',
    extensions: { persistedQuery: { version: 1, sha256Hash } },
  })
  expect(codeOf(byHash(hashOf(source)), options)).toBe('admitted')
  expect(codeOf(byHash('sha256:' + hashOf(source)), options)).toBe('admitted')
  expect(codeOf(source, options)).toBe('admitted')
  expect(codeOf('{ dear }', options)).toContain('FORBIDDEN')
  expect(codeOf(byHash(hashOf('{ dear }')), options)).toContain('PERSISTED_QUERY_NOT_FOUND')
})
