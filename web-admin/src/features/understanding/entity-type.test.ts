import { expect, test } from 'vitest'
import { inputOf, problemOf, type EntityTypeDraft } from './entity-type.ts'

const draft = (own: Partial<EntityTypeDraft>): EntityTypeDraft =>
  ({ version: 1, name: 'color', description: '', kind: 'LIST', values: [{ value: 'rojo', synonyms: [] }], ...own })

test('a type that is only learnt travels without the values that were typed before', () => {
  expect(inputOf(draft({ kind: 'LEARNED' })).values).toEqual([])
})

test('lines that nobody filled in do not travel', () => {
  expect(inputOf(draft({ values: [{ value: ' azul ', synonyms: [] }, { value: ' ', synonyms: [] }] })).values).toEqual([{ value: 'azul', synonyms: [] }])
})

test('a list needs values, each once; what is learnt needs none', () => {
  expect(problemOf(draft({ values: [] }))).toBe('empty')
  expect(problemOf(draft({ values: [{ value: 'a', synonyms: [] }, { value: 'a ', synonyms: [] }] }))).toBe('repeated')
  expect(problemOf(draft({ kind: 'LEARNED', values: [] }))).toBeUndefined()
  expect(problemOf(draft({ name: '¿?' }))).toBe('name')
})
