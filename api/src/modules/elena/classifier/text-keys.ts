import { stem, type Language } from '../language/language.ts'
import { tokenise } from '../language/tokens.ts'
import { conceptsOf } from '../lexicon/lexicon.ts'
import { hashOn, hashPair, hashText } from './hash.ts'

/**
 * What a classifier knows of a text: for each block of features the 32-bit keys that occur, repeated as they repeat.
 * Words and their pairs; runs of letters inside words, which survive typos; stems and their pairs, also across one or two
 * others, which survive inflection; concepts of the lexicon, which survive other words.
 */
export type TextKeys = readonly number[][]

/** Blocks in the order of `TextKeys`, with the share that each has in a text's vector. Found by cross-validation. */
export const blockWeights = [0.45, 0.7, 0.45, 0.6] as const

export const conceptBlock = 3

const starts = { word: 0x811c9dc5, letters: 0x2f0b4c47, stem: 0x5bd1e995, concept: 0x7ed55d16, first: 0x0b4cf3a1, last: 0x3c6ef372, apart: 0x00005555 }
const shortestRun = 2
const longestRun = 5
const edge = 32

const asWritten = (word: string) => word

/** The keys of a text in its language; `repair` may put a known word in the place of a misspelt one. */
export function textKeys(text: string, language: Language, repair: (word: string) => string = asWritten): TextKeys {
  const words = tokenise(text).map(token => repair(token.word))
  const stems = words.map(word => stem(word, language))
  return [
    withPairs(words.map(word => hashText(word, starts.word))),
    words.flatMap(lettersOf),
    withWidePairs(stems.map(each => hashText(each, starts.stem))),
    conceptsOf(stems, language).map(concept => hashOn(starts.concept, concept)),
  ]
}

/** The keys, the pairs of neighbours, and which keys stand first and last. */
function withPairs(keys: readonly number[]): number[] {
  if (keys.length === 0) return []
  const pairs = keys.slice(1).map((key, at) => hashPair(keys[at]!, key))
  return [...keys, hashPair(starts.first, keys[0]!), hashPair(keys.at(-1)!, starts.last), ...pairs]
}

/** As `withPairs`, with pairs that have one or two others between them. */
function withWidePairs(keys: readonly number[]): number[] {
  const wide = keys.flatMap((key, at) => keys.slice(at + 2, at + 4).map(other => hashPair(key ^ starts.apart, other)))
  return [...withPairs(keys), ...wide]
}

/** Keys of all runs of two to five letters of a word between its edges; of a shorter word the whole. */
function lettersOf(word: string): number[] {
  const keys: number[] = []
  const last = word.length + 1
  const codeAt = (at: number) => at === 0 || at === last ? edge : word.charCodeAt(at - 1)
  for (let from = 0; from < last; from++) {
    let hash = hashOn(starts.letters, codeAt(from))
    for (let to = from + 1; to <= last && to < from + longestRun; to++) {
      hash = hashOn(hash, codeAt(to))
      if (to - from + 1 >= shortestRun) keys.push(hash)
    }
  }
  return keys
}
