import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvBlocks, csvRows } from './csv-blocks.ts'
import type { DocumentBlock } from './document-blocks.ts'
import { splitDocument } from './document-split.ts'
import { markdownBlocks } from './markdown-blocks.ts'
import { plainBlocks } from './plain-blocks.ts'
import { sentencesOf } from './sentences.ts'

const paragraph = (sentences: number, from = 0): DocumentBlock => ({
  kind: 'paragraph', text: Array.from({ length: sentences }, (_, at) => `La regla número ${from + at} dice en diez palabras qué hacer.`).join(' '),
})
const words = (text: string) => text.split(/\s+/).length

describe('sentences', () => {
  test.each([
    ['Abrimos a las 9. ¿Y los domingos? ¡No!', ['Abrimos a las 9.', '¿Y los domingos?', '¡No!']],
    ['El Sr. Gómez vive en la Av. Duarte. Cuesta RD$ 2.500 hoy.', ['El Sr. Gómez vive en la Av. Duarte.', 'Cuesta RD$ 2.500 hoy.']],
    ['Dijo «basta.» Luego salió… y volvió.', ['Dijo «basta.»', 'Luego salió… y volvió.']],
    ['uno\n\n  dos  \n', ['uno', 'dos']],
    ['', []],
  ])('of %j', (text, sentences) => {
    expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(sentences)
  })

  test('leave out nothing but space, in the order of the text', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '.', '!', '¿', ' ', '\n', '"', '1', 'é', '😀') }), text => {
      const found = sentencesOf(text)
      expect(found.map(({ start, end }) => text.slice(start, end)).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    }))
  })
})

describe('a document', () => {
  test('becomes passages under the path of their headings', () => {
    const passages = splitDocument([
      { kind: 'heading', level: 1, text: 'Tarjetas' }, { kind: 'paragraph', text: 'Hay dos.' },
      { kind: 'heading', level: 2, text: 'Bloqueo' }, { kind: 'listItem', text: 'Llama.' }, { kind: 'listItem', text: 'Espera.' },
      { kind: 'heading', level: 2, text: 'Vacío' },
      { kind: 'heading', level: 1, text: 'Cuentas' }, { kind: 'tableRow', cells: [{ column: 'Tipo', text: 'Ahorro' }, { column: 'Nota', text: ' ' }, { text: '5 %' }] },
    ], { title: 'Manual' })
    expect(passages.map(({ title, text }) => [title, text])).toEqual([
      ['Manual › Tarjetas', 'Hay dos.'],
      ['Manual › Tarjetas › Bloqueo', 'Llama.\nEspera.'],
      ['Manual › Cuentas', 'Tipo: Ahorro; 5 %'],
    ])
  })

  test('of one long section is cut evenly, each passage beginning with the last sentence of the one before', () => {
    const passages = splitDocument([paragraph(40)])
    expect(passages.length).toBeGreaterThan(1)
    for (const { text } of passages) expect(words(text)).toBeLessThanOrEqual(180)
    for (const { text } of passages) expect(words(text)).toBeGreaterThanOrEqual(60)
    for (const [at, { text }] of passages.slice(1).entries()) expect(text.startsWith(passages[at]!.text.match(/La regla número \d+ [^.]*\.$/)![0])).toBe(true)
  })

  test('keeps the ids of what did not change, and says nothing twice', () => {
    const before = splitDocument([{ kind: 'heading', level: 1, text: 'A' }, paragraph(3), { kind: 'heading', level: 1, text: 'B' }, paragraph(4)])
    const after = splitDocument([{ kind: 'heading', level: 1, text: 'Nuevo' }, paragraph(2, 50), { kind: 'heading', level: 1, text: 'A' }, paragraph(3), { kind: 'heading', level: 1, text: 'A' }, paragraph(3)])
    expect(after).toHaveLength(2)
    expect(after[1]!.id).toBe(before[0]!.id)
    expect(after[0]!.id).not.toBe(before[1]!.id)
  })

  test('loses no word, and no passage is longer than asked, whatever its sentences are', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 20 }), lengths => {
      const blocks = lengths.map((length, at): DocumentBlock => ({ kind: 'paragraph', text: Array.from({ length }, (_, word) => `w${at}x${word}`).join(' ') + '.' }))
      const passages = splitDocument(blocks)
      const said = new Set(passages.flatMap(({ text }) => text.split(/\s+/)))
      for (const word of blocks.flatMap(block => block.kind === 'paragraph' ? block.text.split(' ') : [])) expect(said.has(word)).toBe(true)
      for (const { text } of passages) expect(words(text)).toBeLessThanOrEqual(180)
    }))
  })
})

describe('Markdown', () => {
  test('is read block by block, without its markup', () => {
    expect(markdownBlocks(`---\ntitle: x\n---\n# Tarjetas #\nUn *texto* con [enlace](https://x.do/a "b"),\n**fuerte** y \`código\`.\n\nSubtítulo\n---\n- [x] uno\n  sigue\n2. dos_tres\n\n> cita\n\n| A | B |\n|---|:-:|\n| 1 | **2** |\n\n***\n\`\`\`js\n# no\n\`\`\`\n<b>fin</b>`)).toEqual([
      { kind: 'heading', level: 1, text: 'Tarjetas' },
      { kind: 'paragraph', text: 'Un texto con enlace, fuerte y código.' },
      { kind: 'heading', level: 2, text: 'Subtítulo' },
      { kind: 'listItem', text: 'uno sigue' },
      { kind: 'listItem', text: 'dos_tres' },
      { kind: 'paragraph', text: 'cita' },
      { kind: 'tableRow', cells: [{ column: 'A', text: '1' }, { column: 'B', text: '2' }] },
      { kind: 'paragraph', text: '# no' },
      { kind: 'paragraph', text: 'fin' },
    ])
  })

  test('of any kind is read without failing', () => {
    const piece = fc.constantFrom('#', '|', '-', '\n', ' ', '*', '`', '```', '[', '](', ')', '<', '>', '_', 'a', '1.', '\\', '---\n', '\u0000')
    fc.assert(fc.property(fc.array(piece, { maxLength: 200 }), pieces => { splitDocument(markdownBlocks(pieces.join(''))) }))
  })
})

test('plain text has headings where a short line stands alone before more', () => {
  expect(plainBlocks('Horarios\n\nAbrimos a las 9.\r\nCerramos a las 8.\n\n- uno\n  más\n- dos\n\nGracias')).toEqual([
    { kind: 'heading', level: 2, text: 'Horarios' },
    { kind: 'paragraph', text: 'Abrimos a las 9. Cerramos a las 8.' },
    { kind: 'listItem', text: 'uno más' },
    { kind: 'listItem', text: 'dos' },
    { kind: 'paragraph', text: 'Gracias' },
  ])
})

describe('CSV', () => {
  test('has rows whose cells bear the names of their columns', () => {
    expect(csvBlocks('\uFEFFPregunta;Respuesta\r\n"¿Abren;hoy?";"Sí, ""siempre""\nasí"\n\n;\n')).toEqual([
      { kind: 'tableRow', cells: [{ column: 'Pregunta', text: '¿Abren;hoy?' }, { column: 'Respuesta', text: 'Sí, "siempre"\nasí' }] },
    ])
    expect(csvBlocks('')).toEqual([])
  })

  test('is read back as it was written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ' ', 'ñ') }).map(text => `x${text}`)
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), rows => {
      const written = [['h1', 'h2'], ...rows].map(row => row.map(text => `"${text.replaceAll('"', '""')}"`).join(',')).join('\n')
      expect(csvRows(written)).toEqual([['h1', 'h2'], ...rows])
    }))
  })
})
