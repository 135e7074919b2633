import type { Message } from './desk.ts'

/** A message of words alone, of which nobody changed or answered anything yet. */
export const PLAIN = {
  content: null, failure: null, reactions: [], editedAt: null, originalText: null, deletedAt: null, repliesTo: null, mail: null,
} satisfies Partial<Message>
