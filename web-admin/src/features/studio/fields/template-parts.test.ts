import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameInBraces, namesIn, parts } from './template-parts.ts'

test('what is put in stands apart from the words around it', () => {
  expect(parts('Hola {{ name }}, son {{ total | money }}.')).toEqual([
    { text: 'Hola ', isVariable: false }, { text: '{{ name }}', isVariable: true }, { text: ', son ', isVariable: false }, { text: '{{ total | money }}', isVariable: true }, { text: '.', isVariable: false },
  ])
})

test('no letter of a text is lost in pieces', () => {
  fc.assert(fc.property(fc.string(), text => { expect(parts(text).map(part => part.text).join('')).toBe(text) }))
})

test('the names are those at the front of braces', () => {
  expect(namesIn('{{ a.b | default: c }} y {{d}} {{ "texto" }}')).toEqual(['a.b', 'd'])
})

test('what is put in is told by its name alone', () => {
  expect(['{{ total | money }}', '{{name}}', '{{- a.b | default: "x" -}}', '{% if a %}'].map(nameInBraces)).toEqual(['total', 'name', 'a.b', '{% if a %}'])
})
