import { fold, type Language, stem, type Token, tokensOf } from '../../language/index.ts'
import { sentencesOf, type Span } from '../documents/sentences.ts'

/** What to show of a passage: its sentence that answers best, and the question's words in it (in the whole passage). */
export interface Highlight { sentence: Span, words: Span[] }

export interface HighlightOptions {
  language: Language
  /** How much a word tells, for instance `PassageIndex.rarity`; all the same when left out. */
  rarity?: (word: string) => number
}

// A neighbour's words help where a sentence says "it" for what was named before.
const neighbourShare = 0.3

/** Finds where a passage says what was asked. `words` are folded, as in `FoundPassage.words`; without any match the first sentence is chosen. */
export function highlight(text: string, words: readonly string[], { language, rarity = () => 1 }: HighlightOptions): Highlight {
  const wanted = new Map(words.map(word => [stem(word, language), rarity(word)]))
  const matches = tokensOf(fold(text)).filter(token => wanted.has(stem(token.word, language)))
  return {
    sentence: bestSentence(text, matches, token => stem(token.word, language), wanted),
    words: matches.map(({ start, end }) => ({ start, end })),
  }
}

function bestSentence(text: string, matches: Token[], stemOf: (token: Token) => string, wanted: ReadonlyMap<string, number>): Span {
  const sentences = sentencesOf(text)
  const worths = sentences.map(({ start, end }) => {
    const met = new Set(matches.filter(token => token.start >= start && token.end <= end).map(stemOf))
    return [...met].reduce((sum, each) => sum + wanted.get(each)!, 0)
  })
  const withNeighbours = worths.map((worth, at) => worth === 0 ? 0 : worth + neighbourShare * Math.max(worths[at - 1] ?? 0, worths[at + 1] ?? 0))
  const best = withNeighbours.indexOf(Math.max(...withNeighbours))
  return sentences[best] ?? { start: 0, end: 0 }
}
