import { expect, test } from 'vitest'
import { canBeSaved, inputOf, silentIn, type IntentDraft } from './intent.ts'

const draft = (own: Partial<IntentDraft>): IntentDraft => ({
  version: 1, name: 'rastrear_pedido', description: '', action: 'ANSWER',
  answers: [{ language: 'ES', text: ' Ya va. ' }, { language: 'EN', text: '' }], ...own,
})

test('an answer without words does not travel, and neither does an empty description', () => {
  expect(inputOf(draft({}))).toMatchObject({ description: null, answers: [{ language: 'ES', text: 'Ya va.' }] })
})

test('only an intent that answers can be silent', () => {
  expect(silentIn(draft({}))).toEqual(['EN'])
  expect(silentIn(draft({ action: 'SHOW_MENU' }))).toEqual([])
})

test('a name of signs alone cannot be saved', () => {
  expect([canBeSaved(draft({ name: '__' })), canBeSaved(draft({ name: 'Ver saldo' }))]).toEqual([false, true])
})
