import { pageOf, rowsFor, timeKeyOf, type Page, type PageArgs } from '../../../platform/paging.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import type { BotStage } from '../bots/bot.entity.ts'
import { assertMaySeeBots } from '../bots/bot.queries.ts'
import type { Approvals, GoLiveItemKey, GoLiveSide } from './checklist.ts'

export interface BotApprovalRow {
  id: string
  botId: string
  kind: 'STAGE_MOVED' | 'VERSION_PUBLISHED' | 'ITEM_APPROVED' | 'ITEM_WITHDRAWN'
  fromStage: BotStage | null
  toStage: BotStage | null
  item: GoLiveItemKey | null
  versionId: string | null
  versionNumber: number | null
  side: GoLiveSide
  byName: string
  memberId: string | null
  at: Date
  note: string | null
  overrideReason: string | null
  missing: GoLiveItemKey[]
}

const COLUMNS = `
  id, bot_id as "botId", kind, from_stage as "fromStage", to_stage as "toStage", item, version_id as "versionId",
  (select v.number from bot_version v where v.tenant_id = a.tenant_id and v.id = a.version_id) as "versionNumber", side, by_name as "byName",
  member_id as "memberId", at, note, override_reason as "overrideReason", missing`

const PAGE = `
  select ${COLUMNS} from bot_approval a where tenant_id = $1 and bot_id = $2 and (at, id) < ($3::timestamptz, $4::uuid)
  order by at desc, id desc limit $5`

export async function listApprovals(unit: ReadUnit, args: PageArgs & { botId: string }): Promise<Page<BotApprovalRow>> {
  assertMaySeeBots(unit)
  const rows = await unit.sql<BotApprovalRow>('bot-approvals', PAGE, [unit.tenantId, args.botId, ...timeKeyOf(args), rowsFor(args)])
  return pageOf(rows, args, ({ at, id }) => [at.toISOString(), id])
}

/** Loader: who let the bot go on with each version. */
export async function loadApprovalsOfVersions(unit: ReadUnit, versionIds: readonly string[]): Promise<BotApprovalRow[][]> {
  assertMaySeeBots(unit)
  const text = `select ${COLUMNS} from bot_approval a where tenant_id = $1 and version_id = any($2::uuid[]) order by at, id limit 1000`
  const byVersion = Map.groupBy(await unit.sql<BotApprovalRow>('bot-approvals-of-versions', text, [unit.tenantId, versionIds]), row => row.versionId)
  return versionIds.map(id => byVersion.get(id) ?? [])
}

const LATEST = `
  select distinct on (bot_id, item) ${COLUMNS} from bot_approval a
  where tenant_id = $1 and bot_id = any($2::uuid[]) and item is not null order by bot_id, item, at desc, id desc`

/** The newest word on each item of a bot. In a tenant's unit, or for the tenant that a platform unit names. */
export async function approvalsOf(unit: ReadUnit, tenantId: string, botId: string): Promise<Approvals> {
  const rows = await unit.sql<BotApprovalRow>('bot-approvals-latest', LATEST, [tenantId, [botId]])
  return new Map(rows.map(row => [row.item!, row]))
}
