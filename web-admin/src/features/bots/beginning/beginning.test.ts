import { expect, test } from 'vitest'
import { beginningOf, freeName, fromTemplate, nameInFile } from './beginning.ts'

test('a beginning is a template by its key, a file, or nothing', () => {
  expect(beginningOf(fromTemplate('retail'))).toEqual({ kind: 'template', key: 'retail' })
  expect(beginningOf('file')).toEqual({ kind: 'file' })
  expect(beginningOf('nothing')).toEqual({ kind: 'nothing' })
})

test.each([
  ['{"format":"botpro.bot/1","name":"Tienda"}', 'Tienda'],
  ['{"name":7}', ''],
  ['null', ''],
  ['not a file of ours', ''],
])('the name in the file %s is “%s”', (text, name) => {
  expect(nameInFile(text)).toBe(name)
})

test('a bot is called like none that is there', () => {
  expect(freeName('Banco', [])).toBe('Banco')
  expect(freeName('Banco', ['Banco', 'Banco 3'])).toBe('Banco 2')
  expect(freeName('Banco', ['Banco', 'Banco 2'])).toBe('Banco 3')
  expect(freeName('', [''])).toBe('')
})
