import type { BotContent } from '@botpro/graphql/flows'
import { NotFound } from '../../../platform/errors.ts'
import { pageOf, rowsFor, timeKeyOf, type Page, type PageArgs } from '../../../platform/paging.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import { assertMaySeeBots } from '../bots/bot.queries.ts'
import type { AcceptedFinding, TestFailure } from './bot-version.store.ts'

export interface BotVersionRow {
  id: string
  botId: string
  number: number | null
  note: string
  authorId: string | null
  at: Date
  digest: string
  sizeBytes: number
  flowCount: number
  testCount: number
  accepted: AcceptedFinding[]
  testsOverride: string | null
  failedTests: TestFailure[]
  isLive: boolean
}

// All but the content, which is large.
const COLUMNS = `
  v.id, v.bot_id as "botId", v.number, v.note, v.author_id as "authorId", v.at, v.digest, octet_length(v.content) as "sizeBytes",
  v.flow_count as "flowCount", v.test_count as "testCount", v.accepted, v.tests_override as "testsOverride", v.failed_tests as "failedTests",
  exists (select from bot b where b.tenant_id = v.tenant_id and b.live_version_id = v.id) as "isLive"`

const PAGE = `
  select ${COLUMNS} from bot_version v
  where v.tenant_id = $1 and v.bot_id = $2 and (v.number is not null or $3) and (v.at, v.id) < ($4::timestamptz, $5::uuid)
  order by v.at desc, v.id desc limit $6`

export interface VersionsArgs extends PageArgs {
  botId: string
  snapshots: boolean
}

export async function listVersions(unit: ReadUnit, args: VersionsArgs): Promise<Page<BotVersionRow>> {
  assertMaySeeBots(unit)
  const values = [unit.tenantId, args.botId, args.snapshots, ...timeKeyOf(args), rowsFor(args)]
  return pageOf(await unit.sql<BotVersionRow>('bot-versions', PAGE, values), args, ({ at, id }) => [at.toISOString(), id])
}

/** Loader: how many versions of a bot were published. */
export async function loadVersionCounts(unit: ReadUnit, botIds: readonly string[]): Promise<number[]> {
  const rows = await unit.sql<{ id: string; count: number }>('bot-version-counts',
    'select id, last_number as count from bot where tenant_id = $1 and id = any($2::uuid[])', [unit.tenantId, botIds])
  const counts = new Map(rows.map(({ id, count }) => [id, count]))
  return botIds.map(id => counts.get(id) ?? 0)
}

/** Loader. */
export async function loadVersions(unit: ReadUnit, ids: readonly string[]): Promise<(BotVersionRow | undefined)[]> {
  assertMaySeeBots(unit)
  const text = `select ${COLUMNS} from bot_version v where v.tenant_id = $1 and v.id = any($2::uuid[])`
  const byId = new Map((await unit.sql<BotVersionRow>('bot-versions-by-id', text, [unit.tenantId, ids])).map(row => [row.id, row]))
  return ids.map(id => byId.get(id))
}

const CONTENT = 'select content, bot_id as "botId", octet_length(content) as bytes from bot_version where tenant_id = $1 and id = $2'

export interface VersionContent {
  botId: string
  bytes: number
  content: BotContent
}

/** For whoever runs it: that somebody may is not asked. */
export async function versionContents(unit: ReadUnit, versionId: string): Promise<VersionContent[]> {
  const rows = await unit.sql<{ content: string; botId: string; bytes: number }>('bot-version-content', CONTENT, [unit.tenantId, versionId])
  return rows.map(({ content, ...version }) => ({ ...version, content: JSON.parse(content) as BotContent }))
}

/** For whoever looks at it. */
export async function versionContent(unit: ReadUnit, versionId: string): Promise<VersionContent> {
  assertMaySeeBots(unit)
  const [version] = await versionContents(unit, versionId)
  if (!version) throw new NotFound('The version')
  return version
}
