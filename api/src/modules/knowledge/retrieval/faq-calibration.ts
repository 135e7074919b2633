import { learnConfidence, type ConfidenceModel, type JudgedSearch } from './answer-confidence.ts'
import { FaqIndex, type FaqOptions, type FaqPair } from './faq-index.ts'

const folds = 5
const mostSearches = 2000

/**
 * Learns from a tenant's own wordings how far her answers can be trusted: every wording is asked of an index that does not
 * know it, once with its pair there and once as if the pair were not. `unanswerable` is the share of questions (0–1) that
 * customers ask without there being an answer. Takes about as long as building the index five times.
 */
export function calibrateFaq(pairs: readonly FaqPair[], options: FaqOptions, unanswerable = 0.3): ConfidenceModel {
  const searches: JudgedSearch[] = []
  const most = mostSearches / folds
  for (let fold = 0; fold < folds; fold++) {
    const held = pairs.flatMap(pair => heldWordings(pair, fold).map(wording => ({ pair, wording })))
    const index = new FaqIndex(options)
    for (const pair of pairs) index.add(withoutWordings(pair, fold))
    const every = Math.max(1, Math.ceil(held.length / most))
    for (let at = 0; at < held.length; at += every) searches.push(...judged(index, held[at]!.wording, held[at]!.pair, unanswerable))
  }
  return learnConfidence(searches)
}

// The question itself stays: a pair that lost its only words could not be found.
const heldWordings = ({ wordings }: FaqPair, fold: number) => wordings.filter((_, at) => at % folds === fold)
const withoutWordings = (pair: FaqPair, fold: number): FaqPair => ({ ...pair, wordings: pair.wordings.filter((_, at) => at % folds !== fold) })

function judged(index: FaqIndex, wording: string, { id, language }: FaqPair, unanswerable: number): JudgedSearch[] {
  const found = index.search(wording, { top: 3, ...language && { language } })
  return [
    { found, isRight: found[0]?.pair.id === id, weight: 1 - unanswerable },
    { found: found.filter(({ pair }) => pair.id !== id), isRight: false, weight: unanswerable },
  ]
}
