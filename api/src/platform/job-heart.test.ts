import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { useDatabase } from '../../test/harness.ts'
import { systemActor } from './actor.ts'
import { Jobs } from './jobs.ts'

const db = useDatabase()
/** Nobody alive is silent for so long, however busy the machine is; the silence of the dead is made up. */
const HEART = { beatMs: 200, silentMs: 20_000 }
const all: { stop(): Promise<void> }[] = []
let child: ChildProcess | undefined
afterEach(async () => {
  child?.kill('SIGKILL')
  await Promise.all(all.splice(0).map(each => each.stop()))
})

function jobsHere(handlers: Record<string, (attempt: number) => Promise<void>>) {
  const jobs = new Jobs({ pool: db.pools.jobs, graceMs: 100, ...HEART })
  for (const [name, handler] of Object.entries(handlers)) jobs.handle(name, (_payload, { attempt }) => handler(attempt))
  all.push(jobs)
  return jobs.start()
}

/** Of the same database; resolves once it has taken the job. */
async function otherProcess(): Promise<ChildProcess> {
  const { url, secret } = db.settings
  child = spawn(process.execPath, ['--import', 'tsx', path.join(import.meta.dirname, 'job-process.fixture.ts'), JSON.stringify({ url, secret }), JSON.stringify(HEART)],
    { cwd: path.join(import.meta.dirname, '../..'), stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout!, 'data')
  return child
}

const enqueue = (name: string, queue?: string) =>
  db.units.platform({ actor: systemActor() }, async unit => unit.enqueue(name as never, {} as never, queue ? { queue } : {}))
const locked = async () => (await db.owner.query<{ by: string }>('select distinct locked_by as by from graphile_worker._private_jobs where locked_by is not null')).rows.map(({ by }) => by)

test('what a killed process was doing comes back, its queue too, and what living ones do stays theirs', { timeout: 120_000 }, async () => {
  await enqueue('test.left', 'one after the other')
  await enqueue('test.left', 'one after the other')
  const other = await otherProcess()
  const [gone] = await locked()
  const [ran, begun]: [number[], string[]] = [[], []]
  const held = Promise.withResolvers<void>()
  const long = (name: string) => async () => {
    begun.push(name)
    await held.promise
  }
  await jobsHere({ 'test.long': long('first'), 'test.left': async attempt => void ran.push(attempt) })
  await enqueue('test.long')
  await vi.waitFor(() => expect(begun).toHaveLength(1), 20_000)
  await jobsHere({ 'test.long': long('second') })
  const before = await locked()
  expect([before.length, ran]).toEqual([2, []])
  other.kill('SIGKILL')
  await once(other, 'exit')
  await db.owner.query(`update job_runner set beat_at = beat_at - interval '1 hour' where id = $1`, [gone])
  await vi.waitFor(() => expect(ran.toSorted()).toEqual([1, 2]), { timeout: 60_000, interval: 100 })
  expect([begun, (await locked()).length]).toEqual([['first'], 1])
  held.resolve()
  await vi.waitFor(async () => expect(await locked()).toEqual([]), 20_000)
})

test('a runner that goes is known no more', async () => {
  await jobsHere({})
  const known = async () => (await db.owner.query('select id from job_runner')).rows.length
  await vi.waitFor(async () => expect(await known()).toBeGreaterThan(0), 10_000)
  const before = await known()
  await all.pop()!.stop()
  expect(await known()).toBe(before - 1)
})
