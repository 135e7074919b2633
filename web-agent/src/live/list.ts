import type { InboxView, DeskConversation_ConversationFragment as Conversation } from '../contract/graphql.ts'

/** What a list is narrowed to: one tag, one queue, or neither. */
export interface Sorting { tag: string | null; queue: string | null }

export const UNSORTED: Sorting = { tag: null, queue: null }

/** What decides where a conversation is listed. */
export type Listed = Pick<Conversation, 'id' | 'status' | 'owner' | 'lastActivityAt' | 'urgentSince' | 'tags' | 'queue'> & {
  assignee: { id: string } | null
}

/** How far down a list is known: every conversation at or above `floor` is held. Null: all of them are. */
export interface ListWindow { floor: string | null; after: string | null }

export function belongsTo(view: InboxView, conversation: Listed, memberId: string | null): boolean {
  if (conversation.status === 'CLOSED') return view === 'CLOSED'
  switch (view) {
    case 'ALL': return true
    case 'BOT': return conversation.owner === 'BOT'
    case 'URGENT': return conversation.urgentSince !== null
    case 'UNASSIGNED': return conversation.owner === 'QUEUE'
    case 'MINE': return conversation.owner === 'AGENT' && conversation.assignee?.id === memberId
    case 'CLOSED': return false
  }
}

export const isSortedAs = ({ tags, queue }: Pick<Listed, 'tags' | 'queue'>, sorting: Sorting): boolean =>
  (sorting.tag === null || tags.includes(sorting.tag)) && (sorting.queue === null || queue === sorting.queue)

const descending = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0)
export const latestFirst = (a: Listed, b: Listed) =>
  descending(a.lastActivityAt, b.lastActivityAt) || descending(a.id, b.id)

export const urgentFirst = (a: Listed, b: Listed) => Number(b.urgentSince !== null) - Number(a.urgentSince !== null) || latestFirst(a, b)

const isAbove = (floor: string | null, conversation: Listed) => floor === null || conversation.lastActivityAt >= floor

/** What a page tells about how far down the list is known now. */
export function windowAfter(page: { last?: Listed; hasMore: boolean; after: string | null }): ListWindow {
  if (!page.hasMore) return { floor: null, after: null }
  return { floor: page.last?.lastActivityAt ?? null, after: page.after }
}

export interface Wanted {
  view: InboxView
  memberId: string | null
  sorting?: Sorting
  floor: string | null
  /** Where the urgent ones come first: how far down these are known, by a list of their own. */
  urgent?: { floor: string | null }
}

export function listed<Row extends Listed>(rows: Iterable<Row>, { view, memberId, floor, urgent, sorting = UNSORTED }: Wanted) {
  const isKnown = (row: Row) => isAbove(floor, row) || (urgent !== undefined && row.urgentSince !== null && isAbove(urgent.floor, row))
  return [...rows].filter(row => isKnown(row) && belongsTo(view, row, memberId) && isSortedAs(row, sorting)).sort(urgent ? urgentFirst : latestFirst)
}
