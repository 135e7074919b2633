import { pageOf, rowsFor, timeKeyOf, type Page, type PageArgs } from '../../platform/paging.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import { assertMayRead } from './conversation.queries.ts'
import { withPeople, type WholeMessage } from './conversation.relations.ts'
import type { Message } from './messages/message.ts'
import { MESSAGE_COLUMNS } from './messages/message-store.ts'

// Each address's newest alone, by an index: whoever has written for years costs no more than whoever wrote once.
const TIMELINE = `
  select ${MESSAGE_COLUMNS} from contact_identity i cross join lateral (
    select * from message one
    where one.tenant_id = i.tenant_id and one.identity_id = i.id and (one.sent_at, one.id) < ($2, $3)
    order by one.sent_at desc, one.id desc limit $4
  ) m
  where i.tenant_id = $1 and i.contact_id = $5
  order by m.sent_at desc, m.id desc limit $4`

/** What was said with a contact by whichever channel, the newest first. */
export async function timelineOf(unit: ReadUnit, contactId: string, args: PageArgs): Promise<Page<WholeMessage>> {
  assertMayRead(unit)
  const rows = await unit.sql<Message>('contact-timeline', TIMELINE, [unit.tenantId, ...timeKeyOf(args), rowsFor(args), contactId])
  return pageOf(await withPeople(unit, rows), args, row => [row.sentAt.toISOString(), row.id])
}

/** Loader: how many conversations a contact has. */
export async function conversationCounts(unit: ReadUnit, contactIds: readonly string[]): Promise<number[]> {
  const rows = await unit.sql<{ id: string; count: number }>('contact-conversation-count', `
    select contact_id as id, count(*)::int as count from conversation where tenant_id = $1 and contact_id = any($2::uuid[]) group by 1`,
  [unit.tenantId, contactIds])
  return contactIds.map(id => rows.find(row => row.id === id)?.count ?? 0)
}
