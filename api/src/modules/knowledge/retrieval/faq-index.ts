import { tokenise, type Language } from '../../language/index.ts'
import type { Evidence } from './answer-confidence.ts'
import { repairsOf, type Query, type Repair } from './query.ts'
import { RelevanceIndex, type Relevance } from './relevance-index.ts'
import { highest } from './top-list.ts'

/** A question with its answer, and the other wordings in which it is known to be asked. */
export interface FaqPair { id: string, question: string, wordings: readonly string[], answer: string, language?: Language }

/** What was found. `score` is comparable within one search alone; `words` are those of the question, folded, that the pair has. */
export interface FoundPair extends Evidence {
  pair: FaqPair
  score: number
  words: string[]
  /** Whether it was asked exactly as it is known. */
  isExact: boolean
}

/** Another judge of which pair a question asks for: a probability (0–1) for each pair, in the order in which they were added; or nothing as yet. */
export type PairJudge = (question: string, language: Language) => ArrayLike<number> | undefined

export interface FaqOptions {
  /** Of pairs and questions that do not say theirs. */
  language: Language
  judge?: PairJudge
}

export interface PairSearch {
  /** The most that are wanted. 10 when left out. */
  top?: number
  language?: Language
  /** Those that are not are as if they were not there. */
  isOpen?: (pair: FaqPair) => boolean
}

// Found by holding out wordings of public pairs, at 1, 5 and 10 wordings each.
const asking: Relevance = { runLength: 4, weights: { stem: 1, run: 0.5, concept: 1 }, saturation: 0.8, lengthShare: 0.9 }
const answerShare = 0.15
const judgeShare = 1

/**
 * Pairs of question and answer, found by questions in new wordings. All wordings of a pair make one text, so what several
 * of them say weighs more; the answer's own words weigh a little. A wording asked exactly as it is known wins always.
 */
export class FaqIndex {
  private readonly options: FaqOptions
  private readonly pairs: FaqPair[] = []
  private readonly wordings = new RelevanceIndex(asking)
  private readonly answers = new RelevanceIndex(asking)
  /** Who has a wording, by its words; what several have decides between them no more. */
  private readonly exact = new Map<string, number[]>()

  constructor(options: FaqOptions) {
    this.options = options
  }

  get size(): number {
    return this.pairs.length
  }

  add(pair: FaqPair): void {
    const language = pair.language ?? this.options.language
    const wordings = [pair.question, ...pair.wordings].map(wordsOf).filter(words => words.length > 0)
    this.wordings.addParts(wordings, language)
    this.answers.add(wordsOf(pair.answer), language)
    for (const words of new Set(wordings.map(each => each.join(' ')))) this.exact.set(words, [...this.exact.get(words) ?? [], this.size])
    this.pairs.push(pair)
  }

  /** Makes what was added ready to be searched; searching does it too. */
  settle(): void {
    this.wordings.settle()
    this.answers.settle()
  }

  /** The pairs that the question may ask for, best first; none where it shares nothing with any. */
  search(question: string, { top = 10, language = this.options.language, isOpen = () => true }: PairSearch = {}): FoundPair[] {
    const query = this.wordings.read(question, language)
    const self = this.wordings.selfScore(query) || 1
    const retrieved = this.wordings.scores(query)
    const strengths = retrieved.map(score => Math.min(1, score / self))
    this.pairs.forEach((pair, at) => { if (!isOpen(pair)) retrieved[at] = -Infinity })
    const scores = this.combine(query, question, retrieved)
    const known = this.askedExactly(query, isOpen)
    if (known >= 0) scores[known] = 2 + judgeShare
    return highest(scores, top).map(({ at, score }) => ({
      pair: this.pairs[at]!,
      score,
      ...this.wordings.shared(query, at),
      strength: at === known ? 1 : strengths[at]!,
      isExact: at === known,
    }))
  }

  /** Words of the question that were taken for slips of others. */
  repairs(question: string, language = this.options.language): Repair[] {
    return repairsOf(question, this.wordings.read(question, language))
  }

  private askedExactly({ words }: Query, isOpen: (pair: FaqPair) => boolean): number {
    const holders = (this.exact.get(words.join(' ')) ?? []).filter(at => isOpen(this.pairs[at]!))
    return holders.length === 1 ? holders[0]! : -1
  }

  private combine(query: Query, question: string, retrieved: Float32Array): Float32Array {
    const answers = this.answers.scores(query)
    const scores = retrieved.map((score, at) => score + answerShare * answers[at]!)
    const best = scores.reduce((most, score) => Math.max(most, score), 0) || 1
    const judged = this.options.judge?.(question, query.language)
    return scores.map((score, at) => score / best + (judged ? judgeShare * judged[at]! : 0))
  }
}

const wordsOf = (text: string) => tokenise(text.normalize('NFC')).map(token => token.word)
