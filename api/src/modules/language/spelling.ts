import type { Language } from './language.ts'
import { isInLexicon } from './lexicon/lexicon.ts'

/** The words of a language that some texts use, to which misspelt ones can be repaired through an index of deletions. */
export class Spelling {
  readonly words: readonly string[]
  private readonly known: Set<string>
  private index?: Map<string, string>

  /** `words` are folded, the more frequent first: of two equally near ones the more frequent wins. */
  constructor(words: readonly string[]) {
    this.words = words
    this.known = new Set(words)
  }

  knows(word: string): boolean {
    return this.known.has(word)
  }

  /** The known word that is one letter away from an unknown one (missing, added, changed or swapped), if there is one. */
  nearest(word: string): string | undefined {
    if (word.length < shortestRepaired || word.length > longestRepaired || /\d/.test(word)) return undefined
    this.index ??= indexOf(this.words)
    let best: string | undefined
    for (const form of [word, ...withoutOne(word)]) {
      const found = this.index.get(form)
      if (found === undefined || !oneApart(word, found)) continue
      if (best === undefined || likeness(word, found) > likeness(word, best)) best = found
    }
    return best
  }
}

/** How probable a slip is: letters are most often swapped, and seldom is the first one wrong. */
const likeness = (written: string, meant: string): number =>
  (written.length === meant.length && [...written].sort().join('') === [...meant].sort().join('') ? 2 : 0) + Number(written[0] === meant[0])

const shortestRepaired = 4
const longestRepaired = 40

function indexOf(words: readonly string[]): Map<string, string> {
  const index = new Map<string, string>()
  for (const word of words) {
    if (word.length < shortestRepaired - 1 || word.length > longestRepaired || /\d/.test(word)) continue
    for (const form of [word, ...withoutOne(word)]) if (!index.has(form)) index.set(form, word)
  }
  return index
}

const withoutOne = (word: string): string[] => Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))

/** Whether one letter missing, added, changed, or two neighbours swapped make one word of the other. */
export function oneApart(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  let ends = 0
  while (ends < Math.min(one.length, other.length) - start && one.at(-1 - ends) === other.at(-1 - ends)) ends++
  const left = one.slice(start, one.length - ends)
  const right = other.slice(start, other.length - ends)
  if (left.length + right.length <= 2 && left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}

/** Repairs the words of a message that neither `spelling` nor the lexicon of the language knows. */
export const repairing = (spelling: Spelling, language: Language) => (word: string): string =>
  spelling.knows(word) || isInLexicon(word, language) ? word : spelling.nearest(word) ?? word
