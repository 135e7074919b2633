import { expect, test } from 'vitest'
import { intentTarget, mustTrain, questionTarget, targetInput, titleOf } from './target.ts'

test('a target is sent as what it is, and never as both', () => {
  expect(targetInput(intentTarget({ id: 'i', name: 'block_card' }))).toEqual({ intentId: 'i' })
  expect(targetInput(questionTarget({ id: 'q', question: '¿Cómo?' }))).toEqual({ faqId: 'q' })
})

test('an intent is called by its words, a long question by its beginning', () => {
  expect(titleOf(intentTarget({ id: 'i', name: 'block_card' }))).toBe('block card')
  expect(titleOf(questionTarget({ id: 'q', question: '¿Cómo bloqueo la tarjeta?' }))).toBe('¿Cómo bloqueo la tarjeta?')
  const long = titleOf(questionTarget({ id: 'q', question: '¿Cómo '.repeat(30) }))
  expect(long).toHaveLength(70)
  expect(long.endsWith('…')).toBe(true)
})

test('only what intents gained has to be trained', () => {
  const dismissed = { kind: 'dismissed' as const }
  const toQuestion = { kind: 'assigned' as const, target: questionTarget({ id: 'q', question: 'x' }) }
  expect(mustTrain([dismissed, toQuestion])).toBe(false)
  expect(mustTrain([toQuestion, { kind: 'assigned', target: intentTarget({ id: 'i', name: 'x' }) }])).toBe(true)
})
