import type { ReadUnit } from '../../../platform/unit.ts'

/** Of which days of a month units are asked for; all of it where no days are named. */
export interface UsedDays {
  tenantId: string
  /** Its first day. */
  month: string
  days: { startsOn: string; endsOn: string } | null
  /** Units that came to light after the month in which they were opened was closed belong to no day of this one: they are told once. */
  withLate: boolean
}

export interface UsedInMonth {
  tenantId: string
  month: string
  conversations: number
  uic: number
  bic: number
  /** How many of them were opened in an earlier month. */
  lateConversations: number
  lateUic: number
  lateBic: number
}

const USED = `
  with asked as materialized (
    select a.tenant_id, a.month, a.with_late, a.month::timestamp at time zone t.time_zone as month_at,
      a.starts_on::timestamp at time zone t.time_zone as starts_at, a.ends_on::timestamp at time zone t.time_zone as ends_at
    from unnest($1::uuid[], $2::date[], $3::date[], $4::date[], $5::boolean[]) as a (tenant_id, month, starts_on, ends_on, with_late)
      join tenant t on t.id = a.tenant_id
  ), counted as (
    select s.tenant_id, s.month, s.opened_at < a.month_at as is_late, s.channel_kind = 'WHATSAPP' as is_whatsapp, s.initiator, sum(s.units)::int as units
    from metered_session s join asked a on a.tenant_id = s.tenant_id and a.month = s.month
    where a.starts_at is null or (s.opened_at >= a.starts_at and s.opened_at < a.ends_at) or (a.with_late and s.opened_at < a.month_at)
    group by 1, 2, 3, 4, 5
  )
  select tenant_id as "tenantId", month, sum(units)::int as conversations,
    coalesce(sum(units) filter (where is_whatsapp and initiator = 'UIC'), 0)::int as uic, coalesce(sum(units) filter (where is_whatsapp and initiator = 'BIC'), 0)::int as bic,
    coalesce(sum(units) filter (where is_late), 0)::int as "lateConversations",
    coalesce(sum(units) filter (where is_late and is_whatsapp and initiator = 'UIC'), 0)::int as "lateUic",
    coalesce(sum(units) filter (where is_late and is_whatsapp and initiator = 'BIC'), 0)::int as "lateBic"
  from counted group by 1, 2 order by 1, 2`

/** What tenants used, of all of them in one statement. In a unit of the platform, or of the one tenant. */
export async function usedInMonths(unit: ReadUnit, asked: readonly UsedDays[]): Promise<UsedInMonth[]> {
  if (asked.length === 0) return []
  return unit.sql<UsedInMonth>('metering-used-months', USED, [
    asked.map(({ tenantId }) => tenantId), asked.map(({ month }) => month), asked.map(({ days }) => days?.startsOn ?? null),
    asked.map(({ days }) => days?.endsOn ?? null), asked.map(({ withLate }) => withLate),
  ])
}
