/** Words of a language: folded, cut, stemmed, repaired, understood. What ELENA and Q&A both stand on; knows no tenant. */
export { detectLanguage } from './detect.ts'
export { fold } from './fold.ts'
export { hashOn, hashPair, hashText } from './hash.ts'
export { KeyTable } from './key-table.ts'
export { languages, stem, type Language } from './language.ts'
export { conceptsOf, isInLexicon } from './lexicon/lexicon.ts'
export { repairing, Spelling } from './spelling.ts'
export { tokenise, tokensOf, type Token } from './tokens.ts'
