import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isKey, keyOf } from './connector-key.ts'

test('a key is made of a name', () => {
  expect(keyOf('Núcleo bancario 2')).toBe('nucleo_bancario_2')
  expect(keyOf('3 tiendas')).toBe('tiendas')
})

test('whatever the name, the key can be used or there is none', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), name => keyOf(name) === '' || isKey(keyOf(name))))
})
