import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import type { PaperDocument } from './document.ts'
import { paperPdf } from './pdf.ts'

const paper: PaperDocument = {
  language: 'ES', title: 'Cotización', createdAt: '2026-11-28T12:00:00Z',
  from: { name: 'BotPro', lines: ['Santo Domingo'] }, to: { name: 'Óptica Ñandú, S. R. L.', lines: [] },
  facts: [{ label: 'Número', value: 'Q-2026-0001' }],
  blocks: [
    { kind: 'TEXT', text: 'El niño pagó RD$ 1,500.00 y €20 — según «acuerdo»; ¿qué más?' },
    { kind: 'TABLE', columns: [{ label: 'Descripción', isWide: true }, { label: 'Importe', align: 'right' }], rows: [['Plan Business', 'US$ 645.00']], sums: [{ label: 'Total', value: 'US$ 645.00', isTotal: true }] },
  ],
}

const textOf = async (pdf: Buffer) => (await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })).text

test('what stands on paper can be read again, accents and currencies too', async () => {
  const text = await textOf(await paperPdf(paper))
  for (const words of ['Cotización', 'Óptica Ñandú, S. R. L.', 'RD$ 1,500.00 y €20 — según «acuerdo»; ¿qué más?', 'US$ 645.00', 'Página 1 de 1']) expect(text).toContain(words)
})

test('the same paper is the same bytes, and another day makes another', async () => {
  const [one, other, later] = [await paperPdf(paper), await paperPdf(paper), await paperPdf({ ...paper, createdAt: '2026-11-29T12:00:00Z' })]
  expect(one.equals(other)).toBe(true)
  expect(one.equals(later)).toBe(false)
})

test('a long table goes on over pages, each with its number and the head of the table', async () => {
  const rows = Array.from({ length: 90 }, (_, i) => [`Línea ${i}`, `US$ ${i}.00`])
  const text = await textOf(await paperPdf({ ...paper, blocks: [{ kind: 'TABLE', columns: [{ label: 'Descripción', isWide: true }, { label: 'Importe', align: 'right' }], rows }] }))
  expect(text.match(/Descripción/g)!.length).toBe(text.match(/Página \d de \d/g)!.length)
  expect(text).toContain('Línea 89')
})
