import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { SECRET } from '../../../test/harness-server.ts'
import { useDatabase } from '../../../test/harness.ts'
import { newWorld, type World } from '../../../test/world.ts'
import { openBroadcast } from '../../platform/broadcast.ts'
import { Sealer } from '../../platform/crypto.ts'
import { BadInput } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { Outside } from '../../platform/outside/outside.ts'
import { entities } from '../../modules.ts'
import { createPredictive, type Predictive } from './predictive.ts'
import { keyContext } from './predictive-model.service.ts'
import { predictiveUsage } from './predictive-usage.queries.ts'
import type { PredictivePurpose } from './predictive-model.entity.ts'
import { chatSays, misbehaviours, ServerDouble } from './server-double.fixture.ts'

const database = useDatabase({ entities })
const sealer = new Sealer([{ id: 'k1', secret: SECRET }])
const double = new ServerDouble()
const KEY = 'sk-secreto-0123456789abcd'
let predictive: Predictive

beforeAll(async () => {
  await double.listen()
  predictive = anew()
})
afterAll(() => double.close())
afterEach(() => {
  double.received.length = 0
  double.behave = () => chatSays('{"answer": "OK"}')
})

/** As in another process: nothing is remembered. */
const anew = (broadcast = openBroadcast()) => createPredictive({
  units: database.units, sealer, broadcast, outside: new Outside({ allow: [new URL(double.url).host] }),
})

const ALL: PredictivePurpose[] = ['ENCODE', 'RERANK', 'GENERATE', 'CLASSIFY']

async function worldWith({ monthlyCalls = 1000, timeoutMs = 1000, baseUrl = double.url } = {}): Promise<World & { modelId: string }> {
  const world = await newWorld(database)
  const modelId = newId()
  await database.owner.query(`insert into predictive_model (tenant_id, id, name, base_url, sealed_key, key_last_four, uses, is_on, monthly_calls, timeout_ms, created_at, changed_at)
    values ($1, $2, 'doble', $3, $4, 'abcd', $5, true, $6, $7, now(), now())`, [
    world.tenantId, modelId, baseUrl, sealer.seal(KEY, keyContext(modelId)),
    JSON.stringify(ALL.map(purpose => ({ purpose, model: `m-${purpose.toLowerCase()}` }))), monthlyCalls, timeoutMs,
  ])
  return Object.assign(world, { modelId })
}

const ask = ({ tenantId }: World, more: { key?: string; budgetMs?: number } = {}, from = predictive) =>
  from.chat('GENERATE', { tenantId, budgetMs: 5000, ...more }, { messages: [{ role: 'user', content: 'hola' }], maxTokens: 10 })

const problemOf = (asking: Promise<unknown>) => asking.then(() => 'none', error => error.problem ?? String(error))

const rows = async ({ tenantId }: World) =>
  (await database.owner.query('select * from predictive_call where tenant_id = $1 order by at, id', [tenantId])).rows
const counted = async ({ tenantId }: World) =>
  (await database.owner.query('select coalesce(sum(calls), 0)::int as calls from predictive_month where tenant_id = $1', [tenantId])).rows[0].calls

describe('a call', () => {
  test('asks the model by its name, with the key, and is written down without a word', async () => {
    const world = await worldWith()
    expect(await ask(world)).toBe('{"answer": "OK"}')
    expect(double.received).toMatchObject([{ path: '/v1/chat/completions', authorization: `Bearer ${KEY}`, body: { model: 'm-generate', response_format: { type: 'json_object' } } }])
    const [row] = await rows(world)
    expect(row).toMatchObject({ purpose: 'GENERATE', outcome: 'ANSWERED', tokens_in: 12, tokens_out: 3, key: null })
    expect(JSON.stringify(row)).not.toMatch(/hola|OK|sk-/)
    expect(await counted(world)).toBe(1)
  })

  test('goes without the wish for JSON where the server does not know it, and counts once', async () => {
    const world = await worldWith()
    double.behave = ({ body }) => (body.response_format ? { status: 400, body: { error: { message: 'unknown field' } } } : chatSays('{"a": 1}'))
    expect(await ask(world)).toBe('{"a": 1}')
    expect([double.received.length, await counted(world), (await rows(world)).length]).toEqual([2, 1, 1])
  })

  test('is tried once more where the server is busy, and counts once', async () => {
    const world = await worldWith()
    double.behave = () => (double.received.length === 1 ? { status: 503 } : chatSays('sí'))
    expect(await ask(world)).toBe('sí')
    double.behave = () => ({ status: 500 })
    expect(await problemOf(ask(world))).toBe('SERVER_FAILED')
    expect([double.received.length, await counted(world)]).toEqual([4, 2])
  })

  test('for the same reason again is the same call', async () => {
    const world = await worldWith()
    await ask(world, { key: 'mensaje 1' })
    await ask(world, { key: 'mensaje 1' })
    await Promise.all([ask(world, { key: 'mensaje 2' }), ask(world, { key: 'mensaje 2' })])
    expect([await counted(world), (await rows(world)).length]).toEqual([2, 2])
  })

  test('holds no connection of the database while the server is asked', async () => {
    const world = await worldWith({ timeoutMs: 3000 })
    const { promise, resolve } = Promise.withResolvers<void>()
    double.behave = async () => {
      await promise
      return chatSays('ya')
    }
    const asking = Promise.all(Array.from({ length: 4 }, () => ask(world)))
    await expect.poll(() => double.received.length).toBe(4)
    const { app } = database.pools
    expect(app.totalCount - app.idleCount).toBe(0)
    const { rows: open } = await database.owner.query(`select 1 from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`)
    expect(open).toEqual([])
    resolve()
    await asking
  })
})

describe('what servers answer', () => {
  test('vectors, brought into order', async () => {
    const world = await worldWith()
    double.behave = () => ({ body: { data: [{ index: 1, embedding: [0, 1] }, { index: 0, embedding: [1, 0] }], usage: { total_tokens: 4 } } })
    expect(await predictive.embed({ tenantId: world.tenantId, budgetMs: 1000 }, ['a', 'b'])).toEqual([[1, 0], [0, 1]])
  })

  const dialects = {
    'as Jina, Cohere and vLLM have it': { body: { results: [{ index: 1, relevance_score: 0.9 }, { index: 0, relevance_score: 0.1 }] } },
    'as a bare list': { body: [{ index: 1, score: 0.9 }, { index: 0, score: 0.1 }] },
  }
  test.each(Object.entries(dialects))('scores %s', async (_dialect, reply) => {
    const world = await worldWith()
    double.behave = () => reply
    expect(await predictive.rerank({ tenantId: world.tenantId, budgetMs: 1000 }, { query: 'q', texts: ['a', 'b'] })).toEqual([0.1, 0.9])
  })

  const broken = {
    'too few': { results: [{ index: 0, relevance_score: 1 }] }, 'one twice': { results: [{ index: 0, relevance_score: 1 }, { index: 0, relevance_score: 1 }] },
    'none of that number': { results: [{ index: 0, relevance_score: 1 }, { index: 7, relevance_score: 1 }] },
    'what is no number': { results: [{ index: 0, relevance_score: 'x' }, { index: 1, relevance_score: null }] },
  }
  test.each(Object.entries(broken))('scores with %s are not understood', async (_what, body) => {
    const world = await worldWith()
    double.behave = () => ({ body })
    expect(await problemOf(predictive.rerank({ tenantId: world.tenantId, budgetMs: 1000 }, { query: 'q', texts: ['a', 'b'] }))).toBe('NOT_UNDERSTOOD')
  })
})

const PROBLEMS: Record<string, string> = {
  'hangs': 'TIMED_OUT', 'fails': 'SERVER_FAILED', 'sends garbage': 'NOT_UNDERSTOOD', 'sends JSON of another kind': 'NOT_UNDERSTOOD',
  'sends an empty object': 'NOT_UNDERSTOOD', 'sends more than an answer can be': 'TOO_LARGE', 'sends to another place': 'NOT_THERE',
  'drips without an end': 'TIMED_OUT', 'cuts the connection': 'UNREACHABLE', 'says that it is asked too often': 'TOO_OFTEN',
}

describe('a server that', () => {
  test.each(Object.entries(misbehaviours))('%s is a problem with a name, and written down as that', async (name, behave) => {
    const world = await worldWith({ timeoutMs: 600 })
    double.behave = behave
    expect(await problemOf(ask(world))).toBe(PROBLEMS[name])
    expect(await rows(world)).toMatchObject([{ outcome: PROBLEMS[name] }])
  })

  test('is not on the open internet is not asked', async () => {
    const world = await worldWith({ baseUrl: 'https://169.254.169.254/v1' })
    expect(await problemOf(ask(world))).toBe('ADDRESS_NOT_ALLOWED')
  })

  test('fails three times in a row is left alone, until somebody put it right', async () => {
    const world = await worldWith()
    const broadcast = openBroadcast()
    const own = anew(broadcast)
    double.behave = () => ({ status: 401 })
    for (let turn = 0; turn < 3; turn++) expect(await problemOf(ask(world, {}, own))).toBe('KEY_REFUSED')
    expect(await problemOf(ask(world, {}, own))).toBe('RESTING')
    expect([double.received.length, await counted(world)]).toEqual([3, 3])
    double.behave = () => chatSays('ya')
    await database.owner.query('update predictive_model set version = 2 where id = $1', [world.modelId])
    broadcast.send('predictive.serving', {})
    expect(await ask(world, {}, own)).toBe('ya')
  })

  test('is slow takes up the places of its own tenant only', async () => {
    const [slow, quick] = [await worldWith({ timeoutMs: 700 }), await worldWith()]
    double.behave = async () => new Promise(() => {})
    const many = Promise.all(Array.from({ length: 14 }, () => problemOf(ask(slow))))
    await expect.poll(() => double.received.length).toBe(4)
    double.behave = () => chatSays('enseguida')
    expect(await ask(quick)).toBe('enseguida')
    const problems = await many
    expect(problems.filter(problem => problem === 'TIMED_OUT').length).toBe(4)
    expect(problems.filter(problem => ['BUSY', 'RESTING'].includes(problem)).length).toBe(10)
    // Whoever only waited cost nothing.
    expect(await counted(slow)).toBe(4)
  })
})

describe('the limit of a month', () => {
  test('stops further calls, however many come at once', async () => {
    const world = await worldWith({ monthlyCalls: 3 })
    const problems = await Promise.all(Array.from({ length: 8 }, () => problemOf(ask(world))))
    expect(problems.toSorted()).toEqual([...Array(5).fill('LIMIT_REACHED'), 'none', 'none', 'none'])
    expect([double.received.length, await counted(world), (await rows(world)).length]).toEqual([3, 3, 3])
  })

  test('is of the month where the tenant is', async () => {
    const world = await worldWith({ monthlyCalls: 1 })
    await ask(world)
    await database.owner.query(`update predictive_month set month = month - interval '1 month' where tenant_id = $1`, [world.tenantId])
    expect(await problemOf(ask(world))).toBe('none')
    expect(await problemOf(ask(world))).toBe('LIMIT_REACHED')
  })
})

test('a model that was switched off a moment ago is asked no more, whatever is remembered', async () => {
  const world = await worldWith()
  await ask(world)
  await database.owner.query('update predictive_model set is_on = false where id = $1', [world.modelId])
  expect(await problemOf(ask(world))).toBe('NOT_SERVED')
  expect(double.received.length).toBe(1)
})

test('a tenant without a model asks nobody', async () => {
  const world = await newWorld(database)
  expect(await world.as(world.visitor(), unit => predictive.serves(unit, 'GENERATE'))).toBe(false)
  expect(await problemOf(ask(world))).toBe('NOT_SERVED')
})

test('usage tells calls, failures and tokens by model and purpose, of the days asked for', async () => {
  const world = await worldWith()
  await ask(world)
  await ask(world)
  double.behave = () => ({ status: 404 })
  await problemOf(ask(world))
  const analyst = await world.member('ANALYST')
  const usage = (from: string, to: string) => world.as(analyst, unit => predictiveUsage(unit, { from, to }))
  const today = (await database.owner.query(`select (now() at time zone 'America/Santo_Domingo')::date::text as day`)).rows[0].day
  expect(await usage(today, today)).toMatchObject([
    { predictiveModel: { id: world.modelId, name: 'doble' }, purpose: 'GENERATE', calls: 3, failures: 1, tokensIn: 24, tokensOut: 6 },
  ])
  expect(await usage('2020-01-01', '2020-12-31')).toEqual([])
  await expect(usage('2020-01-01', '2022-01-01')).rejects.toThrow()
  await expect(usage('2026-02-01', '2026-02-31')).rejects.toBeInstanceOf(BadInput)
})
