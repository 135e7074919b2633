import { describe, expect, test } from 'vitest'
import { newWorld } from '../../../../test/world.ts'
import { loadSources } from './source.queries.ts'
import { add, addSite, admin, attempt, countsOf, database, html, page, paths, patience, queued, read, runsWith, service, site, source, sourceOf, textsOf, useSources, world } from './sources.fixture.ts'

useSources()

describe('a reading', () => {
  test('that was overtaken keeps nothing and ends; the later one counts', async () => {
    site.fill(paths(4))
    const held = Promise.withResolvers<void>()
    site.pages.set('/pagina-2', (_request, response) => void held.promise.then(() => html(response, page('Viejo.'))))
    const id = await addSite()
    const first = read(id)
    await expect.poll(async () => (await countsOf(id)).documents, patience).toBeGreaterThan(0)
    site.pages.set('/pagina-2', page('Nuevo.'))
    await read(id, { attempt: 2 })
    held.resolve()
    await first
    expect(await sourceOf(id)).toMatchObject({ state: 'READY' })
    expect((await textsOf(id)).filter(text => /Viejo|Nuevo/.test(text))).toEqual(['Nuevo.'])
  })

  test('whose process went away is found again, goes on, and is given up after several times', async () => {
    site.fill(paths(2))
    const id = await addSite()
    await database.owner.query(`update knowledge_source set state = 'READING', try = 7, heard_at = now() - interval '5 minutes' where id = $1`, [id])
    await database.owner.query('delete from graphile_worker._private_jobs')
    await runsWith().recover()
    expect(await queued(id)).toBe(1)
    await read(id)
    expect(await sourceOf(id)).toMatchObject({ state: 'READY' })
    await database.owner.query(`update knowledge_source set state = 'READING', losses = 3, heard_at = now() - interval '5 minutes' where id = $1`, [id])
    await read(id)
    expect(await sourceOf(id)).toMatchObject({ state: 'FAILED', problem: { code: 'UNREADABLE' } })
    expect(await countsOf(id)).toMatchObject({ passages: 2 })
  })

  test('waits for its turn without holding a job, and one tenant takes only half of the turns', async () => {
    const held = Promise.withResolvers<void>()
    site.pages.set('/lento', (_request, response) => void held.promise.then(() => html(response, page('Por fin.'))))
    site.pages.set('/', page('Enseguida.'))
    const runs = runsWith(2)
    const slow = await add({ kind: 'PAGE', url: site.url('/lento') })
    const waiting = await add({ kind: 'PAGE', url: site.url('/') })
    const first = read(slow, {}, runs)
    await expect.poll(() => site.asked, patience).toContain('/lento')
    await read(waiting, {}, runs)
    expect(await sourceOf(waiting)).toMatchObject({ state: 'WAITING' })
    const other = await newWorld(database)
    const ours = await other.as(await other.member('OWNER'), unit => service.add(unit, source({ kind: 'PAGE', url: site.url('/') }))) as string
    await runs.run({ tenantId: other.tenantId, sourceId: ours }, attempt())
    expect((await other.as({ kind: 'SYSTEM' }, unit => loadSources(unit, [ours])))[0]).toMatchObject({ state: 'READY' })
    held.resolve()
    await first
    await read(waiting, {}, runs)
    expect(await sourceOf(waiting)).toMatchObject({ state: 'READY' })
  })

  test('is due again when its rhythm says so, and not before', async () => {
    site.pages.set('/', page('Hola.'))
    const id = await add({ kind: 'PAGE', url: site.url('/'), rhythm: 'WEEKLY' })
    await read(id)
    const { nextReadAt, readAt } = await sourceOf(id)
    const days = (nextReadAt!.getTime() - readAt!.getTime()) / 86_400_000
    expect(days).toBeGreaterThanOrEqual(7)
    expect(days).toBeLessThanOrEqual(7.1)
    await runsWith().readDue()
    expect(await sourceOf(id)).toMatchObject({ state: 'READY' })
    await database.owner.query(`update knowledge_source set next_read_at = now() - interval '1 minute' where id = $1`, [id])
    await Promise.all([runsWith().readDue(), runsWith().readDue()])
    expect(await sourceOf(id)).toMatchObject({ state: 'WAITING' })
    expect(await queued(id)).toBe(1)
    await read(id)
    expect((await sourceOf(id)).nextReadAt!.getTime()).toBeGreaterThan(Date.now())
  })

  test('ends when its source is deleted meanwhile; restored, it is read from the beginning', async () => {
    site.fill(paths(3))
    const id = await addSite()
    site.pages.set('/pagina-1', (_request, response) => {
      void world.as(admin, unit => service.delete(unit, id)).then(() => html(response, page('Tarde.')))
    })
    await read(id)
    expect(await sourceOf(id)).toBeUndefined()
    site.pages.set('/pagina-1', page('A tiempo.'))
    await world.as(admin, unit => service.restore(unit, id))
    expect(await sourceOf(id)).toMatchObject({ state: 'WAITING' })
    await read(id)
    expect(await countsOf(id)).toMatchObject({ documents: 3, passages: 3 })
  })
})
