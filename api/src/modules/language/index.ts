/** Words of a language: folded, cut, stemmed, repaired, understood. What ELENA and Q&A both stand on; knows no tenant. */
export { detectLanguage } from './detect.ts'
export { fold } from './fold.ts'
export { hashOn, hashPair, hashText } from './hash.ts'
export { KeyTable } from './key-table.ts'
export { languages, stem, type Language } from './language.ts'
export { codeOf, languageOfCode } from './language-code.ts'
export { conceptsOf, isInLexicon } from './lexicon/lexicon.ts'
export { plainText } from './plain-text.ts'
export { repairing, Spelling } from './spelling.ts'
export { tokenise, tokensOf, type Token } from './tokens.ts'

/** A classifier of texts: what it sees of them, how it learns, what of it is kept. */
export { FeatureSpace, spaceOf, type SparseVector } from './classifier/feature-space.ts'
export { kernelOver } from './classifier/softmax-kernel.ts'
export { denseScores, learnSoftmax, meanOf, softmax, type DenseWeights, type LearningExample } from './classifier/softmax-regression.ts'
export { sparseOf, sparseScores, type SparseWeights } from './classifier/sparse-weights.ts'
export { conceptBlock, textKeys, TextReader, type TextKeys } from './classifier/text-keys.ts'
export { pack, unpack, type Packed } from './packed.ts'
