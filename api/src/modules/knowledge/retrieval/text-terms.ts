import { conceptsOf, hashOn, hashText, type Language, stem } from '../../language/index.ts'

const offset = 0x811c9dc5

/** The key of a folded word or stem. */
export const textKey = (text: string): number => hashText(text, offset)

/** The key of a folded word's stem in a language. */
export const stemKey = (word: string, language: Language): number => textKey(stem(word, language))

/**
 * Keys of all runs of so many letters of a text's folded words, one space between them and at both ends: they survive
 * typos, and where they reach over a space they know which words stand together.
 */
export function runKeys(words: readonly string[], length: number): Uint32Array {
  const text = ` ${words.join(' ')} `
  const keys = new Uint32Array(Math.max(0, text.length - length + 1))
  for (let from = 0; from < keys.length; from++) {
    let hash = offset
    for (let at = from; at < from + length; at++) hash = hashOn(hash, text.charCodeAt(at))
    keys[from] = hash
  }
  return words.length > 0 ? keys : keys.subarray(0, 0)
}

/** The concepts that stems name, each as a key; groups of concepts are left out, being too wide to find anything by. */
export const conceptKeys = (stems: readonly string[], language: Language): number[] =>
  conceptsOf(stems, language).filter(concept => concept > 0).map(concept => hashOn(offset, concept))
