import { getDocumentProxy } from 'unpdf'
import type { DocumentBlock } from './document-blocks.ts'
import { bodyHeight, linesOf, withoutRepeats, type PdfLine, type PdfText } from './pdf-lines.ts'
import { ReadingProblem } from './reading-problem.ts'

const mostPages = 2000
const longestHeading = 120
const bullet = /^(?:[-–•▪●○*·]|\d{1,3}[.)]|[a-z]\))\s+/

export interface PdfContent { blocks: DocumentBlock[], isCut: boolean }

/** Reads the text of a PDF: each page under its number, headings by the size of their letters. What was only scanned has none. */
export async function pdfBlocks(content: Uint8Array): Promise<PdfContent> {
  const document = await opened(content)
  const pages: PdfLine[][] = []
  for (let number = 1; number <= Math.min(document.numPages, mostPages); number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(linesOf(items.filter(item => 'str' in item) as PdfText[]))
    page.cleanup()
  }
  const told = withoutRepeats(pages)
  const body = bodyHeight(told)
  const blocks = told.flatMap((lines, at) => [{ kind: 'heading' as const, level: 1, text: `p. ${at + 1}` }, ...blocksOf(lines, body)])
  return { blocks, isCut: document.numPages > mostPages }
}

async function opened(content: Uint8Array) {
  if (!Buffer.from(content.buffer, content.byteOffset, Math.min(content.length, 1024)).includes('%PDF-')) throw new ReadingProblem('WRONG_KIND', 'It is no PDF.')
  try {
    // The library takes the bytes for itself, and takes no Buffer.
    return await getDocumentProxy(new Uint8Array(content), { verbosity: 0 })
  } catch (error) {
    if ((error as Error).name === 'PasswordException') throw new ReadingProblem('ENCRYPTED', 'It is locked with a password.')
    throw new ReadingProblem('UNREADABLE', 'The PDF is broken.', { cause: error })
  }
}

function blocksOf(lines: PdfLine[], body: number): DocumentBlock[] {
  const blocks: DocumentBlock[] = []
  let before: PdfLine | undefined
  for (const line of lines) {
    const last = blocks.at(-1)
    if (isHeading(line, body)) blocks.push({ kind: 'heading', level: line.height > body * 1.6 ? 2 : 3, text: line.text })
    else if (bullet.test(line.text)) blocks.push({ kind: 'listItem', text: line.text.replace(bullet, '') })
    else if (before && last && last.kind !== 'tableRow' && last.kind !== 'heading' && isNext(line, before)) last.text = joined(last.text, line.text)
    else blocks.push({ kind: 'paragraph', text: line.text })
    before = line
  }
  return blocks
}

const isHeading = ({ text, height }: PdfLine, body: number) => height > body * 1.15 && text.length <= longestHeading

/** Close beneath the line before, and in letters of its size. */
const isNext = (line: PdfLine, before: PdfLine) =>
  Math.abs(line.height - before.height) <= before.height * 0.15 && before.y - line.y > 0 && before.y - line.y <= before.height * 1.8

/** A word that was parted at the line's end is one again. */
const joined = (text: string, next: string) => /\p{L}-$/u.test(text) && /^\p{Ll}/u.test(next) ? text.slice(0, -1) + next : `${text} ${next}`
