import { expect, test } from 'vitest'
import { repeatedValues, valuesIn, withValues } from './entity-values.ts'

test('synonyms follow their value after a comma, a semicolon, a colon or a tab', () => {
  const pasted = 'rojo, colorado, bermellón\nazul; celeste\nverde: limón, oliva\nnegro\tprieto\n\nblanco'
  expect(valuesIn(pasted)).toEqual([
    { value: 'rojo', synonyms: ['colorado', 'bermellón'] }, { value: 'azul', synonyms: ['celeste'] },
    { value: 'verde', synonyms: ['limón', 'oliva'] }, { value: 'negro', synonyms: ['prieto'] }, { value: 'blanco', synonyms: [] },
  ])
})

test('a value that is there already gains the synonyms, each once, and never itself', () => {
  const values = withValues([{ value: 'Rojo', synonyms: ['colorado'] }], valuesIn('rojo, colorado, carmesí, ROJO\nazul'))
  expect(values).toEqual([{ value: 'Rojo', synonyms: ['colorado', 'carmesí'] }, { value: 'azul', synonyms: [] }])
})

test('values that are there twice are named', () => {
  expect(repeatedValues([{ value: 'a', synonyms: [] }, { value: 'b', synonyms: [] }, { value: ' a', synonyms: [] }])).toEqual(['a'])
})
