import { expect, test } from 'vitest'
import type { TemplatePicker_MessageTemplateFragment as Template } from '../../contract/graphql.ts'
import { isFilled, pieces, problemOf, templatesNamed, type Gap } from './template.ts'

const gap = (over: Partial<Gap> = {}): Gap => ({ __typename: 'TemplateGap', name: 'body.1', example: 'Ana', isFile: false, max: 10, ...over })
const template = (name: string, text: string): Template => ({
  __typename: 'MessageTemplate', id: name, name, language: 'es', category: 'UTILITY', gaps: [],
  parts: [{ __typename: 'TemplatePart', kind: 'BODY', format: null, text, buttons: [] }],
})

test.each([
  ['', 'MISSING'], ['   ', 'MISSING'], ['Ana', null], ['12345678901', 'TOO_LONG'], ['a\nb', 'LINE_BREAK'], ['a\tb', 'LINE_BREAK'], ['a     b', 'SPACES'], ['a    b', null],
] as const)('%j in a gap of ten characters: %s', (value, problem) => {
  expect(problemOf(gap(), value)).toBe(problem)
})

test('a gap for a file needs a file and nothing more', () => {
  expect([problemOf(gap({ isFile: true }), ''), problemOf(gap({ isFile: true }), 'a-long-id-of-a-file')]).toEqual(['MISSING', null])
})

test('it may be sent once every gap is filled', () => {
  const gaps = [gap(), gap({ name: 'body.2' })]
  expect([isFilled(gaps, { 'body.1': 'Ana' }), isFilled(gaps, { 'body.1': 'Ana', 'body.2': 'hoy' }), isFilled([], {})]).toEqual([false, true, true])
})

test('the preview shows what is filled in, and the gap where nothing is', () => {
  expect(pieces('Hola {{1}}, el {{ dia }}.', name => ({ 1: 'Ana' })[name])).toEqual([
    { text: 'Hola ', isGap: false }, { text: 'Ana', isGap: true }, { text: ', el ', isGap: false }, { text: '{{ dia }}', isGap: true }, { text: '.', isGap: false },
  ])
})

test('a template is found by words of its name or of its text, whatever their order', () => {
  const all = [template('recordatorio_cita', 'Le recordamos su cita'), template('retomar', 'Hola, ¿podemos seguir?')]
  expect(['cita recordatorio', 'PODEMOS', 'nada', ''].map(search => templatesNamed(all, search).length)).toEqual([1, 1, 0, 2])
})
