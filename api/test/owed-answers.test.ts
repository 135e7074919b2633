import { afterAll, beforeAll, expect, test } from 'vitest'
import { entities } from '../src/modules.ts'
import { chatSays, ServerDouble } from '../src/modules/predictive/server-double.fixture.ts'
import { loadPersistedDocuments } from '../src/platform/contract/persisted.ts'
import { newId } from '../src/platform/ids.ts'
import { ApiProcess } from './api-process.ts'
import { ask, type Caller } from './client.ts'
import { useDatabase } from './harness.ts'
import { writeFaq } from './small-knowledge.ts'
import { newWorld, type World } from './world.ts'

const database = useDatabase({ entities })
const double = new ServerDouble()
let api: ApiProcess
let world: World

beforeAll(async () => {
  await double.listen()
  world = await newWorld(database)
  await database.owner.query(`insert into predictive_model (tenant_id, id, name, base_url, uses, is_on, monthly_calls, timeout_ms, created_at, changed_at)
    values ($1, $2, 'doble', $3, $4, true, 100, 7000, now(), now())`, [world.tenantId, newId(), double.url, JSON.stringify([{ purpose: 'GENERATE', model: 'm' }])])
  await writeFaq(database, world.tenantId, { question: '¿Cuánto tarda el envío a Santiago?', wordings: ['en cuántos días llega un envío a Santiago'] })
  await database.owner.query('insert into knowledge_state (tenant_id, revision) values ($1, 1) on conflict do nothing', [world.tenantId])
  api = await ApiProcess.prepare(database, { BOTPRO_MODE: 'demo', DEMO_COMPANIES: 'none', OUTSIDE_ALLOW: new URL(double.url).host })
  await api.start()
}, 60_000)
afterAll(async () => {
  await api?.stop()
  await double.close()
})

const documents = Object.values(loadPersistedDocuments().widget)

async function tell(name: string, variables: object, token?: string) {
  const visitor: Caller = { name: 'VISITOR', path: '/widget/graphql', headers: token ? { authorization: `Bearer ${token}` } : {} }
  return Object.values(await ask(api.url, visitor, documents.find(text => text.includes(`mutation ${name}`))!, { ...variables }))[0] as any
}

const said = async (): Promise<string[]> => (await database.owner.query(
  `select text from message where tenant_id = $1 and author = 'BOT' order by position`, [world.tenantId])).rows.map(({ text }) => text)

test('a process that is killed while it asks a model leaves nobody without an answer, and answers nobody twice', { timeout: 60_000 }, async () => {
  const { token } = await tell('StartVisitorSession', { input: { siteKey: world.siteKey, origin: 'https://example.com' } })
  const asking = Promise.withResolvers<void>()
  double.behave = () => (asking.resolve(), new Promise(() => {}))
  const stored = await tell('SendVisitorMessage', { input: { clientId: crypto.randomUUID(), text: 'y cuánto tarda el envío a Santiago' } }, token)
  expect(stored.messages.map(({ author }: { author: string }) => author)).toEqual(['BOT', 'CONTACT'])
  await asking.promise
  await api.kill('SIGKILL')
  expect((await said()).length).toBe(1)
  double.behave = () => chatSays('{}')
  await api.start()
  // As if the minute were over in which another process would have come upon it by itself.
  await database.owner.query(`update owed_answer set at = at - interval '1 minute'`)
  await database.owner.query(`select graphile_worker.add_job('conversations.answer-owed')`)
  await expect.poll(said, { timeout: 20_000 }).toEqual(['Hola (ES)', 'Respuesta.'])
  await database.owner.query(`select graphile_worker.add_job('conversations.answer-owed')`)
  await expect.poll(async () => (await database.owner.query(`select 1 from graphile_worker.jobs where task_identifier = 'conversations.answer-owed'`)).rows.length, { timeout: 10_000 }).toBe(0)
  expect(await said()).toEqual(['Hola (ES)', 'Respuesta.'])
  expect((await database.owner.query('select * from owed_answer')).rows).toEqual([])
})
