import type { Actor } from '../../platform/actor.ts'
import { pageOf, rowsFor, timeKeyOf, type Page, type PageArgs } from '../../platform/paging.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import { assertMayRead, CONVERSATION_COLUMNS, type ConversationRow } from './conversation.queries.ts'
import { withRelations, type WholeConversation } from './conversation.relations.ts'

export type InboxView = 'MINE' | 'UNASSIGNED' | 'ALL' | 'BOT' | 'URGENT' | 'CLOSED'

// Written out per view, so that each meets the partial index made for it.
const WHERE: Record<InboxView, string> = {
  MINE: `c.status = 'OPEN' and c.assignee_id = $5`,
  UNASSIGNED: `c.status = 'OPEN' and c.owner = 'QUEUE' and $5::uuid is null`,
  ALL: `c.status = 'OPEN' and $5::uuid is null`,
  BOT: `c.status = 'OPEN' and c.owner = 'BOT' and $5::uuid is null`,
  URGENT: `c.status = 'OPEN' and c.urgent_since is not null and $5::uuid is null`,
  CLOSED: `c.status = 'CLOSED' and $5::uuid is null`,
}

const sortedBy = ({ tag, queue }: Pick<InboxArgs, 'tag' | 'queue'>) => ({
  name: `${tag ? '-tag' : ''}${queue ? '-queue' : ''}`,
  where: `and ${tag ? `c.tags <> '{}' and c.tags @> array[$6::text]` : '$6::text is null'} and ${queue ? 'c.queue = $7' : '$7::text is null'}`,
})

const inboxSql = (view: InboxView, sorted: string) => `
  select ${CONVERSATION_COLUMNS} from conversation c
  where c.tenant_id = $1 and ${WHERE[view]} ${sorted} and (c.last_activity_at, c.id) < ($2, $3)
  order by c.last_activity_at desc, c.id desc limit $4`

export interface InboxArgs extends PageArgs {
  view: InboxView
  tag?: string | null
  queue?: string | null
}

/** Conversations of a view, the latest activity first. */
export async function inbox(unit: ReadUnit, args: InboxArgs): Promise<Page<WholeConversation>> {
  assertMayRead(unit)
  const { actor, tenantId } = unit
  const mine = args.view === 'MINE' ? memberOf(actor) : null
  const values = [tenantId, ...timeKeyOf(args), rowsFor(args), mine, args.tag || null, args.queue || null]
  const sorted = sortedBy(args)
  const rows = await unit.sql<ConversationRow>(`inbox-${args.view}${sorted.name}`, inboxSql(args.view, sorted.where), values)
  return pageFrom(await withRelations(unit, rows), args)
}

// Whoever is no member has nothing: an id that no member bears finds it.
const NOBODY = '00000000-0000-0000-0000-000000000000'
const memberOf = (actor: Actor) => (actor.kind === 'MEMBER' ? actor.memberId : NOBODY)

const pageFrom = (rows: WholeConversation[], args: PageArgs) =>
  pageOf(rows, args, row => [row.lastActivityAt.toISOString(), row.id])

const OF_CONTACT = `
  select ${CONVERSATION_COLUMNS} from conversation c
  where c.tenant_id = $1 and c.contact_id = $5 and (c.last_activity_at, c.id) < ($2, $3)
  order by c.last_activity_at desc, c.id desc limit $4`

export async function conversationsOfContact(
  unit: ReadUnit, contactId: string, args: PageArgs,
): Promise<Page<WholeConversation>> {
  assertMayRead(unit)
  const values = [unit.tenantId, ...timeKeyOf(args), rowsFor(args), contactId]
  const rows = await unit.sql<ConversationRow>('inbox-of-contact', OF_CONTACT, values)
  return pageFrom(await withRelations(unit, rows), args)
}
