import { type Language, tokenise } from '../../language/index.ts'
import type { Evidence } from './answer-confidence.ts'
import { repairsOf, type Repair } from './query.ts'
import { RelevanceIndex, type Relevance } from './relevance-index.ts'
import { highest } from './top-list.ts'

/** A piece of a document that can answer a question, under the title (or path of headings) that it stands beneath. */
export interface Passage { id: string, title: string, text: string, language?: Language }

/** What was found. `score` is comparable within one search alone; `words` are those of the question, folded, that the passage has. */
export interface FoundPassage extends Evidence { passage: Passage, score: number, words: string[] }

export interface SearchOptions {
  /** The most that are wanted. 10 when left out. */
  top?: number
  language?: Language
  /** Those that are not are as if they were not there. */
  isOpen?: (passage: Passage) => boolean
}

// Found on public question-and-passage sets.
const relevance: Relevance = { runLength: 5, weights: { stem: 1, run: 0.5, concept: 0.5 }, saturation: 0.9, lengthShare: 0.6 }

/** Passages, found by questions in other words, forms and spellings. Held in memory; about 12 KB a passage. */
export class PassageIndex {
  private readonly language: Language
  private readonly passages: Passage[] = []
  private readonly index = new RelevanceIndex(relevance)

  /** `language` is that of passages and questions that do not say theirs. */
  constructor(language: Language) {
    this.language = language
  }

  get size(): number {
    return this.passages.length
  }

  add(passage: Passage): void {
    const words = tokenise(`${passage.title.replaceAll('_', ' ')}\n${passage.text}`.normalize('NFC')).map(token => token.word)
    this.index.add(words, passage.language ?? this.language)
    this.passages.push(passage)
  }

  /** Adds many, tells the share that is done (0–1) after every hundred, and makes them ready. */
  addAll(passages: readonly Passage[], onProgress?: (share: number) => void): void {
    passages.forEach((passage, at) => {
      this.add(passage)
      if (at % 100 === 99) onProgress?.(at / passages.length)
    })
    this.settle()
    onProgress?.(1)
  }

  /** Makes what was added ready to be searched; searching does it too. */
  settle(): void {
    this.index.settle()
  }

  /** The passages that fit best, best first; none where the question shares nothing with any. */
  search(question: string, { top = 10, language = this.language, isOpen }: SearchOptions = {}): FoundPassage[] {
    const query = this.index.read(question, language)
    const scores = this.index.scores(query)
    if (isOpen) this.passages.forEach((passage, at) => { if (scores[at]! > 0 && !isOpen(passage)) scores[at] = 0 })
    const found = highest(scores, top)
    const self = this.index.selfScore(query)
    return found.map(({ at, score }) => ({
      passage: this.passages[at]!,
      score,
      strength: Math.min(1, score / self),
      ...this.index.shared(query, at),
    }))
  }

  /** Words of the question that were taken for slips of others. */
  repairs(question: string, language = this.language): Repair[] {
    return repairsOf(question, this.index.read(question, language))
  }

  /** How much a word tells: high for what few passages say. */
  rarity(word: string, language = this.language): number {
    return this.index.rarity(word, language)
  }
}
