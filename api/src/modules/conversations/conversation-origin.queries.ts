import type { ReadUnit } from '../../platform/unit.ts'
import { byDay, LINK_DAYS, type CountedDay } from '../channels/index.ts'

// All days before those that are told one by one are counted as one.
const BEGUN = `
  select c.link_id as "linkId", count(*)::int as count,
    least(($2::timestamptz at time zone t.time_zone)::date - (c.opened_at at time zone t.time_zone)::date, ${LINK_DAYS})::int as ago
  from conversation c join tenant t on t.id = c.tenant_id
  where c.tenant_id = $1 and c.link_id = any($3::uuid[])
  group by 1, 3`

/** Loader: how many conversations began with each link, and on which days. */
export async function conversationsOfLinks(unit: ReadUnit, linkIds: readonly string[]): Promise<{ count: number; byDay: number[] }[]> {
  const counted = await unit.sql<CountedDay>('link-conversations', BEGUN, [unit.tenantId, unit.now, linkIds])
  const days = byDay(linkIds, counted)
  return linkIds.map((id, index) => ({
    count: counted.filter(one => one.linkId === id).reduce((sum, { count }) => sum + count, 0), byDay: days[index]!,
  }))
}
