import { languages, type Language } from '../language/language.ts'
import { conceptBlock, textKeys, type TextKeys } from './text-keys.ts'

/** What an intent's name says of it: "card_arrival" and "cardArrival" read as "card arrival". */
export const intentWords = (name: string): string =>
  name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/[^\p{L}\p{N}]+/gu, ' ').trim().toLowerCase()

/** The keys of an intent's name in a language; and in every language its concepts, since many name intents in English. */
export function intentNameKeys(name: string, language: Language): TextKeys {
  const words = intentWords(name)
  const others = languages.filter(each => each !== language)
  const foreign = others.flatMap(each => textKeys(words, each)[conceptBlock]!)
  return textKeys(words, language).map((block, at) => at === conceptBlock ? [...block, ...foreign] : block)
}
