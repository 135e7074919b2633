import { expect, test } from 'vitest'
import { entityTypeDetails, intentDetails, phraseWords } from './elena-input.ts'

const intent = { name: 'track_order', description: null, action: 'ANSWER' as const, answers: [] }

test('an answer without words is none, and there is one in each language', () => {
  expect(intentDetails({ ...intent, description: '  ', answers: [{ language: 'ES', text: ' Ya va. ' }, { language: 'EN', text: ' ' }] }))
    .toEqual({ ...intent, answers: [{ language: 'ES', text: 'Ya va.' }] })
  expect(intentDetails({ ...intent, answers: [{ language: 'ES', text: 'a' }, { language: 'ES', text: 'b' }] })).toMatchObject({ field: 'answers' })
})

test.each(['', 'Con Espacios', 'ñandú', 'x'.repeat(61)])('an intent is not called “%s”', name => {
  expect(intentDetails({ ...intent, name })).toMatchObject({ code: 'INVALID_INPUT', field: 'name' })
})

test('a value stands once, with each synonym once', () => {
  const type = { name: 'product', description: null, kind: 'LIST' as const }
  expect(entityTypeDetails({ ...type, values: [{ value: ' café ', synonyms: ['tinto', 'café', 'tinto', ''] }] }))
    .toMatchObject({ values: [{ value: 'café', synonyms: ['tinto'] }] })
  expect(entityTypeDetails({ ...type, values: [{ value: 'a', synonyms: [] }, { value: 'a', synonyms: [] }] })).toMatchObject({ field: 'values' })
  expect(entityTypeDetails({ ...type, kind: 'LEARNED', values: [{ value: 'a', synonyms: [] }] })).toMatchObject({ values: [] })
})

test('marks move with the text when its ends are trimmed, and its language is detected', () => {
  const words = phraseWords({ text: '  quiero dos cafés', entities: [{ start: 13, end: 18, entity: 'product', value: 'café' }] }, '')
  expect(words).toEqual({ text: 'quiero dos cafés', language: 'ES', entities: [{ start: 11, end: 16, entity: 'product', value: 'café' }] })
})

test.each([
  [[{ start: 0, end: 20, entity: 'x' }]], [[{ start: 2, end: 2, entity: 'x' }]], [[{ start: -1, end: 2, entity: 'x' }]],
  [[{ start: 0, end: 3, entity: 'x' }, { start: 2, end: 4, entity: 'y' }]], [[{ start: 0, end: 2, entity: 'No Name' }]],
])('marks that do not fit are refused: %j', entities => {
  expect(phraseWords({ text: 'hola mundo', entities }, 'phrases.0.')).toMatchObject({ field: 'phrases.0.entities' })
})
