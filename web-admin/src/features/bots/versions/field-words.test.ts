import { createTexts } from '@botpro/ui/i18n/i18n.ts'
import { describe, expect, test } from 'vitest'
import { messages } from '../../../messages.ts'
import { pathWords, valueWords, type FieldWording } from './field-words.ts'

localStorage.setItem('botpro-language', 'es')
const { t, te } = createTexts(messages).global as unknown as FieldWording
const wording: FieldWording = { t, te, nameOf: id => ({ ask1: 'Pedir cédula' })[id] }

describe('a place', () => {
  test.each([
    ['messages.0.text.ES', 'Mensaje 1 › Texto › Español'],
    ['next.failed', 'Lleva a › Falló'],
    ['variables.saldo.initial', 'Variable › saldo › Valor inicial'],
    ['', 'Todo el archivo'],
  ])('%s reads as %s', (path, words) => expect(pathWords(path, wording)).toBe(words))
})

describe('a value', () => {
  test('that leads to a step is told by the name of the step', () => expect(valueWords('ask1', 'next.done', wording)).toBe('Pedir cédula'))
  test('of the same letters elsewhere is told as it stands', () => expect(valueWords('ask1', 'saveAs', wording)).toBe('ask1'))
  test('of yes or no is told in words, and an empty one as nothing', () =>
    expect([true, false, null, '', []].map(value => valueWords(value, 'personal', wording))).toEqual(['sí', 'no', 'nada', 'nada', 'nada']))
  test('with parts is told part by part, Spanish first and without ids', () =>
    expect(valueWords({ id: 'best', type: 'CHOICE', text: { EN: 'Hello', ES: 'Hola' } }, 'questions.best', wording)).toBe('Tipo: Opción · Texto: Español: Hola · Inglés: Hello'))
})
