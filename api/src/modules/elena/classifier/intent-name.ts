import { conceptBlock, type Language, languages, textKeys, type TextKeys } from '../../language/index.ts'

/** What an intent's name says of it: "card_arrival" and "cardArrival" read as "card arrival". */
export const intentWords = (name: string): string =>
  name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/[^\p{L}\p{N}]+/gu, ' ').trim().toLowerCase()

/** The keys of an intent's name in a language; and in every language its concepts, since many name intents in English. */
export function intentNameKeys(name: string, language: Language): TextKeys {
  const words = intentWords(name)
  const own = textKeys(words, language)
  const foreign = languages.filter(each => each !== language).flatMap(each => [...conceptKeys(textKeys(words, each))])
  const keys = Uint32Array.from([...own.keys, ...foreign])
  return { keys, ends: own.ends.with(conceptBlock, keys.length) }
}

/** The last block. */
const conceptKeys = ({ keys, ends }: TextKeys) => keys.subarray(ends[conceptBlock - 1], ends[conceptBlock])
