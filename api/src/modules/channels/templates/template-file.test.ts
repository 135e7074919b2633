import { expect, test } from 'vitest'
import type { TemplateComponent } from '../adapters/outgoing.ts'
import { fileIdsIn, fileRefusal } from './template-file.ts'

const ID = '0198c1f0-0000-7000-8000-000000000001'
const headed = (format: 'IMAGE' | 'DOCUMENT' | 'TEXT'): TemplateComponent[] => [{ type: 'HEADER', format, ...format === 'TEXT' && { text: 'Hola' } }, { type: 'BODY', text: '¿Seguimos?' }]
const takes = { files: [{ types: ['image/jpeg', 'image/png'], maxBytes: 100 }, { types: ['application/pdf'], maxBytes: 1000 }] }
const fieldOf = (format: 'IMAGE' | 'DOCUMENT' | 'TEXT', mediaType: string, size: number) => fileRefusal(headed(format), [{ mediaType, size }], takes)?.field

test('a template with a picture above takes a picture that the channel takes, and no document', () => {
  expect([fieldOf('IMAGE', 'image/png', 100), fieldOf('IMAGE', 'application/pdf', 100), fieldOf('IMAGE', 'image/gif', 100)]).toEqual([undefined, 'header', 'header'])
})

test('a template with a document above takes no picture', () => {
  expect([fieldOf('DOCUMENT', 'application/pdf', 1000), fieldOf('DOCUMENT', 'image/png', 100)]).toEqual([undefined, 'header'])
})

test('each kind of file may be as large as the channel takes it, and no larger', () => {
  expect([fieldOf('IMAGE', 'image/png', 101), fieldOf('DOCUMENT', 'application/pdf', 101), fieldOf('DOCUMENT', 'application/pdf', 1001)]).toEqual(['header', undefined, 'header'])
})

test('a file that is not there is asked for, and a template without one asks for none', () => {
  expect([fileRefusal(headed('IMAGE'), [], takes)?.field, fileRefusal(headed('TEXT'), [], takes)]).toEqual(['header', undefined])
})

test('a file is known by its id alone', () => {
  expect([fileIdsIn(headed('IMAGE'), { header: ID }), fileIdsIn(headed('IMAGE'), { header: 'foto.png' }), fileIdsIn(headed('TEXT'), { header: ID })]).toEqual([[ID], [], []])
})
