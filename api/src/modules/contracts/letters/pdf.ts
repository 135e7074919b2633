import { createRequire } from 'node:module'
import path from 'node:path'
import pdfmake from 'pdfmake'
import type { PaperDocument } from './document.ts'
import { housePaper } from './house-template.ts'

// Roboto comes with pdfmake (Apache 2.0).
const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts', 'Roboto')
const face = (name: string) => path.join(folder, `Roboto-${name}.ttf`)

pdfmake.setFonts({ Roboto: { normal: face('Regular'), bold: face('Medium'), italics: face('Italic'), bolditalics: face('MediumItalic') } })
// What stands on paper fetches nothing and reads nothing but the fonts.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy(file => path.dirname(file) === folder)

/** The paper as a PDF. The same document is the same bytes, whenever and however often it is drawn. */
export const paperPdf = (document: PaperDocument): Promise<Buffer> => pdfmake.createPdf(housePaper(document)).getBuffer()
