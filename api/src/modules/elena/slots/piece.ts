import { fold, type Language, stem } from '../../language/index.ts'

/**
 * The smallest thing that a slot can begin or end with: a run of letters, a run of digits or a sign of its own.
 * `word` is folded (see `fold`); offsets are of UTF-16 code units, end exclusive.
 */
export interface Piece { word: string, stem: string, shape: string, start: number, end: number }

const runs = /[\p{L}\p{M}]+|\p{N}+|[^\s\p{L}\p{M}\p{N}]/gu
const smallLetters = /^[a-záéíóúüñ]/
const digit = /^\p{N}/u
const letter = /^\p{L}/u
const longestNumber = 5

/** The pieces of a text in their order. Finer than the tokens of a classifier: "7pm" is two, "juan's" is three. */
export function piecesOf(text: string, language: Language): Piece[] {
  const pieces: Piece[] = []
  for (const { 0: word, index: start } of fold(text).matchAll(runs)) {
    const end = start + word.length
    pieces.push({ word, stem: stem(word, language), shape: shapeOf(text.slice(start, end), word), start, end })
  }
  return pieces
}

/** Numbers by how long they are, words by which of their letters are large, signs as they are. */
function shapeOf(written: string, folded: string): string {
  if (smallLetters.test(written)) return 'a'
  if (digit.test(written)) return '9'.repeat(Math.min(written.length, longestNumber))
  if (!letter.test(written)) return written
  if (written[0] === written[0]!.toLowerCase()) return 'a'
  return written.length > 1 && written === written.toUpperCase() && folded !== written ? 'AA' : 'Aa'
}
