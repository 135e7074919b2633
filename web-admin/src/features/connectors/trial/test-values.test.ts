import { expect, test } from 'vitest'
import { valuesOf } from './test-values.ts'

const input = (name: string, type: Parameters<typeof valuesOf>[0][number]['type'], isRequired = false) => ({ name, type, isRequired })

test('what was typed becomes what the inputs are', () => {
  const inputs = [input('a', 'TEXT'), input('b', 'NUMBER'), input('c', 'YES_NO'), input('d', 'DATE'), input('e', 'OBJECT')]
  expect(valuesOf(inputs, { a: '001', b: '2.5', c: 'false', d: '2026-05-31', e: '{"x":1}' })).toEqual({ values: { a: '001', b: 2.5, c: false, d: '2026-05-31', e: { x: 1 } }, wrong: [] })
})

test('what is empty is not given, and missing only where it must be there', () => {
  expect(valuesOf([input('a', 'TEXT'), input('b', 'TEXT', true)], { a: ' ' })).toEqual({ values: {}, wrong: ['b'] })
})

test('what is not of its kind is wrong', () => {
  expect(valuesOf([input('b', 'NUMBER'), input('d', 'DATE'), input('e', 'OBJECT')], { b: 'dos', d: 'ayer', e: '"texto"' }).wrong).toEqual(['b', 'd', 'e'])
})
