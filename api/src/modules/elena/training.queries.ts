import type { ReadUnit } from '../../platform/unit.ts'
import { assertMayRead } from './intent.queries.ts'

export type TrainingState = 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED'

export interface TrainingRow {
  id: string
  state: TrainingState
  progress: number
  requestedAt: Date
  requestedById: string | null
  startedAt: Date | null
  finishedAt: Date | null
  error: string | null
}

const COLUMNS = `id, state, progress, requested_at as "requestedAt", requested_by as "requestedById", started_at as "startedAt",
  finished_at as "finishedAt", error`

/** Loader. */
export async function loadTrainings(unit: ReadUnit, ids: readonly string[]): Promise<(TrainingRow | undefined)[]> {
  const text = `select ${COLUMNS} from model_training where tenant_id = $1 and id = any($2::uuid[])`
  const byId = new Map((await unit.sql<TrainingRow>('training-by-id', text, [unit.tenantId, ids])).map(row => [row.id, row]))
  return ids.map(id => byId.get(id))
}

const LATEST = `select ${COLUMNS} from model_training where tenant_id = $1 order by requested_at desc, id desc limit 1`

export async function latestTraining(unit: ReadUnit): Promise<TrainingRow | null> {
  assertMayRead(unit)
  return (await unit.sql<TrainingRow>('training-latest', LATEST, [unit.tenantId]))[0] ?? null
}
