import { beforeAll } from 'vitest'
import type { BotFile } from '@botpro/graphql/flows'
import { useDatabase, type TestDatabase } from '../../../../test/harness.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import type { Actor } from '../../../platform/actor.ts'
import { openBroadcast } from '../../../platform/broadcast.ts'
import { newId } from '../../../platform/ids.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Unit } from '../../../platform/unit.ts'
import { BotReviewService, botProItems } from '../golive/bot-review.service.ts'
import { GoLiveService } from '../golive/golive.service.ts'
import { BotChannelService } from '../serving/bot-channel.service.ts'
import { ServedBots } from '../serving/served-bots.ts'
import { PublishingService, type Publishing, type PublishingRefusal } from '../versions/publishing.service.ts'
import { RestoringService } from '../versions/restoring.service.ts'
import { loadBots, type BotRow } from './bot.queries.ts'
import { BotService, type NewBot } from './bot.service.ts'
import { loadFlowsOfBots, loadFlowDocuments, type BotFlowRow } from './bot-flow.queries.ts'
import { BotFlowService } from './bot-flow.service.ts'
import type { BotTemplates } from './bot-templates.ts'
import { BotTestService } from './bot-test.service.ts'
import { DraftNews } from './draft-news.ts'
import { newContent } from './new-bot.ts'
import type { Finding, PublishingChecks } from './publishing-checks.ts'
import { lint } from '../lint/lint.ts'

export const database = {} as TestDatabase
export const broadcast = openBroadcast()
export const news = new DraftNews(broadcast)
export const served = new ServedBots(broadcast)

/** Besides flows without a start, finds each flow whose name begins with “¿”, to warn of it; lets a test pass whose name says so. */
const checks: PublishingChecks = {
  lint: async (_unit, content) => [
    ...content.flows.filter(({ name }) => name.startsWith('¿'))
      .map((flow): Finding => ({ code: 'ASKING_NAME', severity: 'WARNING', flow: flow.key, message: 'The name asks.' })),
    ...lint(content, { connectors: [], channels: [], intents: [], entities: [], tables: [], requestTypes: [], files: [], bookable: { services: [], resources: [] }, payments: null, links: [] }).filter(({ code }) => code === 'NO_START'),
  ],
  runTests: async ({ tests }) => tests.map(({ key, name }) => ({ key, name, passed: name.startsWith('bien'), message: 'It went otherwise.' })),
}

export const template: BotFile = { format: 'botpro.bot/1', name: 'Banca', description: 'Para cooperativas', ...newContent('ES') }
const templates: BotTemplates = {
  install: async () => {},
  list: () => [{ key: 'bank', sector: 'FINANCIAL', names: [], flowCount: 1, testCount: 0, languages: ['ES'] }],
  read: key => (key === 'bank' ? template : undefined),
}

export const bots = new BotService({ templates, news })
export const flows = new BotFlowService({ news })
export const tests = new BotTestService({ news })
export const publishing = new PublishingService({ checks, news, served })
export const restoring = new RestoringService({ news })
export const channels = new BotChannelService({ served })
export const golive = new GoLiveService({ publishing, served })
export const reviews = new BotReviewService()

export let world: World
export let admin: Actor

/** A tenant with an administrator, in a database of the test file's own. */
export function useBots() {
  useDatabase({ entities }, database)
  beforeAll(async () => {
    world = await newWorld(database)
    admin = await world.member('ADMIN', 'Ana Reyes')
  })
}

export const as = <Result>(work: (unit: Unit) => Promise<Result>, actor: Actor = admin): Promise<Result> => world.as(actor, work)

/** The result, where it is no refusal. */
export function done<Value>(result: Value): Exclude<Value, Refusal> {
  if (result instanceof Refusal) throw new Error(`${result.code}: ${JSON.stringify(result)}`)
  return result as Exclude<Value, Refusal>
}

export const create = async (more: Partial<NewBot> = {}): Promise<string> =>
  done(await as(unit => bots.create(unit, { name: 'Asistente', language: 'ES', ...more })))

export const botOf = async (id: string): Promise<BotRow> => (await as(unit => loadBots(unit, [id])))[0]!

export const flowsOf = async (botId: string): Promise<BotFlowRow[]> => (await as(unit => loadFlowsOfBots(unit, [botId])))[0]!

export const documentOf = async (flowId: string) => (await as(unit => loadFlowDocuments(unit, [flowId])))[0]!

/** As the resolver does: looked at first, then published. */
export async function publish(botId: string, more: Partial<Publishing> = {}): Promise<string | PublishingRefusal> {
  const seen = await as(unit => golive.look(unit, botId))
  const { tests, items } = await golive.checklist(seen)
  return as(unit => publishing.publish(unit, { botId, note: 'Primera', reasons: [], draftRevision: seen.draft.draftRevision, ...more }, { ...seen, tests, items }))
}

/** BotPro's part, so that the company may go live. */
export async function botProApproves(botId: string, tenantId = world.tenantId): Promise<void> {
  for (const item of botProItems) done(await database.units.platform({ actor: operator }, unit => reviews.review(unit, { tenantId, botId, item, isDone: true })))
}

export const operator: Actor = { kind: 'OPERATOR', userId: newId(), sessionId: newId(), name: 'Eva de BotPro' }

export const auditOf = async (targetId: string): Promise<{ action: string; detail: Record<string, unknown> }[]> =>
  (await database.owner.query('select action, detail from audit_entry where tenant_id = $1 and target_id = $2 order by seq', [world.tenantId, targetId])).rows
