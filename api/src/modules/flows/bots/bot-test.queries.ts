import type { FlowTest } from '@botpro/graphql/flows'
import type { ReadUnit } from '../../../platform/unit.ts'
import { assertMaySeeBots } from './bot.queries.ts'

export interface BotTestRow {
  id: string
  botId: string
  key: string
  name: string
  revision: number
  changedAt: Date
  changedById: string | null
}

const COLUMNS = 'id, bot_id as "botId", key, name, revision, changed_at as "changedAt", changed_by as "changedById"'

/** Loader: the tests of each bot, by key. */
export async function loadTestsOfBots(unit: ReadUnit, botIds: readonly string[]): Promise<BotTestRow[][]> {
  assertMaySeeBots(unit)
  const text = `select ${COLUMNS} from bot_test where tenant_id = $1 and bot_id = any($2::uuid[]) order by key collate "C"`
  const byBot = Map.groupBy(await unit.sql<BotTestRow>('bot-tests', text, [unit.tenantId, botIds]), row => row.botId)
  return botIds.map(id => byBot.get(id) ?? [])
}

/** Loader. */
export async function loadTests(unit: ReadUnit, ids: readonly string[]): Promise<(BotTestRow | undefined)[]> {
  assertMaySeeBots(unit)
  const text = `select ${COLUMNS} from bot_test where tenant_id = $1 and id = any($2::uuid[])`
  const byId = new Map((await unit.sql<BotTestRow>('bot-tests-by-id', text, [unit.tenantId, ids])).map(row => [row.id, row]))
  return ids.map(id => byId.get(id))
}

/** Loader: what a test says. */
export async function loadTestDocuments(unit: ReadUnit, ids: readonly string[]): Promise<(FlowTest | undefined)[]> {
  const text = 'select id, document from bot_test where tenant_id = $1 and id = any($2::uuid[])'
  const rows = await unit.sql<{ id: string; document: FlowTest }>('bot-test-documents', text, [unit.tenantId, ids])
  const byId = new Map(rows.map(row => [row.id, row.document]))
  return ids.map(id => byId.get(id))
}
