import { hashOn, hashPair, hashText } from '../../language/index.ts'
import type { Piece } from './piece.ts'

/** What was marked in a text: type numbers instead of names. */
export interface TypedSpan { first: number, last: number, type: number }

/** The words of a text as the gazetteer compares them. */
export interface GazetteerWords { phrases: Uint32Array, stems: Uint32Array }

/** How often a phrase or stem was seen at all, and within marks of each type. */
export interface Mentions { seen: number, types: Map<number, number> }

const phraseStart = 0x3c6ef372
const longestPhrase = 8
const memberKey = 0x1f83d9ab
const stemKey = 0x5be0cd19
const roles = { inner: 2, first: 1, last: 3, only: 4 }

/**
 * What has been marked before, as hints: phrases that were values of a type, stems that stood within one, and how often
 * they were when they occurred at all. While learning, a text's own marks are taken out of the count: otherwise the
 * model would learn that what is marked is always known already.
 */
export class Gazetteer {
  readonly phrases: Map<number, Mentions>
  readonly stems: Map<number, Mentions>

  constructor(phrases = new Map<number, Mentions>(), stems = new Map<number, Mentions>()) {
    this.phrases = phrases
    this.stems = stems
  }

  static of(texts: readonly { words: GazetteerWords, spans: readonly TypedSpan[] }[]): Gazetteer {
    const gazetteer = new Gazetteer()
    for (const { words, spans } of texts) countMarks(gazetteer, words, spans)
    for (const { words } of texts) gazetteer.countSeen(words)
    return gazetteer
  }

  private countSeen({ phrases, stems }: GazetteerWords): void {
    eachPhrase(phrases, hash => {
      const mentions = this.phrases.get(hash)
      if (mentions) mentions.seen++
    })
    for (const stem of stems) mentionsOf(this.stems, stem).seen++
  }

  /** Adds to each piece's keys what its phrase and stem are known for. `own` are the marks that came from this text. */
  addKeys(words: GazetteerWords, keys: readonly number[][], own?: readonly TypedSpan[]): void {
    const mine = own ? ofOne(words, own) : none
    for (const { first, last, type, share } of this.members(words, mine, own ? 1 : 0)) {
      for (let at = first; at <= last; at++) keys[at]!.push(hashOn(hashOn(hashOn(memberKey, type), roleOf(at, first, last)), share))
    }
    words.stems.forEach((stem, at) => this.addStemKeys(stem, mine, keys[at]!))
  }

  /** Known phrases in a text, without those within a longer one of the same type. */
  private members({ phrases }: GazetteerWords, mine: Gazetteer, ownSeen: number): (TypedSpan & { share: number })[] {
    const found: (TypedSpan & { share: number })[] = []
    eachPhrase(phrases, (hash, first, last) => {
      const mentions = this.phrases.get(hash)
      if (!mentions) return
      const own = mine.phrases.get(hash)?.types
      for (const [type, count] of mentions.types) {
        const others = count - (own?.get(type) ?? 0)
        if (others > 0) found.push({ first, last, type, share: shareOf(others, mentions.seen - ownSeen) })
      }
    })
    return found.filter(each => !found.some(other => other !== each && other.type === each.type && other.first <= each.first && other.last >= each.last))
  }

  private addStemKeys(stem: number, mine: Gazetteer, keys: number[]): void {
    const mentions = this.stems.get(stem)
    const own = mine.stems.get(stem)
    const seen = (mentions?.seen ?? 0) - (own?.seen ?? 0)
    let marked = false
    for (const [type, count] of mentions?.types ?? nothing) {
      const others = count - (own?.types.get(type) ?? 0)
      if (others <= 0) continue
      marked = true
      keys.push(hashOn(hashOn(stemKey, type), shareOf(others, seen)))
    }
    if (!marked) keys.push(hashOn(stemKey, neverMarked - Math.min(seen, seenOften)))
  }
}

const none = new Gazetteer()

/** What a single text adds to the counts. */
function ofOne(words: GazetteerWords, spans: readonly TypedSpan[]): Gazetteer {
  const mine = new Gazetteer()
  countMarks(mine, words, spans)
  for (const stem of words.stems) mentionsOf(mine.stems, stem).seen++
  return mine
}

const nothing = new Map<number, number>()
const neverMarked = 0xfffff
const seenOften = 3

const mentionsOf = (map: Map<number, Mentions>, key: number): Mentions => {
  let mentions = map.get(key)
  if (!mentions) map.set(key, mentions = { seen: 0, types: new Map() })
  return mentions
}

const count = ({ types }: Mentions, type: number) => types.set(type, (types.get(type) ?? 0) + 1)

function countMarks(gazetteer: Gazetteer, words: GazetteerWords, spans: readonly TypedSpan[]): void {
  for (const { first, last, type } of spans) {
    if (last - first < longestPhrase) count(mentionsOf(gazetteer.phrases, phraseOf(words.phrases, first, last)), type)
    for (let at = first; at <= last; at++) count(mentionsOf(gazetteer.stems, words.stems[at]!), type)
  }
}

/** Rarely, sometimes, mostly or always: what share of its occurrences was marked. */
function shareOf(marked: number, seen: number): number {
  const share = marked / Math.max(marked, seen)
  return share > 0.9 ? 3 : share > 0.5 ? 2 : share > 0.2 ? 1 : 0
}

const roleOf = (at: number, first: number, last: number) =>
  first === last ? roles.only : at === first ? roles.first : at === last ? roles.last : roles.inner

function phraseOf(words: Uint32Array, first: number, last: number): number {
  let hash = phraseStart
  for (let at = first; at <= last; at++) hash = hashPair(hash, words[at]!)
  return hash
}

function eachPhrase(words: Uint32Array, use: (hash: number, first: number, last: number) => void): void {
  for (let first = 0; first < words.length; first++) {
    let hash = phraseStart
    for (let last = first; last < words.length && last - first < longestPhrase; last++) {
      hash = hashPair(hash, words[last]!)
      use(hash, first, last)
    }
  }
}

/** Words and stems of pieces as hashes; of a number only how long it is. */
export function gazetteerWords(pieces: readonly Piece[]): GazetteerWords {
  return {
    phrases: Uint32Array.from(pieces, piece => hashText(likeness(piece), 1)),
    stems: Uint32Array.from(pieces, piece => hashText(piece.stem, 2)),
  }
}

/** A word as it is compared: numbers of one length are alike. */
export const likeness = ({ word, shape }: Piece): string => shape[0] === '9' ? shape : word
