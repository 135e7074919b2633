import { type Language, tokenise } from '../../language/index.ts'
import type { Evidence } from './answer-confidence.ts'
import type { Query } from './query.ts'
import { RelevanceIndex, type Relevance } from './relevance-index.ts'
import { highest } from './top-list.ts'

/** A question with its answer, and the other wordings in which it is known to be asked. */
export interface FaqPair { id: string, question: string, wordings: readonly string[], answer: string, language?: Language }

/** What was found. `score` is comparable within one search alone; `words` are those of the question, folded, that the pair has. */
export interface FoundPair extends Evidence { pair: FaqPair, score: number, words: string[] }

/** Another judge of which pair a question asks for: a probability (0–1) for each pair, in the order in which they were added. */
export type PairJudge = (question: string, language: Language) => ArrayLike<number>

export interface FaqOptions {
  /** Of pairs and questions that do not say theirs. */
  language: Language
  judge?: PairJudge
}

// Found by holding out wordings of public pairs, at 1, 5 and 10 wordings each.
const asking: Relevance = { runLength: 4, weights: { stem: 1, run: 0.5, concept: 0.5 }, saturation: 0.8, lengthShare: 0.9 }
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
  private readonly exact = new Map<string, number>()

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
    for (const words of wordings) this.remember(words.join(' '))
    this.pairs.push(pair)
  }

  /** What two pairs are both asked by decides between them no more. */
  private remember(wording: string): void {
    const holder = this.exact.get(wording)
    this.exact.set(wording, holder === undefined || holder === this.size ? this.size : -1)
  }

  /** The pairs that the question may ask for, best first; none where it shares nothing with any. */
  search(question: string, { top = 10, language = this.options.language }: { top?: number, language?: Language } = {}): FoundPair[] {
    const query = this.wordings.read(question, language)
    const self = this.wordings.selfScore(query) || 1
    const retrieved = this.wordings.scores(query)
    const strengths = retrieved.map(score => Math.min(1, score / self))
    const scores = this.combine(query, question, retrieved)
    const known = this.exact.get(query.words.join(' ')) ?? -1
    if (known >= 0) scores[known] = 2 + judgeShare
    return highest(scores, top).map(({ at, score }) => ({
      pair: this.pairs[at]!,
      score,
      ...this.wordings.shared(query, at),
      strength: at === known ? 1 : strengths[at]!,
    }))
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
