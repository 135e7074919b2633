import { describe, expect, test } from 'vitest'
import { additionOf, addressOf, changeOf, isSitemap, kindOfFile, newDraft, problemOf } from './source.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('what a file is', () => {
  test.each([
    ['tarifas.pdf', '%PDF-1.7', 'PDF'], ['sin-nombre', '%PDF-1.4', 'PDF'], ['guia.DOCX', 'PK\u0003\u0004', 'DOCX'],
    ['precios.csv', 'a,b', 'CSV'], ['leame.md', '# Hola', 'MARKDOWN'], ['nota.txt', 'Hola', 'MARKDOWN'],
  ])('%s that begins with %j is %s', (name, head, kind) => {
    expect(kindOfFile(name, bytes(head))).toBe(kind)
  })

  test('a name does not make a file what it is not', () => {
    expect(kindOfFile('foto.pdf', bytes('GIF89a'))).toBeUndefined()
    expect(kindOfFile('hoja.xlsx', bytes('PK\u0003\u0004'))).toBeUndefined()
    expect(kindOfFile('programa.exe', bytes('MZ'))).toBeUndefined()
  })
})

describe('an address', () => {
  test('without a scheme it is a secure one', () => {
    expect(addressOf(' www.ejemplo.do/ayuda ')).toBe('https://www.ejemplo.do/ayuda')
    expect(addressOf('http://ejemplo.do')).toBe('http://ejemplo.do/')
  })

  test.each(['', 'hola', 'ftp://ejemplo.do', 'javascript:alert(1)', 'http://'])('%j is none', typed => {
    expect(addressOf(typed)).toBeUndefined()
  })

  test('one that ends in XML names pages', () => {
    expect(['https://a.do/sitemap.xml', 'a.do/sitemap_index.xml?x=1', 'a.do/mapa'].map(isSitemap)).toEqual([true, true, false])
  })
})

describe('saving', () => {
  const page = { ...newDraft('ES'), url: 'a.do' }
  const file = { ...newDraft('ES'), place: 'FILE' as const, file: { id: 'f', name: 'a.pdf', kind: 'PDF' as const } }

  test('the first thing that is missing is told', () => {
    expect(problemOf(newDraft('ES'), true)).toBe('address')
    expect(problemOf({ ...file, file: null }, true)).toBe('file')
    expect(problemOf({ ...page, validFrom: '2026-02-01', validUntil: '2026-01-01' }, true)).toBe('validUntil')
    expect(problemOf(page, true)).toBeUndefined()
  })

  test('a source that is there needs its name, and keeps its file when no newer one was sent', () => {
    expect(problemOf(page, false)).toBe('name')
    expect(problemOf({ ...file, file: null, name: 'Tarifas' }, false)).toBeUndefined()
    expect(changeOf({ ...file, file: null, name: 'Tarifas' })).toMatchObject({ knowledgeFileId: undefined, name: 'Tarifas' })
  })

  test('a file is never read again by itself, and brings its kind', () => {
    expect(additionOf(file)).toMatchObject({ kind: 'PDF', knowledgeFileId: 'f', rhythm: 'NEVER', name: undefined })
    expect(additionOf(page)).toMatchObject({ kind: 'PAGE', url: 'https://a.do/', rhythm: 'WEEKLY' })
  })
})
