import { type Language, stem, tokenise } from '../language/index.ts'

export { plainText } from '../language/index.ts'

export const MAX_PHRASE = 1000

/** One line, composed, without spaces at its ends; spaces inside are kept, since marks count from them. */
export const phraseText = (typed: string): string => typed.normalize('NFC').replace(/[\r\n\t\v\f\u2028\u2029]/g, ' ').trim()

const SMALL: Record<Language, ReadonlySet<string>> = {
  es: new Set(`a al ante con de del desde e el ella ellos en es esa ese eso esta este esto favor gracias hasta hola buenas buenos dias tardes
    noches la las le les lo los me mi mis necesito no o para pero por porfa puede pueden puedo que quiero quisiera se si sin su sus te tu tus
    un una unas unos usted ustedes y ya yo`.split(/\s+/)),
  en: new Set(`a an and are at be but can could do does for from good have hello hey hi how i im in is it its like me my need no of on or
    our please so thank thanks that the their them there this to us want was we what when will with would you your`.split(/\s+/)),
}

const MOST_WORDS = 12

/**
 * The words that matter in a message, each once, in their order in the alphabet: messages with the same ones are asked
 * about together. Where none matters, all of them.
 */
export function likenessOf(text: string, language: Language): string {
  const words = tokenise(text.slice(0, 1000)).map(({ word }) => word)
  const telling = words.filter(word => !SMALL[language].has(word))
  const stems = (telling.length ? telling : words).map(word => stem(word, language))
  return [...new Set(stems)].sort().slice(0, MOST_WORDS).join(' ')
}
