import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertLiveBot } from '../src/bench/live-bot.ts'
import { SystemDouble } from '../src/modules/connectors/system-double.fixture.ts'
import { flowOf, settingsOf, variable } from '../src/modules/flows/engine/bot.fixture.ts'
import { entities } from '../src/modules.ts'
import { ApiProcess } from './api-process.ts'
import { ask } from './client.ts'
import { dice } from './dice.ts'
import { figure } from './figures.ts'
import { useDatabase } from './harness.ts'
import { persistently } from './insisting.ts'
import { everyClaimEnds, killAgainAndAgain } from './killing.ts'
import { sessionOf } from './sessions.ts'
import { newWorld, type World } from './world.ts'

const database = useDatabase({ entities })
const { roll, seed } = dice()
const store = new SystemDouble()
let api: ApiProcess
let world: World

beforeAll(async () => {
  await store.listen()
  store.behave = async () => {
    await sleep(60 * roll())
    return { body: { ok: true } }
  }
  world = await newWorld(database)
  // In production nothing on this machine can be reached.
  api = await ApiProcess.prepare(database, { BOTPRO_MODE: 'demo', DEMO_COMPANIES: 'none', OUTSIDE_ALLOW: `127.0.0.1:${store.port}` })
  await api.start()
  await connectStore()
  await insertLiveBot(database.owner, world, { settings: settingsOf({ languages: ['ES'] }), flows: [order], tests: [] })
}, 60_000)
afterAll(async () => {
  await api?.stop()
  await store.close()
})

/** One operation that must not be done twice, and one that may. */
async function connectStore() {
  const admin = await sessionOf(database, await world.member('ADMIN'))
  const { createConnector } = await ask(api.url, admin, 'mutation($input: CreateConnectorInput!) { createConnector(input: $input) { ... on Connector { id } } }',
    { input: { key: 'tienda', name: 'Tienda', kind: 'REST', baseUrl: store.url } })
  const inputs = [{ name: 'number', type: 'TEXT', isRequired: true }]
  for (const operation of [
    { key: 'order', name: 'Pedir', method: 'POST', path: '/orders/{number}', inputs },
    { key: 'stock', name: 'Existencia', method: 'GET', path: '/stock/{number}', inputs },
  ]) await ask(api.url, admin, 'mutation($input: CreateConnectorOperationInput!) { createConnectorOperation(input: $input) { ... on ConnectorOperation { id } } }',
    { input: { connectorId: createConnector.id, operation } })
}

const call = (operation: string, next: Record<string, string>) => ({ kind: 'CALL' as const, connector: 'tienda', operation, input: { number: { path: 'number' } }, next })
const say = (text: string) => ({ kind: 'SAY' as const, messages: [{ kind: 'TEXT' as const, text: { ES: text } }] })
const order = flowOf('order', {
  triggers: [{ id: 't', kind: 'KEYWORD', words: { ES: ['pedir'] } }], variables: [variable('number')],
  steps: {
    which: { kind: 'ASK', text: { ES: '¿Cuál?' }, answer: { type: 'TEXT' }, saveAs: 'number', next: { answered: 'stock', failed: 'unknown' } },
    stock: call('stock', { done: 'order', failed: 'unknown' }), order: call('order', { done: 'done', failed: 'unknown' }),
    done: say('Pedido {{ number }}.'), unknown: say('Sin respuesta {{ number }}.'),
  },
})

const CUSTOMERS = 20
const EACH = figure(5, 40)
const KILLS = figure(3, 12)
let told = 0

const texts = async (which: string, ...values: unknown[]) =>
  (await database.owner.query<{ text: string }>(`select text from message where tenant_id = $1 and author = 'BOT' and ${which}`, [world.tenantId, ...values])).rows.map(({ text }) => text)

/** Orders one thing after the other, each when she was told what became of the one before. */
async function shop(customer: number): Promise<void> {
  const insist = persistently(() => api.url)
  const { token } = await insist('StartVisitorSession', { input: { siteKey: world.siteKey, origin: 'https://example.com' } })
  const send = (text: string) => insist('SendVisitorMessage', { input: { clientId: randomUUID(), text } }, token)
  for (let turn = 0; turn < EACH; turn++) {
    const number = `N${customer}x${turn}`
    await send('pedir')
    await send(number)
    while (!(await texts('text like $2', `%${number}.`)).length) await sleep(50)
    told++
  }
}

test(`of ${CUSTOMERS * EACH} orders over flows while the API is killed again and again, each is made at most once and told exactly once`, { timeout: figure(180_000, 900_000) }, async () => {
  const shopping = Promise.all(Array.from({ length: CUSTOMERS }, (_, customer) => shop(customer)))
  await killAgainAndAgain(api, { kills: KILLS, of: CUSTOMERS * EACH, done: () => told, roll, meanwhile: () => everyClaimEnds(database) })
  await shopping
  const numbers = Array.from({ length: CUSTOMERS * EACH }, (_, at) => `N${Math.floor(at / EACH)}x${at % EACH}`)
  const timesTold = counted((await texts('text ~ $2', 'N[0-9]+x[0-9]+')).map(text => /N\d+x\d+/.exec(text)![0]))
  const timesMade = counted(store.received.filter(({ method }) => method === 'POST').map(({ path }) => path.split('/').at(-1)!))
  expect(numbers.filter(number => timesTold.get(number) !== 1), `seed ${seed}`).toEqual([])
  expect([...timesMade].filter(([, times]) => times !== 1), `seed ${seed}`).toEqual([])
  const confirmed = (await texts('text like $2', 'Pedido %')).map(text => /N\d+x\d+/.exec(text)![0])
  expect(confirmed.filter(number => !timesMade.has(number)), `seed ${seed}`).toEqual([])
  expect((await texts('text = $2', '¿Cuál?')).length, `seed ${seed}`).toBe(CUSTOMERS * EACH)
  expect((await database.owner.query('select count(*)::int as left from flow_request where tenant_id = $1', [world.tenantId])).rows[0].left).toBe(0)
  console.log(`${numbers.length} orders, ${KILLS} kills, ${numbers.length - confirmed.length} told as unknown, 0 made twice, 0 untold, seed ${seed}`)
})

const counted = (all: readonly string[]) => all.reduce((counts, one) => counts.set(one, (counts.get(one) ?? 0) + 1), new Map<string, number>())
