import type { ReadUnit, Unit } from '../../../platform/unit.ts'

/** How many days a link's counts are told for, today included. */
export const LINK_DAYS = 30

const COUNT = `
  insert into channel_link_day (tenant_id, link_id, day, opened)
  select id, $2, ($3::timestamptz at time zone time_zone)::date, 1 from tenant where id = $1
  on conflict (tenant_id, link_id, day) do update set opened = channel_link_day.opened + 1`

/** That somebody opened the link today. Nothing else of it is kept. */
export async function countOpening(unit: Unit, linkId: string): Promise<void> {
  await unit.sql('channel-link-count', COUNT, [unit.tenantId, linkId, unit.now])
}

export interface CountedDay {
  linkId: string
  /** How many days before today. */
  ago: number
  count: number
}

/** Each link's counts, the oldest day first; days without a count are zero. */
export function byDay(linkIds: readonly string[], counted: readonly CountedDay[]): number[][] {
  const series = new Map(linkIds.map(id => [id, Array<number>(LINK_DAYS).fill(0)]))
  for (const { linkId, ago, count } of counted) {
    if (ago >= 0 && ago < LINK_DAYS) series.get(linkId)![LINK_DAYS - 1 - ago] = count
  }
  return linkIds.map(id => series.get(id)!)
}

const OPENED = `
  select d.link_id as "linkId", (($2::timestamptz at time zone t.time_zone)::date - d.day)::int as ago, d.opened as count
  from channel_link_day d join tenant t on t.id = d.tenant_id
  where d.tenant_id = $1 and d.link_id = any($3::uuid[]) and d.day > ($2::timestamptz at time zone t.time_zone)::date - ${LINK_DAYS}`

/** Loader. */
export async function openedByDay(unit: ReadUnit, linkIds: readonly string[]): Promise<number[][]> {
  return byDay(linkIds, await unit.sql<CountedDay>('channel-link-days', OPENED, [unit.tenantId, unit.now, linkIds]))
}
