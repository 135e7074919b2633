import { Id, Key, VariableName } from '@botpro/graphql/flows'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idFrom, keyFrom, variableNameFrom } from './names.ts'

test('names are made from words as people write them', () => {
  expect(idFrom('¿Consultar mi balance?')).toBe('consultar_mi_balance')
  expect(variableNameFrom('Número de cédula')).toBe('numeroDeCedula')
  expect(variableNameFrom('monthlyIncome')).toBe('monthlyIncome')
  expect(keyFrom('Créditos y préstamos')).toBe('creditos-y-prestamos')
})

test('whatever is typed, the name is one of the format or none', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 90 }), typed => {
    if (idFrom(typed)) Id.parse(idFrom(typed))
    if (variableNameFrom(typed)) VariableName.parse(variableNameFrom(typed))
    if (keyFrom(typed)) Key.parse(keyFrom(typed))
  }))
})
