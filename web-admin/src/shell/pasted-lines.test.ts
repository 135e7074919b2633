import { expect, test } from 'vitest'
import { isManyLines, linesIn } from './pasted-lines.ts'

const phrasesIn = (pasted: string) => linesIn(pasted, { most: 500, longest: 1000 })

test('lists, numbers and quotes around lines are not part of the phrases', () => {
  const pasted = '- ¿Dónde está mi pedido?\r\n\r\n2. "quiero rastrear mi compra",\n• «cuándo llega»\n   ya   lo enviaron  '
  expect(phrasesIn(pasted).lines).toEqual(['¿Dónde está mi pedido?', 'quiero rastrear mi compra', 'cuándo llega', 'ya lo enviaron'])
})

test('a number or a sign that is part of what is said stays', () => {
  expect(phrasesIn('2 camisas por favor\n3.5 metros de tela\n-15% en zapatos').lines)
    .toEqual(['2 camisas por favor', '3.5 metros de tela', '-15% en zapatos'])
})

test('the same phrase counts once, the first way it was written', () => {
  const { lines: phrases, repeated } = phrasesIn('¿Dónde está?\notra\ndonde esta\nDONDE ESTÁ!!')
  expect(phrases).toEqual(['¿Dónde está?', 'otra'])
  expect(repeated).toBe(2)
})

test('what is too long or too much is counted, not cut', () => {
  const { lines: phrases, tooLong, leftOut } = phrasesIn(['x'.repeat(1001), ...Array.from({ length: 502 }, (_, at) => `frase ${at}`)].join('\n'))
  expect([phrases.length, tooLong, leftOut]).toEqual([500, 1, 2])
})

test('one line with a break at its end is not many', () => {
  expect([isManyLines('una frase\n'), isManyLines('\n una'), isManyLines('una\n\notra')]).toEqual([false, false, true])
})
