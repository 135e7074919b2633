import type { Language } from '../../../platform/language.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import { detectLanguage, languageOfCode, plainText } from '../../language/index.ts'
import { validityProblem } from '../validity.ts'
import type { FaqDetails } from './faq.entity.ts'

export const MAX_WORDING = 500
export const MAX_WORDINGS = 100
export const MAX_ANSWER = 4000

export type TypedFaq = Omit<FaqDetails, 'language'> & { language?: Language | null }

/** A question, trimmed, each wording once, its language known; or the first thing that is wrong. */
export function faqDetails(typed: TypedFaq, at = 'faq.'): FaqDetails | InvalidInput {
  const question = lineOf(typed.question)
  const answer = typed.answer.trim()
  const wordings = newWordings([question], typed.wordings)
  const variants = typed.variants.map(({ channel, text }) => ({ channel, text: text.trim() })).filter(({ text }) => text)
  const { validFrom, validUntil } = typed
  if (!isWording(question)) return new InvalidInput(`${at}question`, `Between 1 and ${MAX_WORDING} characters.`)
  const long = wordings.findIndex(wording => !isWording(wording))
  if (long >= 0) return new InvalidInput(`${at}wordings.${typed.wordings.findIndex(wording => lineOf(wording) === wordings[long])}`, `At most ${MAX_WORDING} characters.`)
  if (wordings.length > MAX_WORDINGS) return new InvalidInput(`${at}wordings`, `At most ${MAX_WORDINGS}.`)
  if (!isAnswer(answer)) return new InvalidInput(`${at}answer`, `Between 1 and ${MAX_ANSWER} characters.`)
  if (new Set(variants.map(({ channel }) => channel)).size < variants.length) return new InvalidInput(`${at}variants`, 'One for each kind of channel.')
  const variant = variants.findIndex(({ text }) => !isAnswer(text))
  if (variant >= 0) return new InvalidInput(`${at}variants.${variant}.text`, `At most ${MAX_ANSWER} characters.`)
  const unfit = validityProblem(typed, at)
  if (unfit) return unfit
  const language = typed.language ?? languageOfCode(detectLanguage(question))
  return { question, answer, wordings, variants, language, validFrom: validFrom || null, validUntil: validUntil || null }
}

/** Those among the typed that are not there already, each once, whatever their accents, case and punctuation. */
export function newWordings(there: readonly string[], typed: readonly string[]): string[] {
  const known = new Set(there.map(plainText))
  return typed.map(lineOf).filter(wording => {
    const plain = plainText(wording)
    if (!plain || known.has(plain)) return false
    known.add(plain)
    return true
  })
}

/** On one line, composed, without doubled spaces. */
export const lineOf = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

const isWording = (text: string) => text !== '' && text.length <= MAX_WORDING
const isAnswer = (text: string) => text !== '' && text.length <= MAX_ANSWER
