import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../test/harness.ts'
import { newWorld, type World } from '../../../test/world.ts'
import { entities } from '../../modules.ts'
import type { Actor } from '../../platform/actor.ts'
import { openBroadcast } from '../../platform/broadcast.ts'
import type { EvaluationReport } from './evaluation/report.ts'
import { ExchangeService } from './exchange.service.ts'
import { LearntModelService, loadRegressions } from './learnt-model.service.ts'
import { listModels, liveModelId, loadModels } from './learnt-model.queries.ts'
import { LiveModels } from './live-models.ts'
import { ModelCache } from './model-cache.ts'
import { latestTraining } from './training.queries.ts'
import { TrainingRuns } from './training.run.ts'
import { TrainingService } from './training.service.ts'
import { TrainingNews } from './training-news.ts'
import { UnfitForTraining, type Learnt, type LearningOptions } from './training-worker.ts'

const database = useDatabase({ entities })
const broadcast = openBroadcast()
const news = new TrainingNews(broadcast)
const trainings = new TrainingService({ news })
const models = new LearntModelService({ live: new LiveModels(broadcast) })

type Learn = (set: unknown, options: LearningOptions) => Promise<Learnt>
const report = (accuracy: number, f1 = accuracy) => ({
  accuracy, macroF1: f1, examples: 40, intents: [{ intent: 'a', examples: 20, precision: f1, recall: f1, f1 }, { intent: 'b', examples: 20, precision: f1, recall: f1, f1 }],
}) as unknown as EvaluationReport
const learnt = (accuracy: number, f1?: number): Learnt => ({ report: report(accuracy, f1), content: new Uint8Array([1, 2, 3]), seconds: 0.1 })

const runsWith = (learn: Learn, atOnce = 1) => new TrainingRuns({ units: database.units, news, atOnce, learn })
const attempt = (more: object = {}) => ({ attempt: 1, lastAttempt: false, signal: new AbortController().signal, ...more })

let world: World
let admin: Actor
beforeEach(async () => {
  world = await newWorld(database)
  admin = await world.member('ADMIN')
  const content = ['a', 'b'].flatMap(intent => ['uno', 'dos', 'tres'].map(text => JSON.stringify({ text: `${text} ${intent}`, intent }))).join('\n')
  await world.as(admin, unit => new ExchangeService().import(unit, { format: 'JSONL', content, dryRun: false }))
})

const start = (idempotencyKey?: string) => world.as(admin, unit => trainings.start(unit, { idempotencyKey }))
const job = async () => ({ tenantId: world.tenantId, trainingId: await start() as string })
const latest = () => world.as(admin, unit => latestTraining(unit))
const history = () => world.as(admin, async unit => (await listModels(unit, { first: 20 })).edges.map(({ node }) => node))
const queued = async () => (await database.owner.query(`select count(*)::int as count from graphile_worker.jobs where key like 'elena.train:%'`)).rows[0].count as number

async function learn(accuracy: number, f1?: number): Promise<string> {
  await runsWith(async () => learnt(accuracy, f1)).run(await job(), attempt())
  return (await history())[0]!.id
}

describe('a training', () => {
  test('is asked for once by one key, and there is one at a time', async () => {
    const id = await start('k')
    expect(await start('k')).toBe(id)
    expect(await start('other')).toMatchObject({ code: 'TRAINING_UNDER_WAY', trainingId: id })
    expect(await start()).toMatchObject({ code: 'TRAINING_UNDER_WAY' })
  })

  test('is refused while there is nothing to tell apart', async () => {
    world = await newWorld(database)
    admin = await world.member('ADMIN')
    expect(await start()).toMatchObject({ code: 'NOTHING_TO_LEARN' })
  })

  test('makes the tenant’s next model, once, however often its job is met', async () => {
    const told = await job()
    const runs = runsWith(async (_set, { onProgress }) => (onProgress(0.5), learnt(0.9)))
    await runs.run(told, attempt())
    await runs.run(told, attempt({ attempt: 2 }))
    expect(await latest()).toMatchObject({ state: 'DONE', progress: 1, error: null })
    expect(await history()).toMatchObject([{ number: 1, state: 'TRAINED', accuracy: 0.9, intentCount: 2, phraseCount: 6, languages: ['ES'], publishable: true }])
  })

  test('that was taken over by a later try counts for nothing, and that one counts', async () => {
    const told = await job()
    const finish = Promise.withResolvers<Learnt>()
    const first = runsWith(() => finish.promise).run(told, attempt())
    await expect.poll(async () => (await latest())?.state).toBe('RUNNING')
    await runsWith(async () => learnt(0.8)).run(told, attempt({ attempt: 2 }))
    finish.resolve(learnt(0.1))
    await first
    expect((await history()).map(({ accuracy }) => accuracy)).toEqual([0.8])
  })

  test('of a set that teaches nothing ends in words; what is our fault is tried again, then told without details', async () => {
    const unfit = await job()
    await runsWith(async () => { throw new UnfitForTraining('No phrases.') }).run(unfit, attempt())
    expect(await latest()).toMatchObject({ state: 'FAILED', error: 'No phrases.' })
    const ours = await job()
    const failing = runsWith(async () => { throw new Error('secret') })
    await expect(failing.run(ours, attempt())).rejects.toThrow('secret')
    expect(await latest()).toMatchObject({ state: 'RUNNING' })
    await expect(failing.run(ours, attempt({ attempt: 3, lastAttempt: true }))).rejects.toThrow('secret')
    expect(await latest()).toMatchObject({ state: 'FAILED', error: expect.not.stringContaining('secret') })
  })

  test('waits for its turn without holding a job, and one whose process went away is found again', async () => {
    const finish = Promise.withResolvers<Learnt>()
    const runs = runsWith(() => finish.promise)
    const first = runs.run(await job(), attempt())
    await expect.poll(async () => (await latest())?.state).toBe('RUNNING')
    const busy = world
    world = await newWorld(database)
    admin = await world.member('ADMIN')
    await world.as(admin, unit => new ExchangeService().startFromPack(unit, { packId: 'retail', dryRun: false }))
    const second = await job()
    await runs.run(second, attempt())
    expect(await latest()).toMatchObject({ state: 'QUEUED' })
    finish.resolve(learnt(0.9))
    await first
    await database.owner.query(`delete from graphile_worker._private_jobs`)
    await database.owner.query(`update model_training set heard_at = now() - interval '5 minutes' where tenant_id = any($1)`, [[busy.tenantId, world.tenantId]])
    await runs.recover()
    expect(await queued()).toBe(1)
  })

  test('tells how far it is to whoever listens', async () => {
    const heard = news.of(world.tenantId)
    const { trainingId, tenantId } = await job()
    expect((await heard.next()).value).toEqual({ trainingId })
    await runsWith(async () => learnt(0.9)).run({ tenantId, trainingId }, attempt())
    expect((await heard.next()).value).toEqual({ trainingId })
    await heard.return!()
  })
})

describe('a model', () => {
  const publish = (modelId: string, overrideReason?: string) => world.as(admin, unit => models.publish(unit, { modelId, overrideReason }))
  const states = async () => (await history()).map(({ number, state }) => `${number} ${state}`)

  test('that is worse than the live one is published with a reason only, which the trail keeps; going back needs none', async () => {
    const good = await learn(0.95)
    expect(await publish(good)).toBe(good)
    const worse = await learn(0.93, 0.8)
    expect(await publish(worse)).toMatchObject({ code: 'MODEL_REGRESSED', regressions: [{ intent: null }, { intent: 'a' }, { intent: 'b' }] })
    expect(await world.as(admin, unit => loadRegressions(unit, [worse, good]))).toMatchObject([[{}, {}, {}], []])
    expect(await publish(worse, '  ')).toMatchObject({ code: 'MODEL_REGRESSED' })
    expect(await publish(worse, 'x'.repeat(501))).toMatchObject({ field: 'overrideReason' })
    expect(await publish(worse, 'Habla de lo nuevo')).toBe(worse)
    expect(await states()).toEqual(['2 LIVE', '1 RETIRED'])
    const { rows: [entry] } = await database.owner.query(`select detail from audit_entry where tenant_id = $1 and action = 'model.published' order by seq desc limit 1`, [world.tenantId])
    expect(entry.detail).toMatchObject({ number: 2, former: 1, reason: 'Habla de lo nuevo', regressions: [{ intent: null }, {}, {}] })
    expect(await publish(good)).toBe(good)
    expect(await states()).toEqual(['2 RETIRED', '1 LIVE'])
  })

  test('is published by one of two at once, and there is one live', async () => {
    const [one, two] = [await learn(0.9), await learn(0.9)]
    await Promise.all([publish(one), publish(two), publish(one)])
    expect((await states()).filter(state => state.endsWith('LIVE'))).toHaveLength(1)
  })

  test('of long ago keeps its scores and not itself', async () => {
    const [first, second] = [await learn(0.9), await learn(0.9)]
    await database.owner.query('update elena_model set number = 21 where tenant_id = $1 and id = $2', [world.tenantId, second])
    await learn(0.9)
    expect(await world.as(admin, unit => loadModels(unit, [first]))).toMatchObject([{ publishable: false, accuracy: 0.9 }])
    expect(await publish(first)).toMatchObject({ code: 'MODEL_NOT_KEPT' })
  })

  test('is withdrawn, and is not for analysts to publish', async () => {
    const id = await learn(0.9)
    const analyst = await world.member('ANALYST')
    await expect(world.as(analyst, unit => models.publish(unit, { modelId: id }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await publish(id)
    await world.as(admin, unit => models.withdraw(unit, id))
    expect(await world.as(admin, unit => liveModelId(unit))).toBeNull()
  })

  test('remembered for one tenant is not there for another', async () => {
    const id = await learn(0.9)
    const other = await newWorld(database)
    const cache = new ModelCache({ bytes: 1000 })
    await expect(other.as(await other.member('ADMIN'), unit => cache.get(unit, id))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
