import { Feed } from '../../../platform/contract/feed.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { parseEventCursor } from '../../../platform/event-log.ts'
import type { Change, ChangeFilter, ConversationLive } from './conversation-live.ts'
import { visitorOf } from '../conversation.policy.ts'
import { assertMayRead } from '../conversation.queries.ts'
import type { TypingSignals } from './typing.ts'
import { isVisibleToVisitor } from '../visitor/visitor.queries.ts'

declare module '../../../platform/contract/operation.ts' {
  interface Feeds {
    conversations: ConversationLive
    typing: TypingSignals
  }
}

/** The first event: where the log stands. */
export interface Ready {
  seq: number
  cursor: string
  kind: 'READY'
}

export type LiveEvent = Change | Ready

/** Every change of the tenant, for its people. */
export function staffFeed(context: Context, after: string | null | undefined) {
  assertMayRead(context.unit)
  return feed(context.feeds.conversations, { tenantId: context.unit.tenantId, after, where: () => true })
}

/** The changes of the visitor's own thread, without what is internal. */
export function visitorFeed(context: Context, after: string | null | undefined) {
  const { tenantId, channelAccountId, externalId } = visitorOf(context.actor)
  const where: ChangeFilter = ({ conversation, message }) =>
    conversation.externalId === externalId && conversation.channelAccountId === channelAccountId &&
    (!message || isVisibleToVisitor(message))
  return feed(context.feeds.conversations, { tenantId, after, where })
}

interface Wanted {
  tenantId: string
  after: string | null | undefined
  where: ChangeFilter
}

/** Listens first and looks afterwards: what is committed in between is in both, and given once by its position. */
function feed(live: ConversationLive, { tenantId, after, where }: Wanted): Feed<LiveEvent> {
  return new Feed<LiveEvent>({
    live: () => live.follow(tenantId, where),
    async *opening() {
      // By now somebody follows. What was ready before may have ended with the last who left, and begun anew.
      await live.prepare(tenantId)
      yield* after ? live.missed(tenantId, after, where) : greeting(live, tenantId)
    },
    position: event => event.seq,
    // The cursor tells epochs apart; the place too, since a change of a contact bears the cursor before its own.
    key: event => (event.kind === 'READY' ? undefined : `${event.cursor} ${event.seq} ${event.conversation.id}`),
  })
}

async function *greeting(live: ConversationLive, tenantId: string): AsyncGenerator<Ready> {
  const cursor = await live.present(tenantId)
  yield { kind: 'READY', cursor, seq: parseEventCursor(cursor).seq }
}
