/** A part of a text. Offsets count UTF-16 units from 0; `end` is the first after it. */
export interface Span { start: number; end: number }
export interface Piece { start: number; text: string; isSentence: boolean; isWord: boolean }

const covers = (span: Span, at: number) => span.start <= at && at < span.end

/** A passage in pieces, from its beginning to its end: which of them answer, and which are words that were asked for. */
export function piecesOf(text: string, sentence: Span, words: readonly Span[]): Piece[] {
  const edges = [0, text.length, ...[sentence, ...words].flatMap(({ start, end }) => [start, end])]
  const cuts = [...new Set(edges.map(edge => Math.max(0, Math.min(edge, text.length))))].toSorted((one, other) => one - other)
  return cuts.slice(0, -1).map((start, at) => ({
    start, text: text.slice(start, cuts[at + 1]), isSentence: covers(sentence, start), isWord: words.some(word => covers(word, start)),
  }))
}

const BEFORE = 160
const AFTER = 320

/** Of a long passage only what lies around its best sentence; what is left out is shown as an ellipsis. */
export function excerptOf(pieces: readonly Piece[], sentence: Span): Piece[] {
  const [from, to] = [sentence.start - BEFORE, sentence.end + AFTER]
  const kept = pieces.filter(({ start, text }) => start + text.length > from && start < to)
  return kept.map((piece, at) => {
    const [head, tail] = [Math.max(0, from - piece.start), Math.max(0, piece.start + piece.text.length - to)]
    const cut = piece.text.slice(head, piece.text.length - tail)
    const [isFirst, isLast] = [at === 0 && (head > 0 || piece.start > 0), at === kept.length - 1 && (tail > 0 || piece !== pieces.at(-1))]
    return { ...piece, start: piece.start + head, text: `${isFirst ? `…${cut.trimStart()}` : cut}${isLast ? '…' : ''}` }
  })
}
