import type { InboxView, DeskConversation_ConversationFragment as Conversation } from '../contract/graphql.ts'

/** What decides where a conversation is listed. */
export type Listed = Pick<Conversation, 'id' | 'status' | 'owner' | 'lastActivityAt'> & {
  assignee: { id: string } | null
}

/** How far down a list is known: every conversation at or above `floor` is held. Null: all of them are. */
export interface ListWindow { floor: string | null; after: string | null }

export function belongsTo(view: InboxView, conversation: Listed, memberId: string | null): boolean {
  if (conversation.status === 'CLOSED') return view === 'CLOSED'
  switch (view) {
    case 'ALL': return true
    case 'BOT': return conversation.owner === 'BOT'
    case 'UNASSIGNED': return conversation.owner === 'QUEUE'
    case 'MINE': return conversation.owner === 'AGENT' && conversation.assignee?.id === memberId
    case 'CLOSED': return false
  }
}

const descending = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0)
export const latestFirst = (a: Listed, b: Listed) =>
  descending(a.lastActivityAt, b.lastActivityAt) || descending(a.id, b.id)

const isAbove = (floor: string | null, conversation: Listed) => floor === null || conversation.lastActivityAt >= floor

/** What a page tells about how far down the list is known now. */
export function windowAfter(page: { last?: Listed; hasMore: boolean; after: string | null }): ListWindow {
  if (!page.hasMore) return { floor: null, after: null }
  return { floor: page.last?.lastActivityAt ?? null, after: page.after }
}

export function listed<Row extends Listed>(rows: Iterable<Row>, view: InboxView, floor: string | null, memberId: string | null) {
  return [...rows].filter(row => isAbove(floor, row) && belongsTo(view, row, memberId)).sort(latestFirst)
}
