import { Forbidden } from '../../platform/errors.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import { maySeeModels } from './predictive.policy.ts'
import type { PredictiveUse } from './predictive-model.entity.ts'

export interface PredictiveModelRow {
  id: string
  name: string
  baseUrl: string
  keyLastFour: string | null
  uses: PredictiveUse[]
  isOn: boolean
  monthlyCalls: number
  timeoutMs: number
  callsThisMonth: number
  changedAt: Date
  version: number
}

/** The first day of the month that it is at `$2` where the tenant is. */
export const MONTH = `(select date_trunc('month', $2::timestamptz at time zone time_zone)::date from tenant where id = $1)`

const ROWS = `
  select m.id, m.name, m.base_url as "baseUrl", m.key_last_four as "keyLastFour", m.uses, m.is_on as "isOn",
    m.monthly_calls as "monthlyCalls", m.timeout_ms as "timeoutMs", coalesce(c.calls, 0) as "callsThisMonth",
    m.changed_at as "changedAt", m.version
  from predictive_model m
    left join predictive_month c on c.tenant_id = m.tenant_id and c.model_id = m.id and c.month = ${MONTH}
  where m.tenant_id = $1 and m.deleted_at is null`

export async function listPredictiveModels(unit: ReadUnit): Promise<PredictiveModelRow[]> {
  if (!maySeeModels(unit.actor)) throw new Forbidden()
  return unit.sql<PredictiveModelRow>('predictive-models', `${ROWS} order by m.name, m.id limit 100`, [unit.tenantId, unit.now])
}

/** Loader. */
export async function loadPredictiveModels(unit: ReadUnit, ids: readonly string[]): Promise<(PredictiveModelRow | undefined)[]> {
  const rows = await unit.sql<PredictiveModelRow>('predictive-models-by-id', `${ROWS} and m.id = any($3::uuid[])`, [unit.tenantId, unit.now, ids])
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.map(id => byId.get(id))
}
