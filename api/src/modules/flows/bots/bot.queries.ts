import type { BotContent, BotSettings, Flow, FlowTest } from '@botpro/graphql/flows'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import type { BotStage } from './bot.entity.ts'
import { maySeeBots } from './bot.policy.ts'

export interface BotRow {
  id: string
  name: string
  description: string | null
  settings: BotSettings
  settingsRevision: number
  draftRevision: number
  draftChangedAt: Date
  draftChangedById: string | null
  stage: BotStage
  latestVersionId: string | null
  liveVersionId: string | null
  createdAt: Date
  createdById: string | null
  archivedAt: Date | null
}

const COLUMNS = `
  id, name, description, settings, settings_revision as "settingsRevision", draft_revision as "draftRevision",
  draft_changed_at as "draftChangedAt", draft_changed_by as "draftChangedById", stage, latest_version_id as "latestVersionId",
  live_version_id as "liveVersionId", created_at as "createdAt", created_by as "createdById", archived_at as "archivedAt"`

export async function listBots(unit: ReadUnit, { archived }: { archived: boolean }): Promise<BotRow[]> {
  assertMaySeeBots(unit)
  const text = `select ${COLUMNS} from bot where tenant_id = $1 and (archived_at is null or $2) order by lower(name), id limit 200`
  return unit.sql<BotRow>('bots', text, [unit.tenantId, archived])
}

/** Loader. */
export async function loadBots(unit: ReadUnit, ids: readonly string[]): Promise<(BotRow | undefined)[]> {
  assertMaySeeBots(unit)
  const rows = await unit.sql<BotRow>('bots-by-id', `select ${COLUMNS} from bot where tenant_id = $1 and id = any($2::uuid[])`, [unit.tenantId, ids])
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.map(id => byId.get(id))
}

/** Everything that is drafted of a bot, and which draft it is. */
export interface Draft {
  botId: string
  name: string
  description: string | null
  draftRevision: number
  content: BotContent
}

const DRAFT = `
  select b.name, b.description, b.draft_revision as "draftRevision", b.settings,
    coalesce((select json_agg(f.document order by f.position, f.id) from bot_flow f
      where f.tenant_id = b.tenant_id and f.bot_id = b.id and f.deleted_at is null), '[]') as flows,
    coalesce((select json_agg(t.document order by t.key collate "C") from bot_test t where t.tenant_id = b.tenant_id and t.bot_id = b.id), '[]') as tests
  from bot b where b.tenant_id = $1 and b.id = $2`

type DraftRow = Pick<BotRow, 'name' | 'description' | 'draftRevision' | 'settings'> & { flows: Flow[]; tests: FlowTest[] }

/** In one statement, so that it is the draft of one moment. */
export async function draftOf(unit: ReadUnit, botId: string): Promise<Draft> {
  assertMaySeeBots(unit)
  const [row] = await unit.sql<DraftRow>('bot-draft', DRAFT, [unit.tenantId, botId])
  if (!row) throw new NotFound('The bot')
  const { settings, flows, tests, ...draft } = row
  return { botId, ...draft, content: { settings, flows, tests } }
}

export function assertMaySeeBots({ actor }: ReadUnit) {
  if (!maySeeBots(actor)) throw new Forbidden()
}
