import type { ChannelKind, FaqForm_FaqFragment as Faq, FaqInput, Language } from '../../../contract/graphql.ts'
import { plainOf } from '../../../shell/pasted-lines.ts'

export interface FaqDraft {
  version: number
  question: string
  wordings: string[]
  language: Language | 'AUTO'
  answer: string
  variants: { channel: ChannelKind; text: string }[]
  validFrom: string
  validUntil: string
}

export const CHANNELS: ChannelKind[] = ['WEB']
export const MOST_WORDINGS = 100
export const LONGEST_QUESTION = 500
export const LONGEST_ANSWER = 4000
/** Of what is deleted and restored at once. */
export const MOST_AT_ONCE = 100

const variantsOf = (faq?: Faq) =>
  CHANNELS.map(channel => ({ channel, text: faq?.variants.find(variant => variant.channel === channel)?.text ?? '' }))

export const newDraft = (question = ''): FaqDraft => ({
  version: 0, question, wordings: [], language: 'AUTO', answer: '', variants: variantsOf(), validFrom: '', validUntil: '',
})

export const draftOf = (faq: Faq): FaqDraft => ({
  version: faq.version, question: faq.question, wordings: [...faq.wordings], language: faq.language, answer: faq.answer,
  variants: variantsOf(faq), validFrom: faq.validFrom ?? '', validUntil: faq.validUntil ?? '',
})

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Wordings with some more. What is the question or a wording already, but for accents, case and signs, is left out. */
export function withWordings(question: string, wordings: readonly string[], added: readonly string[]): string[] {
  const known = new Set([question, ...wordings].map(plainOf))
  const fresh = added.map(oneLine).filter(text => text !== '' && !known.has(plainOf(text)) && known.add(plainOf(text)))
  return [...wordings, ...fresh].slice(0, MOST_WORDINGS)
}

export const inputOf = (draft: FaqDraft): FaqInput => ({
  question: oneLine(draft.question),
  wordings: withWordings(draft.question, [], draft.wordings),
  language: draft.language === 'AUTO' ? undefined : draft.language,
  answer: draft.answer.trim(),
  variants: draft.variants.map(({ channel, text }) => ({ channel, text: text.trim() })).filter(({ text }) => text),
  validFrom: draft.validFrom || null,
  validUntil: draft.validUntil || null,
})

export type Problem = 'question' | 'answer' | 'validUntil'

/** What stands in the way of saving, as the keys of its words. Dates without a zone compare as they are written. */
export const problemsOf = ({ question, answer, validFrom, validUntil }: FaqDraft): Partial<Record<Problem, Problem>> => ({
  question: question.trim() ? undefined : 'question',
  answer: answer.trim() ? undefined : 'answer',
  validUntil: validFrom && validUntil && validUntil < validFrom ? 'validUntil' : undefined,
})
export const canBeSaved = (draft: FaqDraft) => Object.values(problemsOf(draft)).every(problem => !problem)
