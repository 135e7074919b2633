import type { ReadUnit } from '../../../platform/unit.ts'
import { channelAccountsById, policiesSettled } from '../../channels/index.ts'
import { answeringRoles } from '../../conversations/index.ts'
import { activeMemberNames } from '../../identity/index.ts'
import type { Draft } from '../bots/bot.queries.ts'
import type { Finding, TestResult } from '../bots/publishing-checks.ts'
import { digestOfContent } from '../versions/bot-version.store.ts'
import { loadVersions } from '../versions/bot-version.queries.ts'
import type { GoLiveFacts } from './checklist.ts'

export type WorldFacts = Pick<GoLiveFacts, 'channels' | 'staff'>

const CHANNELS = `
  select c.channel_account_id as id from bot_channel c join channel_account a on a.tenant_id = c.tenant_id and a.id = c.channel_account_id
  where c.tenant_id = $1 and c.bot_id = $2 and a.state <> 'REMOVED'`

const MOST_NAMED = 20

/** What is so around a bot: its channels, and who is there to take over. */
export async function worldOf(unit: ReadUnit, botId: string): Promise<WorldFacts> {
  const rows = await unit.sql<{ id: string }>('bot-go-live-channels', CHANNELS, [unit.tenantId, botId])
  const accounts = (await channelAccountsById(unit, rows.map(({ id }) => id))).filter(account => account !== undefined)
  const settled = await policiesSettled(unit, accounts)
  return {
    channels: accounts.map(({ id, name, state, kind }) => ({ name, isLive: state === 'LIVE', isAccepted: settled.has(id), isLine: kind === 'WHATSAPP' })),
    staff: await activeMemberNames(unit, answeringRoles, MOST_NAMED),
  }
}

/** Whether the newest published version says what the draft says. */
export async function isPublished(unit: ReadUnit, { content }: Pick<Draft, 'content'>, latestVersionId: string | null): Promise<boolean> {
  const [latest] = latestVersionId ? await loadVersions(unit, [latestVersionId]) : []
  return latest?.digest === digestOfContent(content)
}

interface Checked {
  draft: Draft
  findings: Finding[]
  tests: TestResult[]
}

export const draftFacts = ({ draft, findings, tests }: Checked) => ({
  begunFlows: draft.content.flows.filter(({ triggers }) => triggers.length > 0).length,
  lintErrors: findings.filter(({ severity }) => severity === 'ERROR').map(({ code }) => code),
  testCount: tests.length,
  failedTests: tests.filter(({ passed }) => !passed).map(({ name }) => name),
})
