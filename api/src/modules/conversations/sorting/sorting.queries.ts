import type { ReadUnit } from '../../../platform/unit.ts'
import { assertMayRead } from '../conversation.queries.ts'

export interface Label {
  name: string
  count: number
}

const RECENT = `c.tenant_id = $1 and c.last_activity_at > $2`
const MOST = 'group by 1 order by count desc, name limit 100'

const TAGS = `select tag as name, count(*)::int as count from conversation c cross join unnest(c.tags) as tag where ${RECENT} and c.tags <> '{}' ${MOST}`
const QUEUES = `select c.queue as name, count(*)::int as count from conversation c where ${RECENT} and c.queue is not null ${MOST}`

const DAYS_90_MS = 90 * 86_400_000

const labels = (name: string, sql: string) => (unit: ReadUnit): Promise<Label[]> => {
  assertMayRead(unit)
  return unit.sql<Label>(name, sql, [unit.tenantId, new Date(unit.now.getTime() - DAYS_90_MS)])
}

export const conversationTags = labels('conversation-tags-used', TAGS)
export const conversationQueues = labels('conversation-queues-used', QUEUES)
