import { fold } from './fold.ts'

/** A word of a text: its folded form without apostrophes, and where it stands (UTF-16 offsets, end exclusive). */
export interface Token { word: string, start: number, end: number }

const words = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}]+)*/gu
const apostrophes = /['’]/g

/** The words of a text in their order; an apostrophe belongs to its word ("can't" is one word, "cant"). */
export function tokenise(text: string): Token[] {
  return tokensOf(fold(text))
}

/** As `tokenise`, of a text that is folded already. */
export function tokensOf(folded: string): Token[] {
  const tokens: Token[] = []
  for (const { 0: found, index } of folded.matchAll(words)) {
    const word = found.includes("'") || found.includes('’') ? found.replace(apostrophes, '') : found
    tokens.push({ word, start: index, end: index + found.length })
  }
  return tokens
}
