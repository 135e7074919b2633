import { expect, test } from 'vitest'
import { likenessOf, phraseText, plainText } from './phrase-text.ts'

test.each([
  ['¿Dónde está mi pedido?', 'donde esta mi pedido'],
  ['DONDE  esta, mi pedido!', 'donde esta mi pedido'],
  ['Quiero 2 cafés', 'quiero 2 cafes'],
  ['👍👍', '👍👍'],
])('%s is, plainly, “%s”', (text, plain) => expect(plainText(text)).toBe(plain))

test('a phrase is one line', () => {
  expect(phraseText(' dos\r\nlíneas\t')).toBe('dos  líneas')
})

test('messages that ask for the same thing in other small words are asked about together', () => {
  const one = likenessOf('Hola, quiero bloquear mi tarjeta por favor', 'es')
  expect(likenessOf('bloquear la tarjeta', 'es')).toBe(one)
  expect(likenessOf('necesito bloquear las tarjetas', 'es')).toBe(one)
  expect(likenessOf('activar la tarjeta', 'es')).not.toBe(one)
  expect(likenessOf('hola', 'es')).toBe('hol')
})
