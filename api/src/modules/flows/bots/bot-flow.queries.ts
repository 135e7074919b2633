import type { Flow } from '@botpro/graphql/flows'
import type { ReadUnit } from '../../../platform/unit.ts'
import { assertMaySeeBots } from './bot.queries.ts'

export interface BotFlowRow {
  id: string
  botId: string
  key: string
  name: string
  description: string | null
  stepCount: number
  triggerKinds: string[]
  revision: number
  changedAt: Date
  changedById: string | null
}

// All but the document, which only the studio shows.
const COLUMNS = `
  f.id, f.bot_id as "botId", f.key, f.name, f.description, jsonb_array_length(f.document -> 'steps') as "stepCount",
  array(select distinct t ->> 'kind' from jsonb_array_elements(f.document -> 'triggers') t order by 1) as "triggerKinds",
  f.revision, f.changed_at as "changedAt", f.changed_by as "changedById"`
const PRESENT = 'f.tenant_id = $1 and f.deleted_at is null'

/** Loader: the flows of each bot, in their order. */
export async function loadFlowsOfBots(unit: ReadUnit, botIds: readonly string[]): Promise<BotFlowRow[][]> {
  assertMaySeeBots(unit)
  const text = `select ${COLUMNS} from bot_flow f where ${PRESENT} and f.bot_id = any($2::uuid[]) order by f.position, f.id`
  const rows = await unit.sql<BotFlowRow>('bot-flows', text, [unit.tenantId, botIds])
  const byBot = Map.groupBy(rows, row => row.botId)
  return botIds.map(id => byBot.get(id) ?? [])
}

/** Loader. */
export async function loadFlows(unit: ReadUnit, ids: readonly string[]): Promise<(BotFlowRow | undefined)[]> {
  assertMaySeeBots(unit)
  const text = `select ${COLUMNS} from bot_flow f where ${PRESENT} and f.id = any($2::uuid[])`
  const rows = await unit.sql<BotFlowRow>('bot-flows-by-id', text, [unit.tenantId, ids])
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.map(id => byId.get(id))
}

/** Loader: what a flow says. */
export async function loadFlowDocuments(unit: ReadUnit, ids: readonly string[]): Promise<(Flow | undefined)[]> {
  const text = `select f.id, f.document from bot_flow f where ${PRESENT} and f.id = any($2::uuid[])`
  const rows = await unit.sql<{ id: string; document: Flow }>('bot-flow-documents', text, [unit.tenantId, ids])
  const byId = new Map(rows.map(row => [row.id, row.document]))
  return ids.map(id => byId.get(id))
}
