import { CannotSend } from '../adapters/adapter.ts'
import { fileWords } from '../adapters/content-words.ts'
import type { OutgoingMessage } from '../adapters/outgoing.ts'

export type Whole = Omit<OutgoingMessage, 'reference'>

/** What the bot shows and the channel does not take is told by its link; people see for themselves that it did not go. */
export function composable(whole: Whole, compose: (whole: Whole) => unknown): Whole {
  if (whole.author !== 'BOT' || whole.files.length === 0) return whole
  try {
    compose(whole)
    return whole
  } catch (error) {
    if (!(error instanceof CannotSend)) throw error
    return { ...whole, files: [], text: [whole.text, fileWords(whole.files)].filter(Boolean).join('\n') }
  }
}
