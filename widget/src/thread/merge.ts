import type { ChatMessage_VisitorMessageFragment } from '../contract/graphql.ts'

export type ThreadMessage = ChatMessage_VisitorMessageFragment

/** Of two states of a message the higher version is the newer. An equal one brings fresh links to its files. */
export function mergeMessages(held: ThreadMessage[], news: ThreadMessage[]): ThreadMessage[] {
  const byId = new Map(held.map(message => [message.id, message]))
  for (const message of news) {
    if ((byId.get(message.id)?.version ?? -1) <= message.version) byId.set(message.id, message)
  }
  return [...byId.values()].sort((a, b) => a.position - b.position)
}
