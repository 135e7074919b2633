import type { Language } from '../../../platform/language.ts'
import type { BotAnswer } from '../bot-answers.ts'

/** Something that an answer may be drawn from: a question of the tenant's with its answer, or a passage of a source. */
export interface Ground {
  /** As the model is told, from 1. */
  number: number
  /** What is shown of where it stands. A file may be called anything, so only the question of a tenant's bears anything out. */
  title: string
  /** With the headings above it. */
  text: string
  language: Language
  faqId: string | null
  passageId: string | null
  /** What the bot would say of it by itself, and where that stands. */
  said: Pick<BotAnswer, 'text' | 'source'>
}

/** What an answer that cites it may rest on. */
export const evidenceIn = ({ title, text, faqId }: Ground): string => (faqId === null ? text : `${title}\n${text}`).normalize('NFKC')
