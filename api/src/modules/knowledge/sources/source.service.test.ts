import { describe, expect, test } from 'vitest'
import { loadDocuments } from './document.queries.ts'
import { listSources } from './source.queries.ts'
import type { NewSource } from './source.service.ts'
import { tidySources } from './source.tidy.ts'
import { add, addSite, admin, database, documentsOf, page, paths, read, revision, service, site, source, sourceOf, textsOf, useSources, world } from './sources.fixture.ts'

useSources()

describe('a source', () => {
  const change = async (id: string, more: object) => {
    const { name, url, language, rhythm, validFrom, validUntil, version } = await sourceOf(id)
    return world.as(admin, unit => service.change(unit, { knowledgeSourceId: id, knowledgeFileId: null, version, name, url, language, rhythm, validFrom, validUntil, ...more }))
  }

  test('is changed by whoever saw its last version; another address is read at once, other days count at once', async () => {
    site.pages.set('/', page('Hola.'))
    const id = await add({ kind: 'PAGE', url: site.url('/'), name: ' Casa ' })
    await read(id)
    const before = await revision()
    expect(await change(id, { version: 99 })).toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect(await change(id, { name: 'Hogar', rhythm: 'DAILY' })).toBe(id)
    expect(await sourceOf(id)).toMatchObject({ name: 'Hogar', state: 'READY', nextReadAt: expect.any(Date) })
    expect(await revision()).toBe(before)
    await change(id, { validFrom: '2026-01-31', validUntil: '2026-02-28' })
    expect(await sourceOf(id)).toMatchObject({ validFrom: '2026-01-31', validUntil: '2026-02-28' })
    expect(await revision()).toBe(before + 1)
    await change(id, { url: site.url('/otra') })
    expect(await sourceOf(id)).toMatchObject({ state: 'WAITING', url: site.url('/otra') })
  })

  test.each<[string, Partial<NewSource>, string]>([
    ['no address', { url: 'no' }, 'url'], ['an address that is none of the web', { url: 'ftp://a.example/' }, 'url'], ['a password in its address', { url: 'https://a:b@a.example/' }, 'url'],
    ['no such day', { url: 'https://a.example/', validFrom: '2026-02-31' }, 'validFrom'], ['its days the wrong way round', { url: 'https://a.example/', validFrom: '2026-02-02', validUntil: '2026-02-01' }, 'validUntil'],
    ['too long a name', { url: 'https://a.example/', name: 'x'.repeat(201) }, 'name'],
  ])('with %s is refused', async (_what, more, field) => expect(await add(more)).toMatchObject({ code: 'INVALID_INPUT', field }))

  test('is deleted with what was read of it, comes back whole, and goes for good after thirty days', async () => {
    site.fill(paths(2))
    const id = await addSite()
    await read(id)
    const [document] = await documentsOf(id)
    const before = await revision()
    await world.as(admin, unit => service.delete(unit, id))
    expect(await world.as(admin, unit => listSources(unit))).toEqual([])
    expect(await world.as(admin, unit => loadDocuments(unit, [document!.id]))).toEqual([undefined])
    expect(await revision()).toBe(before + 1)
    await expect(world.as(admin, unit => service.delete(unit, id))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await world.as(admin, unit => service.restore(unit, id))
    expect(await sourceOf(id)).toMatchObject({ state: 'READY' })
    expect(await textsOf(id)).toHaveLength(2)
    await world.as(admin, unit => service.delete(unit, id))
    await database.owner.query(`update knowledge_source set deleted_at = now() - interval '31 days' where id = $1`, [id])
    await database.units.platform({ actor: { kind: 'SYSTEM' } }, tidySources)
    expect((await database.owner.query('select 1 from knowledge_passage where tenant_id = $1', [world.tenantId])).rowCount).toBe(0)
  })

  test('is one of at most 200, is not for analysts to add, and supervisors may have it read', async () => {
    const id = await add({ kind: 'PAGE', url: 'https://a.example/' })
    await database.owner.query(`insert into knowledge_source (tenant_id, id, kind, name, url, language, rhythm, state, created_at)
      select $1, gen_random_uuid(), 'PAGE', 'x', 'https://a.example/', 'ES', 'NEVER', 'READY', now() from generate_series(1, 199)`, [world.tenantId])
    expect(await add({ kind: 'PAGE', url: 'https://a.example/' })).toMatchObject({ code: 'INVALID_INPUT' })
    const [analyst, supervisor] = [await world.member('ANALYST'), await world.member('SUPERVISOR')]
    await expect(world.as(analyst, unit => service.add(unit, source({ kind: 'PAGE', url: 'https://a.example/' })))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(world.as(analyst, unit => service.read(unit, id))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await world.as(supervisor, unit => service.read(unit, id))).toBe(id)
    await expect(world.as(supervisor, unit => service.delete(unit, id))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
