import { decodePageKey, pageOf, rowsFor, type Page, type PageArgs } from '../../../platform/paging.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import type { ConversationOwner } from '../conversation.entity.ts'
import { visitorOf } from '../conversation.policy.ts'
import type { Message, NoticeKind } from '../messages/message.ts'
import { MESSAGE_COLUMNS } from '../messages/message-store.ts'

/** What the visitor's screen shows above the messages. */
export interface VisitorThreadRow {
  identityId: string | null
  conversationId: string | null
  owner: ConversationOwner | null
  assigneeId: string | null
  unreadCount: number
}

/** What is told to visitors of what happened; that a colleague took it up again is our own affair. */
export const NOTICES_FOR_VISITORS: readonly NoticeKind[] = ['HANDED_TO_QUEUE', 'CLAIMED', 'ASSIGNED', 'RETURNED_TO_BOT', 'CLOSED', 'NOT_ANSWERED_NOW']

const VISIBLE = `m.visibility = 'PUBLIC' and (m.notice is null or m.notice = any('{${NOTICES_FOR_VISITORS.join(',')}}'))`

export const isVisibleToVisitor = ({ visibility, notice }: Pick<Message, 'visibility' | 'notice'>): boolean =>
  visibility === 'PUBLIC' && (notice === null || NOTICES_FOR_VISITORS.includes(notice))

const THREAD = `
  select i.id as "identityId", c.id as "conversationId", c.owner, c.assignee_id as "assigneeId", (
    select count(*)::int from message m
    where m.tenant_id = i.tenant_id and m.identity_id = i.id and m.position > t.read_position
      and m.author in ('BOT', 'AGENT') and m.visibility = 'PUBLIC'
  ) as "unreadCount"
  from contact_identity i
  join thread t on t.tenant_id = i.tenant_id and t.identity_id = i.id
  left join conversation c on c.tenant_id = i.tenant_id and c.identity_id = i.id and c.status = 'OPEN'
  where i.tenant_id = $1 and i.channel_account_id = $2 and i.external_id = $3`

const NOTHING_YET: VisitorThreadRow = {
  identityId: null, conversationId: null, owner: null, assigneeId: null, unreadCount: 0,
}

export async function visitorThread(unit: ReadUnit): Promise<VisitorThreadRow> {
  const { channelAccountId, externalId } = visitorOf(unit.actor)
  const values = [unit.tenantId, channelAccountId, externalId]
  return (await unit.sql<VisitorThreadRow>('visitor-thread', THREAD, values))[0] ?? NOTHING_YET
}

const MESSAGES = `
  select ${MESSAGE_COLUMNS} from message m
  where m.tenant_id = $1 and m.identity_id = $2 and m.position < $3 and ${VISIBLE}
  order by m.position desc limit $4`
const LAST_POSITION = 2_147_483_647

/** Across conversations, the newest first. */
export async function visitorMessages(unit: ReadUnit, identityId: string | null, args: PageArgs): Promise<Page<Message>> {
  const [before] = args.after ? decodePageKey(args.after, [0]) : [LAST_POSITION]
  const values = [unit.tenantId, identityId, before, rowsFor(args)]
  const rows = identityId ? await unit.sql<Message>('visitor-messages', MESSAGES, values) : []
  return pageOf(rows, args, message => [message.position])
}
