import { expect, test } from 'vitest'
import { excerpt, highlight } from './highlight.ts'

const marked = (text: string, searched: string) => highlight(text, searched).map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('')

test.each([
  ['Préstamo aprobado', 'prestamo', '[Préstamo] aprobado'],
  ['PRÉSTAMO y préstamo', 'Préstamo', '[PRÉSTAMO] y [préstamo]'],
  ['Ana María Peralta', 'maria ana', '[Ana] [María] Peralta'],
  ['el niño 👋 mañana', 'manana', 'el niño 👋 [mañana]'],
  ['nada', 'otro', 'nada'],
])('in “%s” “%s” is found as %s', (text, searched, expected) => {
  expect(marked(text, searched)).toBe(expected)
})

test('a long message is shown from shortly before the hit', () => {
  expect(excerpt('Buenas tardes, le escribo porque quisiera saber de mi préstamo', 'prestamo')).toBe('…quisiera saber de mi préstamo')
})
