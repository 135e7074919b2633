import { type Language, stem } from '../../language/index.ts'
import { readQuery, type Query } from './query.ts'
import { Spelling } from './spelling.ts'
import { Marks, TermIndex } from './term-index.ts'
import { conceptKeys, runKeys, stemKey } from './text-terms.ts'

/** What an index does with its texts: how long the runs of letters are, and what each kind of term is worth. */
export interface Relevance { runLength: number, weights: { stem: number, run: number, concept: number }, saturation: number, lengthShare: number }

interface Form { stem: string, key: number }

const noForms = (): Record<Language, Map<string, Form>> => ({ es: new Map(), en: new Map() })

/**
 * Scores texts against questions: BM25 over stems, over runs of letters and over the lexicon's concepts, added up. A
 * concept counts only in texts that lack the question's own word for it. Texts are numbered as they are added.
 */
export class RelevanceIndex {
  private readonly relevance: Relevance
  private readonly stems: TermIndex
  private readonly runs: TermIndex
  private readonly concepts: TermIndex
  private readonly spelling = new Spelling()
  private readonly marks = new Marks()
  /** Of the words that were added, while more are: they repeat. */
  private forms = noForms()

  constructor(relevance: Relevance) {
    this.relevance = relevance
    this.stems = new TermIndex(relevance)
    this.runs = new TermIndex(relevance)
    this.concepts = new TermIndex(relevance)
  }

  get size(): number {
    return this.stems.size
  }

  /** Adds the next text by its folded words. */
  add(words: readonly string[], language: Language): void {
    this.addParts([words], language)
  }

  /** Adds the next text, of parts that do not belong together: no run reaches from one to the next. */
  addParts(parts: readonly (readonly string[])[], language: Language): void {
    const forms = parts.map(words => words.map(word => this.formOf(word, language)))
    this.stems.add(forms.flatMap(part => part.map(form => form.key)))
    this.runs.add(joined(parts.map(words => runKeys(words, this.relevance.runLength))))
    this.concepts.add(forms.flatMap(part => conceptKeys(part.map(form => form.stem), language)))
  }

  private formOf(word: string, language: Language): Form {
    const known = this.forms[language].get(word)
    if (known) return known
    this.spelling.add(word)
    const form = { stem: stem(word, language), key: stemKey(word, language) }
    this.forms[language].set(word, form)
    return form
  }

  /** Makes what was added ready to be searched, and frees what only adding needs. */
  settle(): void {
    this.forms = noForms()
    this.stems.settle()
    this.runs.settle()
    this.concepts.settle()
  }

  read(text: string, language: Language): Query {
    return readQuery(text, language, this.spelling)
  }

  /** Each text's score, by number; 0 where nothing is shared. */
  scores(query: Query): Float32Array {
    const scores = new Float32Array(this.size)
    const { weights, runLength } = this.relevance
    this.stems.addScores(stemKeys(query), weights.stem, scores)
    this.runs.addScores(new Set(runKeys(query.words, runLength)), weights.run, scores)
    this.addConcepts(query, scores)
    return scores
  }

  private addConcepts({ words, language }: Query, scores: Float32Array): void {
    const done = new Set<number>()
    for (const word of new Set(words)) {
      const concepts = this.rarestFirst(conceptKeys([stem(word, language)], language).filter(key => !done.has(key)))
      if (concepts.length === 0) continue
      this.marks.clear(this.size)
      for (const document of this.stems.documentsWith(stemKey(word, language))) this.marks.mark(document)
      // A text earns for one word once: for the rarest of its concepts.
      for (const concept of concepts) this.concepts.addScoreOnce(concept, this.relevance.weights.concept, scores, this.marks)
      for (const concept of concepts) done.add(concept)
    }
  }

  private rarestFirst(concepts: number[]): number[] {
    const rarity = new Map(concepts.map(concept => [concept, this.concepts.rarity(concept)]))
    return [...rarity.keys()].sort((a, b) => rarity.get(b)! - rarity.get(a)!)
  }

  /** What a text that has all of the question's stems and runs would score, roughly; the measure of a good score. */
  selfScore(query: Query): number {
    const { weights, runLength } = this.relevance
    let sum = 0
    for (const key of stemKeys(query)) sum += weights.stem * this.stems.rarity(key)
    for (const key of new Set(runKeys(query.words, runLength))) sum += weights.run * this.runs.rarity(key)
    return sum
  }

  /** Those of the question's words that a text has in one of their forms, and their share (0–1) of all, rare ones weighing more. */
  shared({ words, language }: Query, at: number): { words: string[], coverage: number } {
    const shared: string[] = []
    let [covered, whole] = [0, 0]
    for (const word of new Set(words)) {
      const rarity = this.rarity(word, language)
      whole += rarity
      if (!this.stems.has(stemKey(word, language), at)) continue
      covered += rarity
      shared.push(word)
    }
    return { words: shared, coverage: whole > 0 ? covered / whole : 0 }
  }

  /** How rare a word is among the texts; see `TermIndex.rarity`. */
  rarity(word: string, language: Language): number {
    return this.stems.rarity(stemKey(word, language))
  }
}

const stemKeys = ({ words, language }: Query): Set<number> => new Set(words.map(word => stemKey(word, language)))

function joined(arrays: Uint32Array[]): Uint32Array {
  if (arrays.length === 1) return arrays[0]!
  const all = new Uint32Array(arrays.reduce((sum, array) => sum + array.length, 0))
  let end = 0
  for (const array of arrays) {
    all.set(array, end)
    end += array.length
  }
  return all
}
