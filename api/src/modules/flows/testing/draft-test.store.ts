import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import { assertMaySeeBots } from '../bots/bot.queries.ts'
import type { TestOutcome } from './run-test.ts'

export interface DraftTestRunRow {
  botId: string
  draftRevision: number
  isCurrent: boolean
  passedCount: number
  failedCount: number
  outcomes: TestOutcome[]
  at: Date
}

const NEWEST = `
  select distinct on (r.bot_id) r.bot_id as "botId", r.draft_revision as "draftRevision", r.draft_revision = b.draft_revision as "isCurrent",
    r.passed_count as "passedCount", r.failed_count as "failedCount", r.outcomes, r.at
  from bot_test_run r join bot b on b.tenant_id = r.tenant_id and b.id = r.bot_id
  where r.tenant_id = $1 and r.bot_id = any($2::uuid[]) order by r.bot_id, r.draft_revision desc`

/** Loader: how the tests of each bot's draft went when they ran last. */
export async function loadDraftTests(unit: ReadUnit, botIds: readonly string[]): Promise<(DraftTestRunRow | undefined)[]> {
  assertMaySeeBots(unit)
  const rows = await unit.sql<DraftTestRunRow>('bot-test-runs', NEWEST, [unit.tenantId, botIds])
  const byBot = new Map(rows.map(row => [row.botId, row]))
  return botIds.map(id => byBot.get(id))
}

const REVISION = `
  select b.draft_revision as revision, exists (select from bot_test_run r where r.tenant_id = b.tenant_id and r.bot_id = b.id and r.draft_revision = b.draft_revision) as "hasRun"
  from bot b where b.tenant_id = $1 and b.id = $2 and b.archived_at is null`

/** Which draft there is now, and whether its tests ran; nothing where the bot is put away or gone. */
export const draftToTest = async (unit: ReadUnit, botId: string): Promise<{ revision: number; hasRun: boolean } | undefined> =>
  (await unit.sql<{ revision: number; hasRun: boolean }>('bot-draft-to-test', REVISION, [unit.tenantId, botId]))[0]

// Of a draft that is no more, nothing is kept; of one draft the first to come is kept.
const KEEP = `
  insert into bot_test_run (tenant_id, bot_id, draft_revision, passed_count, failed_count, outcomes, at)
  select tenant_id, id, draft_revision, $4, $5, $6, $7 from bot where tenant_id = $1 and id = $2 and draft_revision = $3
  on conflict do nothing returning bot_id`
const OLD = 'delete from bot_test_run where tenant_id = $1 and bot_id = $2 and draft_revision < $3'
const MOST_KEPT = 20

/** True for whoever brings it first. */
export async function keepDraftTests(unit: Unit, { botId, draftRevision, outcomes }: { botId: string; draftRevision: number; outcomes: readonly TestOutcome[] }): Promise<boolean> {
  const shown = outcomes.map(outcome => (outcome.passed ? { ...outcome, transcript: [] } : outcome))
  const passed = outcomes.filter(outcome => outcome.passed).length
  const rows = await unit.sql('bot-test-run-keep', KEEP, [unit.tenantId, botId, draftRevision, passed, outcomes.length - passed, JSON.stringify(shown), unit.now])
  await unit.sql('bot-test-runs-old', OLD, [unit.tenantId, botId, draftRevision - MOST_KEPT])
  return rows.length > 0
}
