import type { Difference } from '../testing/difference.ts'
import type { BotContent } from '@botpro/graphql/flows'
import { newId } from '../../../platform/ids.ts'
import type { Unit } from '../../../platform/unit.ts'
import { sha256 } from '../../../platform/crypto.ts'
import { canonicalText } from '../bots/canonical.ts'
import { changeOf } from '../bots/draft.ts'

export interface AcceptedFinding {
  code: string
  count: number
  reason: string
}

export interface TestFailure {
  key: string
  name: string
  message: string
  difference?: Difference | null
}

export interface NewVersion {
  id: string
  botId: string
  /** None for what is kept only so that it can be gone back to. */
  number: number | null
  note: string
  content: BotContent
  accepted?: AcceptedFinding[]
  testsOverride?: string | null
  failedTests?: TestFailure[]
}

const INSERT = `
  insert into bot_version (tenant_id, id, bot_id, number, note, author_id, at, content, digest, flow_count, test_count, accepted, tests_override, failed_tests)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::jsonb, $13, $14::jsonb)`

/** The unit's flush comes before: a version belongs to a bot that is there. */
export async function keepVersion(unit: Unit, version: NewVersion): Promise<void> {
  const { id, botId, number, note, content, accepted = [], testsOverride = null, failedTests = [] } = version
  const text = canonicalText(content)
  const { now, memberId } = changeOf(unit)
  await unit.sql('bot-version-keep', INSERT, [
    unit.tenantId, id, botId, number, note, memberId, now, text, digestOf(text), content.flows.length, content.tests.length,
    JSON.stringify(accepted), testsOverride, JSON.stringify(failedTests),
  ])
}

export async function keepSnapshot(unit: Unit, { botId, content, note }: Pick<NewVersion, 'botId' | 'content' | 'note'>): Promise<string> {
  const id = newId(unit.now)
  await keepVersion(unit, { id, botId, number: null, note, content })
  return id
}

const digestOf = (text: string): string => sha256(text).toString('hex')

export const digestOfContent = (content: BotContent): string => digestOf(canonicalText(content))
