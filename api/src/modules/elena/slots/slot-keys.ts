import { conceptsOf, hashOn, hashPair, hashText, type Language } from '../../language/index.ts'
import type { GazetteerWords } from './gazetteer.ts'
import type { Piece } from './piece.ts'

/** Something that a recogniser found in a text, a date or a number say: UTF-16 offsets, end exclusive. */
export interface SpanHint { start: number, end: number, kind: string }

/** A text as keys are made of it. */
export interface KeyedText { pieces: readonly Piece[], words: GazetteerWords, language: Language, hints?: readonly SpanHint[] }

const tag = (name: string) => hashText(name, 0x811c9dc5)
const tags = {
  any: tag('any'), word: tag('word'), stem: tag('stem'), opening: tag('opening'), ending: tag('ending'),
  words: [-2, -1, 1, 2].map(step => tag(`word${step}`)), stems: [-2, -1, 1, 2].map(step => tag(`stem${step}`)),
  shape: tag('shape'), shapeBefore: tag('shape-1'), shapeAfter: tag('shape+1'),
  concepts: [-1, 0, 1].map(step => tag(`concept${step}`)), quoted: tag('quoted'),
  hint: tag('hint'), hintBefore: tag('hint-1'), hintAfter: tag('hint+1'),
  intent: tag('intent'), intentStems: [-1, 0, 1].map(step => tag(`intent-stem${step}`)),
}
const steps = [-2, -1, 1, 2] as const
const beforeText = 3
const afterText = 4
const shortestPart = 2
const longestPart = 4
const quotes = new Set(['"', '“', '«', '”', '»'])

/** Keys of what stands around each piece and of what it looks like, not of the word itself. */
export function surroundingKeys({ pieces, words, language, hints = [] }: KeyedText): number[][] {
  const at = (hashes: Uint32Array, index: number) => index < 0 ? beforeText : index >= hashes.length ? afterText : hashes[index]!
  const shapes = Uint32Array.from(pieces, piece => hashText(piece.shape, tags.shape))
  const keys = pieces.map((_, index) => {
    const shape = shapes[index]!
    const own = [tags.any, shape, hashPair(tags.shapeBefore, hashPair(at(shapes, index - 1), shape)), hashPair(tags.shapeAfter, hashPair(at(shapes, index + 1), shape))]
    for (let which = 0; which < steps.length; which++) {
      const other = index + steps[which]!
      own.push(hashPair(tags.words[which]!, at(words.phrases, other)), hashPair(tags.stems[which]!, at(words.stems, other)))
    }
    return own
  })
  addConcepts(pieces, language, keys)
  addQuotes(pieces, keys)
  for (const hint of hints) addHint(hint, pieces, keys)
  return keys
}

function addConcepts(pieces: readonly Piece[], language: Language, keys: number[][]): void {
  pieces.forEach((piece, index) => {
    for (const concept of conceptsOf([piece.stem], language)) {
      for (let step = -1; step <= 1; step++) keys[index + step]?.push(hashPair(tags.concepts[1 - step]!, concept))
    }
  })
}

function addQuotes(pieces: readonly Piece[], keys: number[][]): void {
  let quoted = false
  pieces.forEach(({ word }, index) => {
    if (quotes.has(word)) quoted = !quoted
    else if (quoted) keys[index]!.push(tags.quoted)
  })
}

function addHint({ start, end, kind }: SpanHint, pieces: readonly Piece[], keys: number[][]): void {
  const first = pieces.findIndex(piece => piece.end > start)
  const last = pieces.findLastIndex(piece => piece.start < end)
  if (first < 0 || last < first) return
  for (let at = first; at <= last; at++) {
    const role = (at === first ? 1 : 0) + (at === last ? 2 : 0)
    keys[at]!.push(hashOn(hashText(kind, tags.hint), role))
  }
  keys[first - 1]?.push(hashText(kind, tags.hintAfter))
  keys[last + 1]?.push(hashText(kind, tags.hintBefore))
}

/** Keys of the word of each piece: itself, its stem, how it begins and ends. */
export function wordKeys({ pieces, words }: KeyedText): number[][] {
  return pieces.map(({ word, shape }, index) => {
    const keys = [hashPair(tags.word, words.phrases[index]!), hashPair(tags.stem, words.stems[index]!)]
    if (shape[0] !== 'a' && shape[0] !== 'A') return keys
    let opening = hashOn(tags.opening, word.charCodeAt(0))
    let ending = hashOn(tags.ending, word.charCodeAt(word.length - 1))
    for (let length = shortestPart; length <= longestPart && length < word.length; length++) {
      opening = hashOn(opening, word.charCodeAt(length - 1))
      ending = hashOn(ending, word.charCodeAt(word.length - length))
      keys.push(opening, ending)
    }
    return keys
  })
}

/** Keys of an intent together with each piece and its neighbours: what "a las 3" means depends on what is wanted. */
export function intentKeys({ words: { stems } }: KeyedText, intent: string): number[][] {
  const name = hashText(intent, tags.intent)
  const at = (index: number) => index < 0 ? beforeText : index >= stems.length ? afterText : stems[index]!
  const [before, own, after] = tags.intentStems.map(each => hashPair(each, name))
  return Array.from(stems, (stem, index) =>
    [name, hashPair(before!, at(index - 1)), hashPair(own!, stem), hashPair(after!, at(index + 1))])
}
