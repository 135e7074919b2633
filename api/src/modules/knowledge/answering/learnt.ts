import { languages, pack, unpack, type Language } from '../../language/index.ts'
import type { ConfidenceModel } from '../retrieval/answer-confidence.ts'
import { calibrateFaq } from '../retrieval/faq-calibration.ts'
import type { FaqPair } from '../retrieval/faq-index.ts'
import { learnPairs, PairClassifier } from '../retrieval/pair-classifier.ts'

/** What was learnt from a tenant's wordings, by language; nothing of a language without questions. */
export type Learnt = Partial<Record<Language, { confidence: ConfidenceModel, classifier?: PairClassifier }>>

/** The questions of each language, as they are learnt from. */
export type PairsToLearn = Record<Language, FaqPair[]>

/** Seconds of one core: not where somebody waits. The same from the same pairs. */
export function learnFrom(pairs: PairsToLearn): Learnt {
  return Object.fromEntries(languages.filter(language => pairs[language].length > 0).map(language => {
    const sorted = pairs[language].toSorted((one, other) => (one.id < other.id ? -1 : 1))
    return [language, { confidence: calibrateFaq(sorted, { language }), classifier: learnPairs(sorted, language) }]
  }))
}

type Header = Partial<Record<Language, ConfidenceModel>>

export function writeLearnt(learnt: Learnt): Uint8Array {
  const header: Header = Object.fromEntries(Object.entries(learnt).map(([language, { confidence }]) => [language, confidence]))
  const arrays = Object.fromEntries(Object.entries(learnt).flatMap(([language, { classifier }]) => classifier ? [[language, classifier.write()]] : []))
  return pack({ header, arrays })
}

/** Throws a TypeError where the bytes are something else. */
export function readLearnt(bytes: Uint8Array): Learnt {
  const { header, arrays } = unpack<Header>(bytes)
  return Object.fromEntries(languages.flatMap(language => {
    const confidence = header[language]
    const packed = arrays[language] as Uint8Array | undefined
    return confidence ? [[language, { confidence, ...packed && { classifier: PairClassifier.read(packed) } }]] : []
  }))
}
