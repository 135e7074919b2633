import type { FlowTest } from '@botpro/graphql/flows'
import { expect, test } from 'vitest'
import { as, create, database, done, flows, flowsOf, news, tests, useBots, world } from '../bots/bots.fixture.ts'
import { newContent } from '../bots/new-bot.ts'
import { keepDraftTests, loadDraftTests } from './draft-test.store.ts'
import { DraftTests } from './draft-tests.ts'
import { runTests, TestsLeft } from './run-tests.ts'

useBots()

const written = (key: string, expected: string): FlowTest => ({
  key, name: key, channel: 'WEB', language: 'ES', recordings: [], lines: [{ kind: 'CONTACT', text: 'hola' }, { kind: 'EXPECT', that: [{ kind: 'SAYS', text: expected, match: 'CONTAINS' }] }],
})
/** Known when the database is there. */
const drafts = () => new DraftTests({ units: database.units, news })
const ran = async (botId: string) => (await as(unit => loadDraftTests(unit, [botId])))[0]
const run = (botId: string) => drafts().run({ tenantId: world.tenantId, botId })
const rows = async (botId: string) => (await database.owner.query('select draft_revision as revision, at from bot_test_run where bot_id = $1', [botId])).rows

async function withTests() {
  const botId = await create()
  done(await as(unit => tests.save(unit, { botId, document: written('bien', 'Hola') })))
  done(await as(unit => tests.save(unit, { botId, document: written('mal', 'Adiós para siempre') })))
  return botId
}

test('the tests of a draft run by themselves, and tell which failed and why', async () => {
  const botId = await withTests()
  const told: string[] = []
  const hearing = news.of(world.tenantId, botId)[Symbol.asyncIterator]()
  const heard = hearing.next().then(({ value }) => told.push(value!.kind))
  await run(botId)
  await heard
  expect(told).toEqual(['TESTS_RAN'])
  expect(await ran(botId)).toMatchObject({
    isCurrent: true, passedCount: 1, failedCount: 1,
    outcomes: [{ key: 'bien', passed: true, transcript: [] }, { key: 'mal', passed: false, difference: { kind: 'SAYS', expected: 'Adiós para siempre' }, transcript: [{ who: 'CONTACT' }, { who: 'BOT' }] }],
  })
})

test('they run once for a draft, however many processes are told to', async () => {
  const botId = await withTests()
  await Promise.all([run(botId), run(botId), run(botId)])
  const once = await rows(botId)
  expect(once).toHaveLength(1)
  await run(botId)
  expect(await rows(botId)).toEqual(once)
})

test('a change makes what ran stale until they ran again; what was tested meanwhile is not kept', async () => {
  const botId = await withTests()
  await run(botId)
  const before = (await ran(botId))!.draftRevision
  const [flow] = await flowsOf(botId)
  done(await as(unit => flows.duplicate(unit, { flowId: flow!.id })))
  expect(await ran(botId)).toMatchObject({ isCurrent: false, draftRevision: before })
  expect(await as(unit => keepDraftTests(unit, { botId, draftRevision: before, outcomes: [] }))).toBe(false)
  await run(botId)
  expect(await ran(botId)).toMatchObject({ isCurrent: true, passedCount: 1 })
})

test('whoever changes a draft again moves the one job that tests it', async () => {
  const botId = await withTests()
  const jobs = async () => (await database.owner.query(`select run_at as "runAt" from graphile_worker.jobs where key = $1`, [`flows.test-draft:${botId}`])).rows as { runAt: Date }[]
  await database.owner.query(`update graphile_worker._private_jobs set run_at = run_at - interval '1 minute' where key = $1`, [`flows.test-draft:${botId}`])
  const [first, ...others] = await jobs()
  expect(others).toEqual([])
  done(await as(unit => flows.create(unit, { botId, name: 'Otra' })))
  const [second, ...more] = await jobs()
  expect(more).toEqual([])
  expect(second!.runAt.getTime()).toBeGreaterThan(first!.runAt.getTime())
})

test('tests run side by side, in their order, and are left once nobody waits for them', async () => {
  const content = { ...newContent('ES'), tests: Array.from({ length: 40 }, (_one, at) => written(`t${at}`, at % 2 ? 'Hola' : 'Nunca')) }
  const outcomes = await runTests(content)
  expect(outcomes.map(({ key, passed }) => [key, passed])).toEqual(content.tests.map(({ key }, at) => [key, at % 2 === 1]))
  let asked = 0
  await expect(runTests(content, { isOver: async () => ++asked >= 5 })).rejects.toThrow(TestsLeft)
  expect(asked).toBeLessThan(40)
})
