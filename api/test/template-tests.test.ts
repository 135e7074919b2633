import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { botTemplates } from '../src/modules/flows/templates/templates.ts'
import { ask } from './client.ts'
import { SectorTenant } from './sector.ts'
import { ROOT, useStand } from './stand.ts'

const stand = useStand()

/** The very document that the studio’s page of tests sends. */
const documents = readFileSync(path.join(ROOT, 'graphql/operations/admin/bot-simulator.graphql'), 'utf8')
const runTests = [/mutation RunBotTests[^]*?\n}\n/, /fragment TestOutcome_BotTestOutcome[^]*?\n}\n/].map(part => part.exec(documents)![0]).join('\n')

test.each(botTemplates.map(({ key, content }) => [key, content.tests] as const))('a company that begins with “%s” sees all its tests pass in the studio', { timeout: 60_000 }, async (template, tests) => {
  const tenant = await SectorTenant.open(stand.database, stand.app)
  const owner = await tenant.member('OWNER')
  const botId = await tenant.create(owner, template)
  const { runBotTests: { failedCount, passedCount, outcomes } } = await ask(stand.url, owner, runTests, { input: { botId } })
  expect(outcomes.filter(({ passed }: { passed: boolean }) => !passed)).toEqual([])
  expect({ failedCount, passedCount }).toEqual({ failedCount: 0, passedCount: tests.length })
  expect(outcomes.map(({ key }: { key: string }) => key).sort()).toEqual(tests.map(({ key }) => key).sort())
  for (const { transcript } of outcomes) expect(transcript).not.toEqual([])
})

test('whoever runs all tests of a draft by hand keeps how they went, where nobody else runs them; of some of them nothing is kept', { timeout: 60_000 }, async () => {
  const tenant = await SectorTenant.open(stand.database, stand.app)
  const owner = await tenant.member('OWNER')
  const { createBot: { id: botId } } = await ask(stand.url, owner, 'mutation($input: CreateBotInput!) { createBot(input: $input) { ... on Bot { id } } }', { input: { name: 'Banco' } })
  const document = { key: 'saluda', name: 'Saluda', channel: 'WEB', language: 'ES', recordings: [], lines: [{ kind: 'CONTACT', text: 'hola' }, { kind: 'EXPECT', that: [{ kind: 'SAYS', text: 'Hola', match: 'CONTAINS' }] }] }
  await ask(stand.url, owner, 'mutation($input: SaveBotTestInput!) { saveBotTest(input: $input) { __typename } }', { input: { botId, document } })
  // Put away, its tests do not run by themselves; what ran before is of another draft.
  await stand.database.owner.query('update bot set archived_at = now(), draft_revision = draft_revision + 1 where id = $1', [botId])
  const isCurrent = async () => (await ask(stand.url, owner, 'query($botId: ID!) { bot(id: $botId) { draftTests { isCurrent } } }', { botId })).bot.draftTests?.isCurrent ?? false
  await ask(stand.url, owner, runTests, { input: { botId, keys: ['saluda'] } })
  expect(await isCurrent()).toBe(false)
  await ask(stand.url, owner, runTests, { input: { botId } })
  expect(await isCurrent()).toBe(true)
})
