import { expect, test } from 'vitest'
import { parsed, placeNames, problemKind, problemPlace } from './file-problem.ts'

const file = { flows: [{ key: 'saldo', name: 'Consultar saldo', steps: [{ id: 's1' }, { id: 's2', name: 'Pedir cédula' }] }] }
const plain = { t: (key: string) => key, te: () => false }

test('a place of a file is told with the names of the flow and of the step', () => {
  expect(placeNames('flows.0.steps.1.text', file)).toEqual(['Consultar saldo', 'Pedir cédula'])
  expect(problemPlace('flows.0.steps.1.text', file, plain)).toBe('flows 1 › steps 2 › text (Consultar saldo › Pedir cédula)')
})

test('a step without a name is told by its id, and what is not in the file by its number alone', () => {
  expect(placeNames('flows.0.steps.0', file)).toEqual(['Consultar saldo', 's1'])
  expect(problemPlace('flows.7.name', file, plain)).toBe('flows 8 › name')
})

test('a file that is no JSON has no names and does not fail', () => {
  expect(parsed('{')).toBeUndefined()
  expect(placeNames('flows.0', parsed('{'))).toEqual([])
})

test.each([
  ['Invalid input: expected string, received undefined', 'missing'], ['Unrecognized key: "colour"', 'unknown'], ['There is no such field here.', 'unknown'],
  ['Too big: expected string to have <=120 characters', 'tooMuch'], ['Invalid option: expected one of "ES"|"EN"', 'choice'],
  ['Invalid input: expected string, received number', 'type'], ['Invalid string: must match pattern /^a$/', 'form'], ['A text has to be Unicode, without U+0000.', 'other'],
])('“%s” is of the kind %s', (message, kind) => expect(problemKind(message)).toBe(kind))
