import { expect, test } from 'vitest'
import { draftOf, inputOf, missingInputs, newOperation, problemOf, withMissingInputs } from './operation-draft.ts'

const operation = {
  __typename: 'ConnectorOperation' as const, id: '1', key: 'create_order', name: 'Crear pedido', description: '', method: 'POST' as const, path: '/orders/{branch}', query: [],
  headers: [], bodyKind: 'JSON' as const,
  body: [{ __typename: 'ConnectorField' as const, name: 'customer.document', value: '{document}' }, { __typename: 'ConnectorField' as const, name: 'lines', value: [1, 2] }],
  inputs: [
    { __typename: 'ConnectorInput' as const, name: 'branch', type: 'TEXT' as const, isRequired: true, description: '' },
    { __typename: 'ConnectorInput' as const, name: 'document', type: 'TEXT' as const, isRequired: false, description: 'La cédula' },
  ],
  outputs: [{ __typename: 'ConnectorOutput' as const, name: 'number', path: 'data.number', type: 'TEXT' as const, isRequired: true }],
  isIdempotent: false, idempotencyHeader: 'Idempotency-Key', notFoundStatuses: [404, 410], timeoutMs: 2500, retries: 1, cacheSeconds: 0, maxBytes: 500_000, sample: { number: 'A-1' },
  changedAt: '2026-05-31T00:00:00Z', version: 4,
}

test('what is not changed is sent as it was, and values keep their kind', () => {
  expect(inputOf(draftOf(operation))).toEqual({
    key: 'create_order', name: 'Crear pedido', description: '', method: 'POST', path: '/orders/{branch}', query: [], headers: [], bodyKind: 'JSON',
    body: [{ name: 'customer.document', value: '{document}' }, { name: 'lines', value: [1, 2] }],
    inputs: [{ name: 'branch', type: 'TEXT', isRequired: true, description: '' }, { name: 'document', type: 'TEXT', isRequired: false, description: 'La cédula' }],
    outputs: [{ name: 'number', path: 'data.number', type: 'TEXT', isRequired: true }], isIdempotent: false, idempotencyHeader: 'Idempotency-Key', notFoundStatuses: [404, 410],
    timeoutMs: 2500, retries: 1, cacheSeconds: 0, maxBytes: 500_000, sample: { number: 'A-1' },
  })
})

test('what only reads is sent without a body, and what does more is not remembered', () => {
  expect(inputOf({ ...draftOf(operation), method: 'GET' })).toMatchObject({ bodyKind: 'NONE', body: [] })
  expect(inputOf({ ...draftOf(operation), cacheSeconds: 60 })).toMatchObject({ cacheSeconds: 0 })
})

test('what stands in braces becomes an input, required where it is part of the path', () => {
  const draft = { ...newOperation(), path: '/clientes/{cedula}', query: [{ name: 'desde', text: '{desde}', isJson: false }] }
  expect(missingInputs(draft)).toEqual(['cedula', 'desde'])
  expect(withMissingInputs(draft)).toEqual([{ name: 'cedula', type: 'TEXT', isRequired: true, description: '' }, { name: 'desde', type: 'TEXT', isRequired: false, description: '' }])
})

test('the first thing that is wrong is told by the name that the server has for it', () => {
  const draft = draftOf(operation)
  expect(problemOf(draft)).toBeUndefined()
  expect(problemOf({ ...draft, path: 'orders' })).toBe('operation.path')
  expect(problemOf({ ...draft, inputs: [...draft.inputs, { ...draft.inputs[0]! }] })).toBe('operation.inputs.0.name')
  expect(problemOf({ ...draft, body: [{ name: 'lines', text: '[1,', isJson: true }] })).toBe('operation.body.0.value')
  expect(problemOf({ ...draft, outputs: [{ ...draft.outputs[0]!, name: 'Número' }] })).toBe('operation.outputs.0.name')
  expect(problemOf({ ...draft, notFoundStatuses: '404, no' })).toBe('operation.notFoundStatuses')
  expect(problemOf({ ...draft, timeoutSeconds: 60 })).toBe('operation.timeoutMs')
})
