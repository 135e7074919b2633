import { readSentiment } from '../../elena/index.ts'
import { detectLanguage } from '../../language/index.ts'
import type { Message } from './message.ts'

type Read = Pick<Message, 'sentiment' | 'sentimentLabel' | 'urgent'>

const hasWords = /\p{L}{2}|\p{Extended_Pictographic}|[:;=]-?[)(]/u

/**
 * How a contact's message sounds and whether it can wait. Nothing of what others write, of an option, whose words are the
 * tenant's, and of a number or a lone letter.
 */
export function sentimentOf({ author, text, chosenOptionId }: Pick<Message, 'author' | 'text'> & Partial<Message>): Read | null {
  if (author !== 'CONTACT' || chosenOptionId || !hasWords.test(text)) return null
  const { sentiment, label, urgent } = readSentiment(text, detectLanguage(text))
  // Adding 0 makes a 0 of -0, which the database does not keep.
  return { sentiment: Math.round(sentiment * 100) / 100 + 0, sentimentLabel: label, urgent }
}

/** Learns what reading needs, so that the first visitor does not wait for it. */
export function prepareReading(): void {
  for (const language of ['es', 'en'] as const) readSentiment('', language)
}
