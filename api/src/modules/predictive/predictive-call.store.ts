import { newId } from '../../platform/ids.ts'
import type { Unit } from '../../platform/unit.ts'
import { PredictiveFailure, type PredictiveProblem } from './predictive-failure.ts'
import { MONTH } from './predictive-model.queries.ts'
import type { PredictivePurpose } from './predictive-model.entity.ts'
import type { ServingModel } from './serving-models.ts'

export interface NewCall {
  purpose: PredictivePurpose
  /** What the call is for; the same again counts as the same. */
  key?: string
  /** To see whether it works at all: also while it is switched off. */
  isTest?: boolean
}

export interface Settled {
  outcome: 'ANSWERED' | PredictiveProblem
  ms: number
  tokensIn: number
  tokensOut: number
}

// Its version too: who changed the address or switched it off would not have the old one asked any more.
const PRESENT = `
  select monthly_calls as "monthlyCalls" from predictive_model
  where tenant_id = $1 and id = $2 and version = $3 and deleted_at is null and (is_on or $4)`

const START = `
  insert into predictive_call (tenant_id, id, model_id, purpose, key, at, outcome) values ($1, $2, $3, $4, $5, $6, 'STARTED')
  on conflict (tenant_id, key) where key is not null do nothing returning id`

const AGAIN = 'select id from predictive_call where tenant_id = $1 and key = $2'

const COUNT = `
  insert into predictive_month as m (tenant_id, model_id, month, calls) values ($1, $3, ${MONTH}, 1)
  on conflict (tenant_id, model_id, month) do update set calls = m.calls + 1 where m.calls < $4
  returning calls`

/** Before the server is asked: the call counts, or it is one too many and nothing of this unit stays. Returns its id. */
export async function startCall(unit: Unit, { id: modelId, version }: ServingModel, { purpose, key, isTest = false }: NewCall): Promise<string> {
  const { tenantId, now } = unit
  const [model] = await unit.sql<{ monthlyCalls: number }>('predictive-present', PRESENT, [tenantId, modelId, version, isTest])
  if (!model) throw new PredictiveFailure('NOT_SERVED')
  const [started] = await unit.sql<{ id: string }>('predictive-start', START, [tenantId, newId(now), modelId, purpose, key ?? null, now])
  if (!started) return (await unit.sql<{ id: string }>('predictive-again', AGAIN, [tenantId, key]))[0]!.id
  const [counted] = await unit.sql('predictive-count', COUNT, [tenantId, now, modelId, model.monthlyCalls])
  if (!counted) throw new PredictiveFailure('LIMIT_REACHED')
  return started.id
}

const SETTLE = 'update predictive_call set outcome = $3, ms = $4, tokens_in = $5, tokens_out = $6 where tenant_id = $1 and id = $2'

/** Afterwards: what came of it. */
export async function settleCall(unit: Unit, id: string, { outcome, ms, tokensIn, tokensOut }: Settled): Promise<void> {
  await unit.sql('predictive-settle', SETTLE, [unit.tenantId, id, outcome, ms, tokensIn, tokensOut])
}

const KEPT_MS = 400 * 86_400_000

/** For a platform unit: calls are kept for a year and a bit. */
export async function tidyCalls(unit: Unit): Promise<void> {
  await unit.sql('tidy-predictive-calls', 'delete from predictive_call where at < $1', [new Date(unit.now.getTime() - KEPT_MS)])
}
