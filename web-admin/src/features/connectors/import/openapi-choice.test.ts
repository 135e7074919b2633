import { expect, test } from 'vitest'
import { grouped, matching, type Offered } from './openapi-choice.ts'

const offered = (ref: string, more: Partial<Offered> = {}): Offered => ({
  __typename: 'OpenApiOperation', ref, tag: null, key: ref, name: ref, description: '', method: 'GET', path: '/', inputs: [], outputs: [], isKnown: false, ...more,
})

test('each word is looked for, wherever it stands', () => {
  const operations = [offered('GET /accounts', { tag: 'Cuentas' }), offered('POST /payments', { description: 'Paga una cuenta' })]
  expect(matching(operations, 'get cuentas').map(({ ref }) => ref)).toEqual(['GET /accounts'])
  expect(matching(operations, 'cuenta')).toHaveLength(2)
  expect(matching(operations, '')).toHaveLength(2)
})

test('what belongs to nothing comes last', () => {
  expect(grouped([offered('a'), offered('b', { tag: 'B' }), offered('c')]).map(({ tag, operations }) => [tag, operations.length])).toEqual([['B', 1], ['', 2]])
})
