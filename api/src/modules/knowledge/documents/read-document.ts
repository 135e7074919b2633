import type { Language } from '../../../platform/language.ts'
import { decodedText } from '../../../platform/decoded-text.ts'
import { detectLanguage } from '../../language/index.ts'
import { csvBlocks } from './csv-blocks.ts'
import type { DocumentBlock } from './document-blocks.ts'
import { splitDocument } from './document-split.ts'
import { docxBlocks } from './docx-blocks.ts'
import { htmlPage } from './html-blocks.ts'
import { markdownBlocks } from './markdown-blocks.ts'
import { pdfBlocks } from './pdf-blocks.ts'
import { ReadingProblem } from './reading-problem.ts'

export interface DocumentToRead {
  kind: 'HTML' | 'PDF' | 'DOCX' | 'CSV' | 'MARKDOWN'
  content: Uint8Array
  /** As it is said to be in, beside the content. */
  charset?: string
  /** What it is called where it does not say. */
  name: string
  /** Of what does not say its own. */
  language: Language
}

export interface ReadPassage { headings: string[], text: string, language: Language }

export interface ReadDocument {
  title: string
  /** The address by which a page wants to be known; may be relative. */
  canonical?: string
  passages: ReadPassage[]
  /** There was more than is ever read of one. */
  isCut: boolean
}

interface Content { blocks: DocumentBlock[], title?: string, language?: Language, canonical?: string, isCut?: boolean }

const mostPassages = 20_000
const longestTitle = 300
/** What is shorter does not tell its language for sure. */
const tellingWords = 8

/** Passages of a page or file. Throws a ReadingProblem for what brings none; takes long for what is large. */
export async function readDocument(document: DocumentToRead): Promise<ReadDocument> {
  const { blocks, title, language = document.language, canonical, isCut = false } = await contentOf(document)
  const all = splitDocument(blocks)
  if (all.length === 0) throw new ReadingProblem('EMPTY', 'It has no text.')
  const passages = all.slice(0, mostPassages).map(({ headings, text }) => ({ headings, text: stored(text), language: languageOf(text, language) }))
  return {
    title: stored(title || firstHeading(document, blocks) || document.name).slice(0, longestTitle), ...canonical && { canonical }, passages, isCut: isCut || all.length > mostPassages,
  }
}

async function contentOf({ kind, content, charset }: DocumentToRead): Promise<Content> {
  switch (kind) {
    case 'HTML': return pageOf(decodedText(content, charset ?? charsetOf(content)))
    case 'PDF': return pdfBlocks(content)
    case 'DOCX': return { blocks: await docxBlocks(content) }
    case 'CSV': return { blocks: csvBlocks(textOf(content)).flatMap((row, at): DocumentBlock[] => [{ kind: 'heading', level: 1, text: `#${at + 2}` }, row]) }
    case 'MARKDOWN': return { blocks: markdownBlocks(textOf(content)) }
  }
}

function pageOf(html: string): Content {
  const { robots, language, ...page } = htmlPage(html)
  if (/\b(?:noindex|none)\b/.test(robots)) throw new ReadingProblem('NOT_ALLOWED', 'The page asks not to be indexed.')
  const code = language?.slice(0, 2).toLowerCase()
  return { ...page, ...(code === 'es' || code === 'en') && { language: code === 'es' ? 'ES' : 'EN' } }
}

/** As a page says within itself, near its beginning. */
function charsetOf(content: Uint8Array): string | undefined {
  const head = Buffer.from(content.buffer, content.byteOffset, Math.min(content.length, 4096)).toString('latin1')
  return /<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w-]{2,30})/i.exec(head)?.[1]
}

function textOf(content: Uint8Array): string {
  const text = decodedText(content)
  if (text.includes('\0') || text.startsWith('%PDF-') || text.startsWith('PK\x03\x04')) throw new ReadingProblem('WRONG_KIND', 'It is no text.')
  return text
}

/** The title of a document whose first heading is one: a page's number or a row's is none. */
function firstHeading({ kind }: DocumentToRead, blocks: DocumentBlock[]): string | undefined {
  const heading = kind === 'DOCX' || kind === 'MARKDOWN' || kind === 'HTML' ? blocks.find(block => block.kind === 'heading') : undefined
  return heading?.text.trim()
}

function languageOf(text: string, otherwise: Language): Language {
  if (text.split(/\s+/, tellingWords).length < tellingWords) return otherwise
  return detectLanguage(text, otherwise === 'ES' ? 'es' : 'en') === 'es' ? 'ES' : 'EN'
}

/** Halves of letters and zeros cannot be kept. */
const stored = (text: string) => text.toWellFormed().replaceAll('\0', '')
