import { afterEach, expect, test, vi } from 'vitest'
import { useDatabase } from '../../test/harness.ts'
import { systemActor } from './actor.ts'
import { Jobs } from './jobs.ts'

const db = useDatabase()
const scope = (tenantId: string) => ({ tenantId, actor: systemActor(tenantId) })
let jobs: Jobs
afterEach(() => jobs.stop())

async function running(...names: string[]) {
  const ran: unknown[] = []
  jobs = new Jobs({ pool: db.pools.jobs })
  for (const name of names)
    jobs.handle(name, async payload => {
      ran.push(payload)
    })
  await jobs.start()
  return ran
}

test('a job runs when its unit commits, and never when it rolls back', async () => {
  const ran = await running('test.say')
  const tenantId = await db.newTenant()
  await expect(
    db.units.tenant(scope(tenantId), async unit => {
      unit.enqueue('test.say', { word: 'lost' })
      unit.record({ kind: 'FAILS', subjectId: 'not an id' })
    }),
  ).rejects.toThrow('not found')
  await db.units.tenant(scope(tenantId), async unit => unit.enqueue('test.say', { word: 'kept' }))
  await vi.waitFor(() => expect(ran).toEqual([{ word: 'kept' }]))
})

test('a second job with the same key replaces the one that waits', async () => {
  const ran = await running('test.key')
  const tenantId = await db.newTenant()
  for (const word of ['first', 'second']) {
    const runAt = new Date(Date.now() + 300)
    await db.units.tenant(scope(tenantId), async unit =>
      unit.enqueue('test.key', { word }, { jobKey: 'one', runAt }),
    )
  }
  await vi.waitFor(() => expect(ran).toEqual([{ word: 'second' }]), 5000)
})

test('a job that fails is tried again, and knows its last attempt', async () => {
  const attempts: [number, boolean][] = []
  jobs = new Jobs({ pool: db.pools.jobs }).handle('test.fail', async (_payload, { attempt, lastAttempt }) => {
    attempts.push([attempt, lastAttempt])
    if (!lastAttempt) throw new Error('not yet')
  })
  await jobs.start()
  await db.units.platform({ actor: systemActor() }, async unit =>
    unit.enqueue('test.fail', {}, { maxAttempts: 2 }),
  )
  await vi.waitFor(
    () =>
      expect(attempts).toEqual([
        [1, false],
        [2, true],
      ]),
    10_000,
  )
})

test('stopping waits for the job under way', async () => {
  let done = false
  jobs = new Jobs({ pool: db.pools.jobs }).handle('test.slow', async () => {
    await new Promise(resolve => setTimeout(resolve, 200))
    done = true
  })
  await jobs.start()
  await db.units.platform({ actor: systemActor() }, async unit => unit.enqueue('test.slow', {}))
  await vi.waitFor(async () => {
    const { rows } = await db.owner.query(`select from graphile_worker.jobs where locked_at is not null`)
    expect(rows.length).toBe(1)
  })
  await jobs.stop()
  expect(done).toBe(true)
})

test('a schedule without a handler stops the start', async () => {
  jobs = new Jobs({ pool: db.pools.jobs }).every('* * * * *', 'test.nobody', {})
  await expect(jobs.start()).rejects.toThrow('test.nobody has no handler')
})

test('the roles that enqueue have no rights in the schema of the runner', async () => {
  jobs = new Jobs({ pool: db.pools.jobs })
  await expect(db.pools.app.query('select * from graphile_worker.jobs')).rejects.toThrow('permission denied')
})

test('a job that hangs does not keep the process from leaving, and is tried again elsewhere', async () => {
  const began = Promise.withResolvers<void>()
  jobs = new Jobs({ pool: db.pools.jobs, graceMs: 50 })
  jobs.handle('test.hang', async () => {
    began.resolve()
    await new Promise(() => {})
  })
  await jobs.start()
  const tenantId = await db.newTenant()
  await db.units.tenant(scope(tenantId), async unit => unit.enqueue('test.hang', {}))
  await began.promise
  await jobs.stop()
  // The runner writes the failure down without waiting for it; closing the pool waits.
  await vi.waitFor(async () => {
    const { rows } = await db.owner.query(`
      select attempts, locked_at, attempts < max_attempts as again from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'test.hang'`)
    expect(rows).toEqual([{ attempts: 1, locked_at: null, again: true }])
  })
})
