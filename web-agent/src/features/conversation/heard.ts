import type { Message } from '../../live/desk.ts'

type Spoken = Pick<Message, 'id' | 'author' | 'text' | 'chosenOptionId' | 'notice'>

/** What the bot heard, and so may have understood wrongly: words of the contact's own that it answered, or handed on. */
export function heardByBot(messages: readonly Spoken[]): Set<string> {
  const isBots = (next: Spoken | undefined) => (next?.author === 'BOT' && !next.notice) || next?.notice === 'HANDED_TO_QUEUE'
  return new Set(messages
    .filter(({ author, text, chosenOptionId }, at) => author === 'CONTACT' && text !== '' && chosenOptionId === null && isBots(messages[at + 1]))
    .map(({ id }) => id))
}
