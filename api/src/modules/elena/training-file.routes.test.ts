import { expect, test } from 'vitest'
import { textOf } from './training-file.routes.ts'

test.each([
  ['UTF-8', Buffer.from('\ufeffcafé')],
  ['UTF-16', Buffer.from('\ufeffcafé', 'utf16le')],
  ['Windows-1252', Buffer.from('café', 'latin1')],
])('text in %s is read', (_name, content) => expect(textOf(content)).toBe('café'))

test('an archive is carried as it is, and a picture is no training set', () => {
  expect(Buffer.from(textOf(Buffer.from('PK\x03\x04\0\0rest')), 'base64').toString()).toBe('PK\x03\x04\0\0rest')
  expect(() => textOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]))).toThrow('The file is no text.')
})
