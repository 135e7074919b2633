import { type Language, stem, tokenise } from '../../language/index.ts'
import type { Spelling } from './spelling.ts'
import { conceptKeys } from './text-terms.ts'

// What no one asks in one message; more of it would only cost time.
const mostCharacters = 4000
const mostWords = 200

/** A question as an index reads it: its folded words in their order, slips repaired towards the index's own words. */
export interface Query { words: readonly string[], language: Language }

/** Reads a question. Of a very long one only the beginning counts. */
export function readQuery(text: string, language: Language, spelling: Spelling): Query {
  const tokens = tokenise(text.slice(0, mostCharacters).normalize('NFC')).slice(0, mostWords)
  // A word that the lexicon knows is no slip, though the index lacks it.
  const isWord = (word: string) => conceptKeys([stem(word, language)], language).length > 0
  return { words: tokens.map(({ word }) => isWord(word) ? word : spelling.repair(word)), language }
}

export interface Repair { typed: string, read: string }

/** What was taken for a slip, each once. */
export function repairsOf(text: string, { words }: Query): Repair[] {
  const typed = tokenise(text.slice(0, mostCharacters).normalize('NFC')).map(({ word }) => word)
  const repairs = words.flatMap((read, at) => read === typed[at] ? [] : [[typed[at]!, read] as const])
  return [...new Map(repairs)].map(([word, read]) => ({ typed: word, read }))
}
