import { stem, type Language } from '../language/language.ts'
import { tokenise } from '../language/tokens.ts'
import { conceptsOf } from '../lexicon/lexicon.ts'
import { hashOn, hashPair, hashText } from './hash.ts'

/**
 * What a classifier knows of a text: for each block of features the 32-bit keys that occur, repeated as they repeat.
 * Words and their pairs; runs of letters inside words, which survive typos; stems and their pairs, which survive
 * inflection; concepts of the lexicon, which survive other words.
 */
export type TextKeys = readonly number[][]

/** Blocks in the order of `TextKeys`, with the share that each has in a text's vector. Found by cross-validation. */
export const blockWeights = [0.45, 0.7, 0.45, 0.6] as const

export const conceptBlock = 3

const starts = { word: 0x811c9dc5, letters: 0x2f0b4c47, stem: 0x5bd1e995, concept: 0x7ed55d16 }
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
    withPairs(stems.map(each => hashText(each, starts.stem))),
    conceptsOf(stems, language).map(concept => hashOn(starts.concept, concept)),
  ]
}

function withPairs(keys: number[]): number[] {
  const all = keys.slice()
  for (let at = 1; at < keys.length; at++) all.push(hashPair(keys[at - 1]!, keys[at]!))
  return all
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
