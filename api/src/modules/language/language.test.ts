import fc from 'fast-check'
import { expect, test } from 'vitest'
import { detectLanguage } from './detect.ts'
import { fold } from './fold.ts'
import { stem } from './language.ts'
import { oneApart, Spelling } from './spelling.ts'
import { tokenise } from './tokens.ts'

test('a folded text has no accents and no capitals, and every character stands where it stood', () => {
  expect(fold('¿Cuándo llegará mi CAMIÓN, ñoño?')).toBe('¿cuando llegara mi camion, nono?')
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => { expect(fold(text)).toHaveLength(text.length) }))
})

test('a word is cut out of the text by its offsets, whatever the text', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => {
    for (const { word, start, end } of tokenise(text)) expect(fold(text.slice(start, end)).replace(/['’]/g, '')).toBe(word)
  }))
})

test('an apostrophe belongs to its word', () => {
  expect(tokenise("I can't log in, it's O’Brien's").map(token => token.word)).toEqual(['i', 'cant', 'log', 'in', 'its', 'obriens'])
})

test.each([
  ['operación operaciones operar', 'es'], ['tarjeta tarjetas', 'es'], ['bloquear bloqueo bloqueada bloqueen', 'es'],
  ['pagar pago pagué pagos', 'es'], ['vez veces', 'es'], ['enviar enviado', 'es'],
  ['cancel cancelled cancellation', 'en'], ['transfer transfers transferring', 'en'],
] as const)('%s have one stem', (words, language) => {
  expect(new Set(words.split(' ').map(word => stem(fold(word), language))).size).toBe(1)
})

test('with or without its accents a word has the same stem', () => {
  for (const word of ['operación', 'envíame', 'habitación', 'código']) expect(stem(fold(word), 'es')).toBe(stem(word.normalize('NFD').replace(/\p{M}/gu, ''), 'es'))
})

test.each([
  ['quiero bloquear mi tarjeta', 'es'], ['necesito ayuda', 'es'], ['¿horario?', 'es'], ['donde estan ubicados', 'es'],
  ['i want to block my card', 'en'], ['opening hours please', 'en'], ['where are you located', 'en'], ['refund', 'en'],
] as const)('%s is %s', (text, language) => {
  expect(detectLanguage(text, language === 'es' ? 'en' : 'es')).toBe(language)
})

test('a text that tells nothing is in the language that is expected', () => {
  expect(detectLanguage('12345 !!', 'en')).toBe('en')
  expect(detectLanguage('', 'es')).toBe('es')
})

test('a misspelt word is repaired to the known one a letter away, and a known one is left alone', () => {
  const spelling = new Spelling(['tarjeta', 'transferencia', 'cuenta'])
  expect(['trajeta', 'tarjea', 'tarjjeta', 'tarjets', 'transferensia'].map(word => spelling.nearest(word))).toEqual(
    ['tarjeta', 'tarjeta', 'tarjeta', 'tarjeta', 'transferencia'])
  expect(spelling.nearest('perro')).toBeUndefined()
  expect(spelling.knows('cuenta')).toBe(true)
})

test('words one letter apart are so both ways round, and a word is not two letters from itself', () => {
  const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
  fc.assert(fc.property(words, words, (one, other) => { expect(oneApart(one, other)).toBe(oneApart(other, one)) }))
  fc.assert(fc.property(words, fc.nat(5), fc.constantFrom('x', 'y'), (word, at, letter) => {
    expect(oneApart(word, word.slice(0, at) + letter + word.slice(at))).toBe(true)
  }))
})
