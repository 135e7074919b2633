import { isDay } from '../../platform/day.ts'
import { BadInput, Forbidden } from '../../platform/errors.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import { maySeeUsage } from './predictive.policy.ts'
import type { PredictivePurpose } from './predictive-model.entity.ts'

const MOST_DAYS = 366

export interface PredictiveUsageRow {
  predictiveModel: { id: string; name: string }
  purpose: PredictivePurpose
  calls: number
  failures: number
  tokensIn: number
  tokensOut: number
  averageMilliseconds: number
}

// A call that is still under way, or whose process died meanwhile, counts too: the server was asked.
const USAGE = `
  select jsonb_build_object('id', m.id, 'name', m.name) as "predictiveModel", c.purpose, count(*)::int as calls,
    (count(*) filter (where c.outcome not in ('ANSWERED', 'STARTED')))::int as failures,
    sum(c.tokens_in)::int as "tokensIn", sum(c.tokens_out)::int as "tokensOut",
    coalesce(avg(c.ms), 0)::int as "averageMilliseconds"
  from predictive_call c
    join tenant t on t.id = c.tenant_id
    join predictive_model m on m.tenant_id = c.tenant_id and m.id = c.model_id
  where c.tenant_id = $1 and c.at >= ($2::date)::timestamp at time zone t.time_zone
    and c.at < ($3::date + 1)::timestamp at time zone t.time_zone
  group by m.id, m.name, c.purpose order by m.name, m.id, c.purpose`

/** From one day to another, both included. */
export async function predictiveUsage(unit: ReadUnit, { from, to }: { from: string; to: string }): Promise<PredictiveUsageRow[]> {
  if (!maySeeUsage(unit.actor)) throw new Forbidden()
  for (const [field, day] of Object.entries({ from, to })) if (!isDay(day)) throw new BadInput(field)
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  if (days < 1 || days > MOST_DAYS) throw new BadInput('to', `Between 1 and ${MOST_DAYS} days.`)
  return unit.sql<PredictiveUsageRow>('predictive-usage', USAGE, [unit.tenantId, from, to])
}

const CALLS = `
  select m.tenant_id as "tenantId", m.month, sum(m.calls)::int as calls
  from predictive_month m join unnest($1::uuid[], $2::date[]) as asked (tenant_id, month) on asked.tenant_id = m.tenant_id and asked.month = m.month
  group by 1, 2`

/** How many calls tenants made in months, each named by its first day. */
export const callsInMonths = (unit: ReadUnit, asked: readonly { tenantId: string; month: string }[]): Promise<{ tenantId: string; month: string; calls: number }[]> =>
  unit.sql('predictive-calls-months', CALLS, [asked.map(({ tenantId }) => tenantId), asked.map(({ month }) => month)])
