import { expect, test } from 'vitest'
import { draftOf, inputOf, newDraft, newField, newState, problemIn, type RequestTypeDraft } from './request-type.ts'
import { keyOf } from '../../shell/key-of.ts'

const draft = (own: Partial<RequestTypeDraft> = {}): RequestTypeDraft => ({ ...newDraft(), key: 'claim', name: { es: 'Reclamo', en: '' }, ...own })
const field = (name: string, es = 'Monto') => ({ ...newField(), name, label: { es, en: '' } })
const state = (key: string, isFinal: boolean, es = key) => ({ ...newState(), key, name: { es, en: '' }, isFinal })

test('a new type can be saved as soon as it has a name and a key', () => {
  expect(problemIn(newDraft())).toEqual({ problem: 'name' })
  expect(problemIn(draft({ key: 'Con espacios' }))).toEqual({ problem: 'key' })
  expect(problemIn(draft())).toBeUndefined()
})

test('what is wrong in a list is told with its row', () => {
  expect(problemIn(draft({ fields: [field('amount'), field('1x')] }))).toEqual({ problem: 'fieldName', at: 1 })
  expect(problemIn(draft({ fields: [field('amount'), field('amount ')] }))).toEqual({ problem: 'fieldTwice', at: 1 })
  expect(problemIn(draft({ fields: [field('amount', ' ')] }))).toEqual({ problem: 'fieldLabel', at: 0 })
  expect(problemIn(draft({ states: [state('new', false), state('new', true)] }))).toEqual({ problem: 'stateTwice', at: 1 })
})

test('requests have to begin somewhere and to come to an end', () => {
  expect(problemIn(draft({ states: [state('new', false)] }))).toEqual({ problem: 'noEnd' })
  expect(problemIn(draft({ states: [state('done', true), state('new', false)] }))).toEqual({ problem: 'firstIsEnd', at: 0 })
})

test('a language that nobody wrote is sent as nothing', () => {
  expect(inputOf(draft({ fields: [field(' amount ')] }))).toMatchObject({ name: { es: 'Reclamo', en: null }, fields: [{ name: 'amount', label: { es: 'Monto', en: null } }] })
})

test('a type that nobody touched is the same draft again', () => {
  const type = {
    __typename: 'ServiceRequestType' as const, id: 't', key: 'claim', version: 3, changedAt: '', name: { __typename: 'LocalName' as const, es: 'Reclamo', en: null },
    fields: [{ __typename: 'ServiceRequestField' as const, name: 'amount', label: { __typename: 'LocalName' as const, es: 'Monto', en: 'Amount' } }],
    states: [{ __typename: 'ServiceRequestState' as const, key: 'new', name: { __typename: 'LocalName' as const, es: 'Nueva', en: null }, isFinal: false }],
  }
  expect(JSON.stringify(draftOf(type))).toBe(JSON.stringify(draftOf({ ...type })))
  expect(inputOf(draftOf(type)).fields).toEqual([{ name: 'amount', label: { es: 'Monto', en: 'Amount' } }])
})

test('a key is made of a name, without accents and never beginning with a digit', () => {
  expect(keyOf('Renovación de póliza')).toBe('renovacion-de-poliza')
  expect(keyOf('2 copias — acta')).toBe('copias-acta')
})
