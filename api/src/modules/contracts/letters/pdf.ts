import { createRequire } from 'node:module'
import path from 'node:path'
import type { PaperDocument } from './document.ts'
import { housePaper } from './house-template.ts'

/** pdfmake 0.3 brings no types, and those that others made are of 0.2. */
interface Pdfmake {
  setFonts(fonts: Record<string, Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>>): void
  setUrlAccessPolicy(mayFetch: (url: string) => boolean): void
  setLocalAccessPolicy(mayRead: (path: string) => boolean): void
  createPdf(definition: object): { getBuffer(): Promise<Buffer> }
}

const require = createRequire(import.meta.url)
const pdfmake = require('pdfmake') as Pdfmake

// Roboto comes with pdfmake (Apache 2.0).
const folder = path.join(path.dirname(require.resolve('pdfmake/package.json')), 'fonts', 'Roboto')
const face = (name: string) => path.join(folder, `Roboto-${name}.ttf`)

pdfmake.setFonts({ Roboto: { normal: face('Regular'), bold: face('Medium'), italics: face('Italic'), bolditalics: face('MediumItalic') } })
// What stands on paper fetches nothing and reads nothing but the fonts.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy(file => path.dirname(file) === folder)

/** The paper as a PDF. The same document is the same bytes, whenever and however often it is drawn. */
export const paperPdf = (document: PaperDocument): Promise<Buffer> => pdfmake.createPdf(housePaper(document)).getBuffer()
