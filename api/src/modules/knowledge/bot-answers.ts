import type { ChannelKind } from '../contacts/index.ts'
import type { Language } from '../../platform/language.ts'
import type { ReadUnit } from '../../platform/unit.ts'

/** What Q&A would have the bot say; sure enough to be said. */
export interface BotAnswer {
  text: string
  /** How sure it is that this is the answer (0–1). */
  confidence: number
  /** It was asked exactly as it is known. */
  isExact: boolean
  /** The question of the tenant's that was asked; empty where a passage answers. */
  faqId: string | null
  /** Where a passage stands: for a link beneath the answer. */
  source: { title: string; url: string | null } | null
}

export interface BotQuestion {
  text: string
  language: Language
  channel: ChannelKind
}

/** Answers for the bot. Without anything to answer from, neither costs a statement. */
export interface BotAnswers {
  /** Whether the tenant has anything to answer from; remembered for a moment. */
  hasAny(unit: ReadUnit): Promise<boolean>
  /** Nothing where nothing is sure enough. What is not in memory yet is waited for briefly, and then done without. */
  forBot(unit: ReadUnit, question: BotQuestion): Promise<BotAnswer | null>
  /** Brings into memory what a visitor may ask for in a moment. */
  warm(tenantId: string): void
}

/** As they are for tenants whose plan includes Q&A; for others there are none. */
export const answersWhere = (includesQa: (unit: ReadUnit) => Promise<boolean>, answers: BotAnswers): BotAnswers => ({
  hasAny: async unit => await answers.hasAny(unit) && await includesQa(unit),
  forBot: async (unit, question) => (await includesQa(unit) ? answers.forBot(unit, question) : null),
  warm: tenantId => answers.warm(tenantId),
})
