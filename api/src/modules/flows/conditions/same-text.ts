import { plainText } from '../../language/index.ts'

/** Whether two texts are the same to a reader: without accents, case, punctuation and doubled spaces. */
export const isSameText = (one: string, other: string): boolean => plainText(one) === plainText(other)

/** Whether a word or phrase stands in a text, as whole words. */
export const textContains = (text: string, phrase: string): boolean => plainText(phrase) !== '' && ` ${plainText(text)} `.includes(` ${plainText(phrase)} `)
