import { expect, test } from 'vitest'
import { linkify } from './linkify.ts'

test.each([
  ['hola', [{ text: 'hola' }]],
  ['Vea https://banco.do/a?b=1.', [{ text: 'Vea ' }, { text: 'https://banco.do/a?b=1', href: 'https://banco.do/a?b=1' }, { text: '.' }]],
  ['(http://x.do)', [{ text: '(' }, { text: 'http://x.do', href: 'http://x.do' }, { text: ')' }]],
  ['javascript:alert(1)', [{ text: 'javascript:alert(1)' }]],
])('%s', (text, parts) => {
  expect(linkify(text)).toEqual(parts)
})
