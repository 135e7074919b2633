import type { BotIntent, BotReading } from '../../elena/index.ts'
import type { BotAnswer } from '../../knowledge/index.ts'

/** What was found for a text: what the tenant's model makes of it, and what Q&A would say. */
export interface Found {
  reading?: BotReading | null
  answer?: BotAnswer | null
}

/** What is said or done for a text, of all that was found for it. */
export type Choice = { intent: BotIntent } | { answer: BotAnswer }

/**
 * Who asks exactly what a question of the tenant's is known by gets its answer. Else an intent that has something to say
 * or do, and a known question, stand against each other, and the surer one wins; at a draw the intent, since it can do
 * things too. A passage, which nobody wrote as an answer, is for when there is neither.
 */
export function chosenOf({ reading, answer }: Found): Choice | undefined {
  const intent = reading?.intent && hasAnswer(reading.intent) ? reading.intent : null
  if (!answer) return intent ? { intent } : undefined
  if (isExactly(answer) || !intent) return { answer }
  return answer.faqId !== null && answer.confidence > reading!.confidence ? { answer } : { intent }
}

/** The very words of a question of the tenant's. */
export const isExactly = ({ isExact, faqId }: BotAnswer) => isExact && faqId !== null

/** Where an intent is to say something, somebody has to have written it. */
const hasAnswer = ({ action, answers }: BotIntent) => action !== 'ANSWER' || answers.length > 0
