import { expect, test } from 'vitest'
import { filled, gapsOf, inputOf, newTemplate, nextGap, problemOf, tidyName } from './template.ts'

const draft = { ...newTemplate('es'), name: 'cita', body: 'Hola {{1}}, tu cita es el {{2}}. ¡{{1}}!', examples: { 1: 'Ana', 2: 'lunes' } }

test('a gap that comes twice is one gap', () => {
  expect(gapsOf(draft.body)).toEqual(['1', '2'])
  expect(inputOf('c', draft).examples).toEqual(['Ana', 'lunes'])
})

test('the preview fills what is known and leaves the rest to be seen', () => {
  expect(filled('Hola {{1}}, el {{2}}', { 1: 'Ana', 2: ' ' })).toBe('Hola Ana, el {{2}}')
})

test('a new gap has the next number, whatever was taken out', () => {
  expect(nextGap('')).toBe('{{1}}')
  expect(nextGap('a {{1}} b {{3}}')).toBe('{{4}}')
})

test('a name is made of what providers take', () => {
  expect(tidyName('Confirmación de Cita')).toBe('confirmacion_de_cita')
})

test('every gap needs an example, and a link its address', () => {
  expect(problemOf({ ...draft, examples: { 1: 'Ana' } })).toBe('examples')
  expect(problemOf({ ...draft, buttons: [{ kind: 'URL', text: 'Ver', url: '', phone: '' }] })).toBe('buttons')
  expect(problemOf(draft)).toBeUndefined()
})

test('a title takes one gap, and an example for it', () => {
  expect(problemOf({ ...draft, header: 'Cita de {{1}} y {{2}}' })).toBe('header')
  expect(problemOf({ ...draft, header: 'Cita de {{1}}' })).toBe('headerExample')
  expect(inputOf('c', { ...draft, header: 'Cita de {{1}}', headerExample: ' enero ' })).toMatchObject({ header: 'Cita de {{1}}', headerExample: 'enero' })
  expect(inputOf('c', { ...draft, header: 'Cita', headerExample: 'enero' }).headerExample).toBeNull()
})
