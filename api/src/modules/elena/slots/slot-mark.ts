import type { Language } from '../../language/index.ts'
import { piecesOf, type Piece } from './piece.ts'

/** A part of a text that somebody marked as an entity: UTF-16 offsets, end exclusive. */
export interface Mark { start: number, end: number, entity: string }

/** A text with its marks, to learn slots from. */
export interface MarkedText { text: string, intent?: string, entities?: readonly Mark[] }

/** Why a mark teaches nothing. */
export type MarkFault = 'outside the text' | 'empty' | 'overlaps another' | 'splits a word'

/** A mark that was left out: of which example (its place in the list given), which mark, and why. */
export interface MarkProblem { example: number, mark: Mark, reason: MarkFault }

/** A marked part by the pieces it begins and ends with, both inclusive. */
export interface PieceSpan { first: number, last: number, entity: string }

/** A text ready to be learnt from. */
export interface MarkedPieces { text: string, pieces: Piece[], spans: PieceSpan[], intent?: string }

/**
 * The pieces of an example and what is marked of them. Blanks at the borders of a mark are left out of it; a mark that
 * cannot be meant is a problem and left out, of two that overlap the shorter one.
 */
export function readMarks(example: MarkedText, language: Language, report: (mark: Mark, reason: MarkFault) => void): MarkedPieces {
  const { text, intent, entities = [] } = example
  const pieces = piecesOf(text, language)
  const spans: PieceSpan[] = []
  for (const mark of entities.toSorted(longestFirst)) {
    const span = spanOf(mark, text, pieces)
    if (typeof span === 'string') report(mark, span)
    else if (spans.some(other => other.first <= span.last && span.first <= other.last)) report(mark, 'overlaps another')
    else spans.push(span)
  }
  spans.sort((a, b) => a.first - b.first)
  return { text, pieces, spans, ...intent !== undefined && { intent } }
}

const longestFirst = (a: Mark, b: Mark) =>
  b.end - b.start - (a.end - a.start) || a.start - b.start || (a.entity < b.entity ? -1 : 1)

function spanOf({ start, end, entity }: Mark, text: string, pieces: readonly Piece[]): PieceSpan | MarkFault {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length) return 'outside the text'
  const first = pieces.findIndex(piece => piece.end > start)
  const last = pieces.findLastIndex(piece => piece.start < end)
  if (end <= start || first < 0 || last < first) return 'empty'
  return pieces[first]!.start < start || pieces[last]!.end > end ? 'splits a word' : { first, last, entity }
}
