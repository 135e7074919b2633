import type { Language } from '../../language/index.ts'
import type { Span } from '../documents/sentences.ts'
import type { Repair } from '../retrieval/query.ts'
import type { Validity } from '../validity.ts'

/** What the thread that answers is told and what it tells: plain data, since it is copied from one to the other. */

export interface FaqContent extends Validity {
  id: string
  question: string
  wordings: string[]
  language: Language
  answer: string
  variants: { channel: string, text: string }[]
}

export interface PassageContent extends Validity {
  id: string
  language: Language
  headings: string[]
  text: string
  /** Of the document. */
  title: string
  url: string | null
}

export interface Asked {
  text: string
  /** Detected where left out. */
  language?: Language
  channel: string
  /** The day in the tenant's zone, `YYYY-MM-DD`. */
  today: string
  /** The most that are wanted. */
  most: number
}

interface FoundContent {
  id: string
  /** How sure it is that this answers (0–1). */
  confidence: number
  /** Its score as a share of what a perfect fit would have (0–1). */
  strength: number
  /** How much of the question it has (0–1), rare words weighing more. */
  coverage: number
  isExact: boolean
  /** Those of the question that it has, folded. */
  words: string[]
  /** What the bot would say. */
  text: string
}

export interface FoundFaq extends FoundContent { kind: 'FAQ' }

export interface FoundInPassage extends FoundContent {
  kind: 'PASSAGE'
  /** In the passage's text (UTF-16). */
  sentence: Span
  spans: Span[]
  source: { title: string, url: string | null }
}

export type FoundItem = FoundFaq | FoundInPassage

export interface Answered {
  language: Language
  /** Best first. */
  found: FoundItem[]
  repairs: Repair[]
}

export interface WordingsToCheck {
  /** Not compared with. */
  faqId: string | null
  wordings: string[]
  language?: Language
}

export interface Clash { text: string, wording: string, faqId: string, likeness: number }
