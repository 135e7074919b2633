import type { Actor } from '../../platform/actor.ts'
import { presentCursor } from '../../platform/event-log.ts'
import { decodeTimeKey, pageOf, rowsFor, type Page, type PageArgs } from '../../platform/paging.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import { assertMayRead, CONVERSATION_COLUMNS, type ConversationRow } from './conversation.queries.ts'

export type InboxView = 'MINE' | 'UNASSIGNED' | 'ALL' | 'BOT' | 'CLOSED'

export type ConversationPage = Page<ConversationRow> & { eventCursor: string }


// Written out per view, so that each meets the partial index made for it.
const WHERE: Record<InboxView, string> = {
  MINE: `c.status = 'OPEN' and c.assignee_id = $5`,
  UNASSIGNED: `c.status = 'OPEN' and c.owner = 'QUEUE' and $5::uuid is null`,
  ALL: `c.status = 'OPEN' and $5::uuid is null`,
  BOT: `c.status = 'OPEN' and c.owner = 'BOT' and $5::uuid is null`,
  CLOSED: `c.status = 'CLOSED' and $5::uuid is null`,
}

export const inboxSql = (view: InboxView) => `
  select ${CONVERSATION_COLUMNS} from conversation c
  where c.tenant_id = $1 and ${WHERE[view]} and (c.last_activity_at, c.id) < ($2, $3)
  order by c.last_activity_at desc, c.id desc limit $4`

const END = ['9999-01-01T00:00:00.000Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff']

/** Conversations of a view, the latest activity first. */
export async function inbox(unit: ReadUnit, args: PageArgs & { view: InboxView }): Promise<ConversationPage> {
  assertMayRead(unit)
  const { actor, tenantId } = unit
  const mine = args.view === 'MINE' ? memberOf(actor) : null
  const values = [tenantId, ...keyOf(args), rowsFor(args), mine]
  return pageFrom(unit, args, await unit.sql(`inbox-${args.view}`, inboxSql(args.view), values))
}

// Whoever is no member has nothing: an id that no member bears finds it.
const NOBODY = '00000000-0000-0000-0000-000000000000'
const memberOf = (actor: Actor) => (actor.kind === 'MEMBER' ? actor.memberId : NOBODY)

const keyOf = ({ after }: PageArgs) => (after ? decodeTimeKey(after) : END)

/** With the place in the event log that the page is worth: read in the same transaction. */
async function pageFrom(unit: ReadUnit, args: PageArgs, rows: ConversationRow[]): Promise<ConversationPage> {
  const page = pageOf(rows, args, row => [row.lastActivityAt.toISOString(), row.id])
  return { ...page, eventCursor: await presentCursor(unit) }
}

const OF_CONTACT = `
  select ${CONVERSATION_COLUMNS} from conversation c
  where c.tenant_id = $1 and c.contact_id = $5 and (c.last_activity_at, c.id) < ($2, $3)
  order by c.last_activity_at desc, c.id desc limit $4`

export async function conversationsOfContact(
  unit: ReadUnit, contactId: string, args: PageArgs,
): Promise<ConversationPage> {
  assertMayRead(unit)
  const values = [unit.tenantId, ...keyOf(args), rowsFor(args), contactId]
  return pageFrom(unit, args, await unit.sql('inbox-of-contact', OF_CONTACT, values))
}
