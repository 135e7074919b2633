import { type Language, stem, type Token, tokenise } from '../../language/index.ts'
import { editDistance } from './edit-distance.ts'
import { editsAllowed, shortestRepaired } from './near-words.ts'

/** One thing of a closed list: the value that is meant, and what else people call it. */
export interface ListedValue { value: string, synonyms?: readonly string[] }

/** A closed list: an entity that takes these values and no others. */
export interface ListedEntity { entity: string, values: readonly ListedValue[] }

/** A name that was left out of an index, and why. */
export interface ListProblem { entity: string, value: string, name: string, reason: 'no words' | 'too long' }

/** Names of more words than this are no names but texts. */
export const mostWords = 12

/** Small words that people put in and leave out of a name: "tarjeta crédito", "pasta de dientes". */
const connectors: Record<Language, ReadonlySet<string>> = {
  es: new Set(['de', 'del', 'la', 'las', 'el', 'los', 'y', 'a', 'al', 'para', 'con', 'en']),
  en: new Set(['of', 'the', 'a', 'an', 'and', 'for', 'to', 'with', 'in']),
}

export const isConnector = (word: string, language: Language) => connectors[language].has(word)

/** Signs that make another name of it: C, C++ and C#. */
const tellingSign = /[+#%@$&*]/

export const hasTellingSign = (text: string) => tellingSign.test(text)

export const wordsOf = (name: string): string[] => tokenise(name).map((token: Token) => token.word)

/** One form for singular and plural: "meses" and "mes", "veces" and "vez", "cities" and "city". */
export function singular(word: string, language: Language): string {
  if (word.length < 4 || !word.endsWith('s')) return word
  if (language === 'en') return word.endsWith('ss') ? word : word.endsWith('ies') && word.length > 4 ? `${word.slice(0, -3)}y` : /(?:ch|sh|x|z|ss)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1)
  if (word.endsWith('ces')) return `${word.slice(0, -3)}z`
  return /[^aeiou]es$/.test(word) && word.length > 4 ? word.slice(0, -2) : word.slice(0, -1)
}

const asPlural = 0.97
const asStem = 0.85
const firstLetterWrong = 0.5

/** How surely a word stands for a word of a name: 1 the same, less for a plural, a kindred form or a typo, 0 another. */
export function wordScore(word: string, meant: string, language: Language): number {
  if (word === meant) return 1
  if (singular(word, language) === singular(meant, language)) return asPlural
  const allowed = word.length < shortestRepaired ? 0 : editsAllowed(meant.length)
  const edits = allowed > 0 ? editDistance(word, meant, allowed) : 1
  const near = edits > allowed ? 0 : 1 - (edits + (word[0] === meant[0] ? 0 : firstLetterWrong)) / Math.max(word.length, meant.length)
  const kin = word.length >= shortestRepaired && stem(word, language) === stem(meant, language)
  return kin ? Math.max(asStem, near) : near
}
