import { hashOn, hashPair, hashText } from '../hash.ts'
import { type Language, stem } from '../language.ts'
import { conceptsOf } from '../lexicon/lexicon.ts'
import { tokenise } from '../tokens.ts'

/**
 * What a classifier knows of a text: 32-bit keys of its features, block after block, repeated as they repeat. Block b is
 * `keys` from `ends[b - 1]` (0 for the first) to `ends[b]`.
 */
export interface TextKeys { readonly keys: Uint32Array, readonly ends: readonly number[] }

/**
 * The share that each block has in a text's vector, found by cross-validation: words and their pairs; runs of letters
 * inside words, which survive typos; stems and their pairs, also across one or two others, which survive inflection;
 * concepts of the lexicon, which survive other words.
 */
export const blockWeights = [0.45, 0.7, 0.45, 0.6] as const

export const conceptBlock = 3

const starts = { word: 0x811c9dc5, letters: 0x2f0b4c47, stem: 0x5bd1e995, concept: 0x7ed55d16, first: 0x0b4cf3a1, last: 0x3c6ef372, apart: 0x5555 }
const shortestRun = 3
const longestRun = 6
const edge = 32

const asWritten = (word: string) => word

/** The keys of a text in its language; `repair` may put a known word in the place of a misspelt one. */
export function textKeys(text: string, language: Language, repair: (word: string) => string = asWritten): TextKeys {
  const { keys, ends } = reader.read(text, language, repair)
  return { keys: keys.slice(), ends }
}

/** Reads texts into a buffer of its own: what `read` gives is valid until it reads again. */
export class TextReader {
  private keys = new Uint32Array(2048)
  private size = 0

  read(text: string, language: Language, repair: (word: string) => string): TextKeys {
    this.size = 0
    const words = tokenise(text).map(token => repair(token.word))
    const stems = words.map(word => stem(word, language))
    const ends = [this.addWords(words), this.addLetters(words), this.addStems(stems), this.addConcepts(stems, language)]
    return { keys: this.keys.subarray(0, this.size), ends }
  }

  private add(key: number): void {
    if (this.size === this.keys.length) this.grow()
    this.keys[this.size++] = key
  }

  private grow(): void {
    const keys = new Uint32Array(this.keys.length * 2)
    keys.set(this.keys)
    this.keys = keys
  }

  private addWords(words: readonly string[]): number {
    this.addSequence(words, starts.word)
    return this.size
  }

  private addStems(stems: readonly string[]): number {
    const from = this.addSequence(stems, starts.stem)
    for (let at = 0; at < stems.length; at++) {
      for (let other = at + 2; other < stems.length && other < at + 4; other++) this.add(hashPair(this.keys[from + at]! ^ starts.apart, this.keys[from + other]!))
    }
    return this.size
  }

  /** Adds the items, the pairs of neighbours, and which stand first and last. Returns where the items begin. */
  private addSequence(items: readonly string[], start: number): number {
    const from = this.size
    for (const item of items) this.add(hashText(item, start))
    if (items.length === 0) return from
    const last = this.size - 1
    this.add(hashPair(starts.first, this.keys[from]!))
    this.add(hashPair(this.keys[last]!, starts.last))
    for (let at = from; at < last; at++) this.add(hashPair(this.keys[at]!, this.keys[at + 1]!))
    return from
  }

  private addLetters(words: readonly string[]): number {
    for (const word of words) this.addRuns(word)
    return this.size
  }

  /** All runs of three to six letters of a word between its edges. */
  private addRuns(word: string): void {
    const last = word.length + 1
    for (let from = 0; from < last; from++) {
      let hash = hashOn(starts.letters, from === 0 ? edge : word.charCodeAt(from - 1))
      for (let to = from + 1; to <= last && to < from + longestRun; to++) {
        hash = hashOn(hash, to === last ? edge : word.charCodeAt(to - 1))
        if (to - from + 1 >= shortestRun) this.add(hash)
      }
    }
  }

  private addConcepts(stems: readonly string[], language: Language): number {
    for (const concept of conceptsOf(stems, language)) this.add(hashOn(starts.concept, concept))
    return this.size
  }
}

const reader = new TextReader()
