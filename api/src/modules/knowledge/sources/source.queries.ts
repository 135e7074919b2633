import { Forbidden } from '../../../platform/errors.ts'
import type { Language } from '../../../platform/language.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import type { KnowledgeProblem } from '../documents/reading-problem.ts'
import type { ReadingRhythm } from './reading-rhythm.ts'
import type { KnowledgeSourceKind, KnowledgeSourceState } from './source.entity.ts'
import { mayReadSources } from './source.policy.ts'

export interface SourceRow {
  id: string
  kind: KnowledgeSourceKind
  name: string
  url: string | null
  fileName: string | null
  language: Language
  rhythm: ReadingRhythm
  validFrom: string | null
  validUntil: string | null
  state: KnowledgeSourceState
  problem: KnowledgeProblem | null
  progress: number
  readAt: Date | null
  nextReadAt: Date | null
  version: number
}

const COLUMNS = `id, kind, name, url, file_name as "fileName", language, rhythm, valid_from::text as "validFrom", valid_until::text as "validUntil",
  state, problem, progress, read_at as "readAt", next_read_at as "nextReadAt", version`

export async function listSources(unit: ReadUnit): Promise<SourceRow[]> {
  assertMayRead(unit)
  const text = `select ${COLUMNS} from knowledge_source where tenant_id = $1 and deleted_at is null order by lower(name), id`
  return unit.sql<SourceRow>('knowledge-sources', text, [unit.tenantId])
}

/** Loader: of those that are not deleted. */
export async function loadSources(unit: ReadUnit, ids: readonly string[]): Promise<(SourceRow | undefined)[]> {
  const text = `select ${COLUMNS} from knowledge_source where tenant_id = $1 and id = any($2::uuid[]) and deleted_at is null`
  const byId = new Map((await unit.sql<SourceRow>('knowledge-source-by-id', text, [unit.tenantId, ids])).map(row => [row.id, row]))
  return ids.map(id => byId.get(id))
}

export interface SourceCounts { documents: number, problems: number, passages: number }

const COUNTS = `select source_id as "sourceId", count(*)::int as documents, count(problem)::int as problems, coalesce(sum(passage_count), 0)::int as passages
  from knowledge_document where tenant_id = $1 and source_id = any($2::uuid[]) group by 1`

/** Loader: by the id of the source. */
export async function loadSourceCounts(unit: ReadUnit, sourceIds: readonly string[]): Promise<SourceCounts[]> {
  const rows = await unit.sql<SourceCounts & { sourceId: string }>('knowledge-source-counts', COUNTS, [unit.tenantId, sourceIds])
  const bySource = new Map(rows.map(row => [row.sourceId, row]))
  return sourceIds.map(id => bySource.get(id) ?? { documents: 0, problems: 0, passages: 0 })
}

export function assertMayRead(unit: ReadUnit) {
  if (!mayReadSources(unit.actor)) throw new Forbidden()
}
