import type { Language } from '../../platform/language.ts'
import { decodePageKey, pageOf, rowsFor, type Page, type PageArgs } from '../../platform/paging.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import type { EvaluationReport } from './evaluation/report.ts'
import { assertMayRead } from './intent.queries.ts'
import type { ModelState } from './learnt-model.entity.ts'

export interface ModelRow {
  id: string
  number: number
  state: ModelState
  trainedAt: Date
  trainedById: string | null
  publishedAt: Date | null
  publishedById: string | null
  overrideReason: string | null
  intentCount: number
  phraseCount: number
  languages: Language[]
  accuracy: number
  macroF1: number
  sizeBytes: number
  trainingSeconds: number
  publishable: boolean
}

// All but the report, which only the page of one model shows.
const COLUMNS = `
  m.id, m.number, m.state, m.trained_at as "trainedAt", m.trained_by as "trainedById", m.published_at as "publishedAt",
  m.published_by as "publishedById", m.override_reason as "overrideReason", m.intent_count as "intentCount",
  m.phrase_count as "phraseCount", m.languages, m.accuracy, m.macro_f1 as "macroF1", m.size_bytes as "sizeBytes",
  m.training_seconds as "trainingSeconds",
  exists (select from elena_model_content c where c.tenant_id = m.tenant_id and c.model_id = m.id) as publishable`

const LIST = `select ${COLUMNS} from elena_model m where m.tenant_id = $1 and m.number < $2 order by m.number desc limit $3`
const AFTER_ALL = 2_147_483_647

export async function listModels(unit: ReadUnit, args: PageArgs): Promise<Page<ModelRow>> {
  assertMayRead(unit)
  const number = args.after ? placeOf(args.after) : AFTER_ALL
  const rows = await unit.sql<ModelRow>('models', LIST, [unit.tenantId, number, rowsFor(args)])
  return pageOf(rows, args, row => [row.number])
}

function placeOf(after: string): number {
  const [number] = decodePageKey(after, [0])
  return Math.max(-1, Math.min(AFTER_ALL, Math.trunc(number!) || 0))
}

const BY_ID = `select ${COLUMNS} from elena_model m where m.tenant_id = $1 and m.id = any($2::uuid[])`

/** Loader. */
export async function loadModels(unit: ReadUnit, ids: readonly string[]): Promise<(ModelRow | undefined)[]> {
  const byId = new Map((await unit.sql<ModelRow>('model-by-id', BY_ID, [unit.tenantId, ids])).map(row => [row.id, row]))
  return ids.map(id => byId.get(id))
}

const OF_TRAINING = 'select training_id as "trainingId", id from elena_model where tenant_id = $1 and training_id = any($2::uuid[])'

/** Loader: the id of what came of a training. */
export async function loadModelIdsOfTrainings(unit: ReadUnit, trainingIds: readonly string[]): Promise<(string | undefined)[]> {
  const rows = await unit.sql<{ trainingId: string; id: string }>('model-of-training', OF_TRAINING, [unit.tenantId, trainingIds])
  const byTraining = new Map(rows.map(row => [row.trainingId, row.id]))
  return trainingIds.map(id => byTraining.get(id))
}

const REPORTS = 'select id, report from elena_model where tenant_id = $1 and id = any($2::uuid[])'

/** Loader: by the id of the model. */
export async function loadReports(unit: ReadUnit, ids: readonly string[]): Promise<(EvaluationReport | undefined)[]> {
  const rows = await unit.sql<{ id: string; report: EvaluationReport }>('model-reports', REPORTS, [unit.tenantId, ids])
  const byId = new Map(rows.map(row => [row.id, row.report]))
  return ids.map(id => byId.get(id))
}

const LIVE = `select id from elena_model where tenant_id = $1 and state = 'LIVE'`

export async function liveModelId(unit: ReadUnit): Promise<string | null> {
  return (await unit.sql<{ id: string }>('model-live', LIVE, [unit.tenantId]))[0]?.id ?? null
}

const NEWEST = `
  select m.id from elena_model m join elena_model_content c on c.tenant_id = m.tenant_id and c.model_id = m.id
  where m.tenant_id = $1 order by m.number desc limit 1`

/** The newest one that is kept whole. */
export async function newestModelId(unit: ReadUnit): Promise<string | null> {
  return (await unit.sql<{ id: string }>('model-newest', NEWEST, [unit.tenantId]))[0]?.id ?? null
}
