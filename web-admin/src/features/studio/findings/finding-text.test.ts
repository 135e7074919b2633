import { expect, test } from 'vitest'
import { createI18n } from 'vue-i18n'
import { messages } from '../../../messages.ts'
import type { Finding } from './finding.ts'
import { findingText } from './finding-text.ts'

const spanish = createI18n({ legacy: false, locale: 'es', messages: messages as unknown as Record<string, never> }).global as unknown as Pick<Parameters<typeof findingText>[1], 't' | 'te'>
const step = { id: 'menu', options: [{ id: 'option_1', title: { ES: 'Saldo' } }, { id: 'option_2', title: {} }] }
const words = { ...spanish, language: 'ES' as const }
const found = (code: string, more: Partial<Finding> = {}): Finding => ({ code, severity: 'ERROR', flow: 'inicio', step: 'menu', field: null, facts: {}, ...more })

test('an exit of a menu is called by its button, and by its place where nothing is written on it', () => {
  expect(findingText(found('DEAD_END', { facts: { exit: 'option_1' } }), { ...words, step })).toBe('La salida «Saldo» no lleva a ninguna parte.')
  expect(findingText(found('DEAD_END', { facts: { exit: 'option_2' } }), { ...words, step })).toBe('La salida «Opción 2» no lleva a ninguna parte.')
  expect(findingText(found('DEAD_END', { facts: { exit: 'failed' } }), { ...words, step })).toBe('La salida «Falló» no lleva a ninguna parte.')
})

test('of several texts that are alike the one that is missing is named', () => {
  expect(['text', 'options.0.title', 'options.1.title', 'messages.2.text'].map(field => findingText(found('EMPTY_TEXT', { field }), words))).toEqual(
    ['Falta el texto.', 'Opción 1: Falta el texto.', 'Opción 2: Falta el texto.', 'Mensaje 3: Falta el texto.'])
})
