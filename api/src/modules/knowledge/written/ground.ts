import type { Language } from '../../../platform/language.ts'

/** Something that an answer may be drawn from: a question of the tenant's with its answer, or a passage of a source. */
export interface Ground {
  /** As the model is told, from 1. */
  number: number
  title: string
  text: string
  language: Language
  faqId: string | null
  passageId: string | null
}
