import { createHash } from 'node:crypto'
import { textOf, type DocumentBlock } from './document-blocks.ts'
import type { Passage } from '../retrieval/passage-index.ts'
import { sentencesOf } from './sentences.ts'

export interface SplitOptions {
  /** The document's own title: the beginning of every passage's title. */
  title?: string
  /** Words that a passage should have at least, where the document has them under one heading. 60 when left out. */
  least?: number
  /** Words that a passage has at most, unless a single sentence has more. 180 when left out. */
  most?: number
}

/** A sentence (or list item, or row) and how many words it has; `opens` says that a new line begins with it. */
interface Piece { text: string, words: number, opens: boolean }

/** Blocks under one path of headings. */
interface Section { headings: string[], pieces: Piece[] }

/** A passage with the headings that make its title, outermost first. */
export interface SplitPassage extends Passage { headings: string[] }

const pathSeparator = ' › '
// No sentence of a language is as long; what is (a table of numbers without a stop) is cut.
const mostSentence = 120

/**
 * Passages of a document: whole sentences of one section, each passage after the first beginning with the last sentence of
 * the one before. The path of headings is the title. The id comes from the contents: the same passage keeps its id when
 * the document is read again, and a passage said twice comes once.
 */
export function splitDocument(blocks: readonly DocumentBlock[], { title = '', least = 60, most = 180 }: SplitOptions = {}): SplitPassage[] {
  const passages = new Map<string, SplitPassage>()
  for (const section of sectionsOf(blocks, title)) {
    const path = section.headings.join(pathSeparator)
    for (const text of textsOf(section.pieces, least, most)) {
      const id = contentId(path, text)
      if (!passages.has(id)) passages.set(id, { id, title: path, headings: section.headings, text })
    }
  }
  return [...passages.values()]
}

function contentId(title: string, text: string): string {
  return createHash('sha256').update(`${title}\n${text}`).digest('base64url').slice(0, 16)
}

function sectionsOf(blocks: readonly DocumentBlock[], title: string): Section[] {
  const path: { level: number, text: string }[] = []
  const sections: Section[] = [{ headings: title ? [title] : [], pieces: [] }]
  for (const block of blocks) {
    const text = textOf(block)
    if (text === '') continue
    if (block.kind !== 'heading') {
      sections.at(-1)!.pieces.push(...piecesOf(text))
      continue
    }
    while (path.length > 0 && path.at(-1)!.level >= block.level) path.pop()
    path.push({ level: block.level, text })
    sections.push({ headings: under(title, path.map(each => each.text)), pieces: [] })
  }
  return sections.filter(section => section.pieces.length > 0)
}

const under = (title: string, path: string[]) => path[0] === title || !title ? path : [title, ...path]

function piecesOf(text: string): Piece[] {
  return sentencesOf(text).flatMap(({ start, end }) => cut(text.slice(start, end)))
    .map((each, at) => ({ text: each, words: wordCount(each), opens: at === 0 }))
}

function cut(sentence: string): string[] {
  const words = sentence.split(/\s+/)
  if (words.length <= mostSentence) return [sentence]
  return Array.from({ length: Math.ceil(words.length / mostSentence) }, (_, at) => words.slice(at * mostSentence, (at + 1) * mostSentence).join(' '))
}

const wordCount = (text: string) => text.split(/\s+/).length

/** Fills passages evenly, so that the last of a section is not a scrap. */
function textsOf(pieces: readonly Piece[], least: number, most: number): string[] {
  const whole = pieces.reduce((sum, piece) => sum + piece.words, 0)
  const aim = Math.max(least, whole / Math.ceil(whole / most))
  const texts: Piece[][] = [[]]
  let words = 0
  for (const piece of pieces) {
    const filled = words >= aim || words + piece.words > most
    if (filled && words > 0) words = begin(texts, piece, most)
    texts.at(-1)!.push(piece)
    words += piece.words
  }
  return texts.filter(text => text.length > 0).map(written)
}

/** Opens a passage with the last sentence of the one before, if there is room for it and the next; tells its words. */
function begin(texts: Piece[][], next: Piece, most: number): number {
  const last = texts.at(-1)!.at(-1)!
  const fits = texts.at(-1)!.length > 1 && last.words + next.words <= most
  texts.push(fits ? [last] : [])
  return fits ? last.words : 0
}

const written = (pieces: readonly Piece[]) => pieces.map(({ text, opens }, at) => at === 0 ? text : (opens ? '\n' : ' ') + text).join('')
