import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import type { Flow, Step } from '@botpro/graphql/flows'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newWorld } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { diskStore } from '../../../platform/files/disk-store.ts'
import { newId } from '../../../platform/ids.ts'
import type { Jobs } from '../../../platform/jobs.ts'
import type { BotFlowRow } from './bot-flow.queries.ts'
import { as, create, database, documentOf, done, flows, flowsOf, publish, restoring, useBots, world } from './bots.fixture.ts'
import { FileSweep } from './file-sweep.ts'

useBots()

let folder: string
let files: FileStore
let now: Date
let errors: unknown[]
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'botpro-sweep-'))
  files = diskStore(folder)
})
afterAll(() => rm(folder, { recursive: true, force: true }))
beforeEach(async () => {
  now = new Date()
  errors = []
  await database.owner.query('delete from attachment')
})

const later = (days: number) => { now = new Date(now.getTime() + days * 86_400_000) }
const jobs = { handle: () => ({ every: () => {} }) } as unknown as Jobs
const sweep = (most = { atOnce: 2, aNight: 100 }, store = files) =>
  new FileSweep({ units: database.openUnits({ entities, clock: () => now }), files: store, jobs, most, onError: error => errors.push(error) }).sweep()

/** A file as it is uploaded for bots. */
async function upload(tenantId = world.tenantId): Promise<string> {
  const id = newId()
  await database.owner.query(`insert into attachment (tenant_id, id, uploaded_by, name, media_type, size, storage_key, created_at, is_bots) values ($1, $2, 'm', 'a.pdf', 'application/pdf', 3, $3, $4, true)`, [tenantId, id, `${tenantId}/${id}`, now])
  await files.put(`${tenantId}/${id}`, Readable.from([Buffer.from('abc')]))
  return id
}

const kept = async (): Promise<string[]> => (await database.owner.query('select id from attachment where is_bots order by id')).rows.map(({ id }) => id)
const hasContent = (id: string, tenantId = world.tenantId) => files.get(`${tenantId}/${id}`).then(async stream => (stream.destroy(), true), () => false)

const showing = (fileId: string): Step => ({ id: 'foto', kind: 'SAY', position: { x: 0, y: 0 }, next: {}, messages: [{ kind: 'MEDIA', type: 'FILE', source: { ES: { fileId, name: 'a.pdf' } } }] })

/** Draws its first flow anew, with these steps alone. */
async function draw(botId: string, ...steps: Step[]): Promise<void> {
  const [{ id, revision }] = await flowsOf(botId) as [BotFlowRow]
  const document = await documentOf(id) as Flow
  done(await as(unit => flows.save(unit, { flowId: id, revision, document: { ...document, start: 'foto', steps } })))
}
const ends: Step = { id: 'foto', kind: 'END', position: { x: 0, y: 0 }, next: {} } as Step

describe('files of bots', () => {
  test('go two weeks after nothing shows them any more, with their content, and not a night before', async () => {
    const [id, botId] = [await upload(), await create()]
    await draw(botId, showing(id))
    later(60)
    await sweep()
    await draw(botId, ends)
    await sweep()
    later(13)
    await sweep()
    expect([await kept(), await hasContent(id)]).toEqual([[id], true])
    later(2)
    await sweep()
    await sweep()
    expect([await kept(), await hasContent(id), errors]).toEqual([[], false, []])
  })

  test('stay when they are shown again in time, and have their two weeks anew', async () => {
    const [id, botId] = [await upload(), await create()]
    await sweep()
    later(10)
    await draw(botId, showing(id))
    await sweep()
    later(10)
    await draw(botId, ends)
    await sweep()
    later(10)
    await sweep()
    expect(await kept()).toEqual([id])
  })

  test('stay as long as a version shows them, which may be gone back to', async () => {
    const [id, botId] = [await upload(), await create()]
    await draw(botId, showing(id))
    const versionId = await publish(botId)
    expect(versionId).toBeTypeOf('string')
    await draw(botId, ends)
    for (let night = 0; night < 3; night++, later(30)) await sweep()
    expect([await kept(), await hasContent(id)]).toEqual([[id], true])
    await as(unit => restoring.restore(unit, versionId as string))
    expect(await kept()).toEqual([id])
  })

  test('stay as long as a deleted flow may be brought back with them', async () => {
    const [id, botId] = [await upload(), await create()]
    await draw(botId, showing(id))
    await as(async unit => flows.delete(unit, (await flowsOf(botId))[0]!.id))
    for (let night = 0; night < 2; night++, later(20)) await sweep()
    expect(await kept()).toEqual([id])
  })

  test('stay as long as a message shows them', async () => {
    const id = await upload()
    await database.owner.query(`insert into attachment (tenant_id, id, uploaded_by, name, media_type, size, storage_key, created_at, shares) values ($1, $2, 'bot', 'a.pdf', 'application/pdf', 3, 'x', now(), $3)`, [world.tenantId, newId(), id])
    for (let night = 0; night < 2; night++, later(20)) await sweep()
    expect(await kept()).toEqual([id])
  })

  test('go of each company by themselves, no more in a night than it may be', async () => {
    const other = await newWorld(database)
    const [theirs] = [await upload(other.tenantId)]
    for (let count = 0; count < 5; count++) await upload()
    await sweep()
    later(15)
    await sweep({ atOnce: 2, aNight: 4 })
    expect(await kept()).toHaveLength(1)
    expect(await hasContent(theirs, other.tenantId)).toBe(false)
    await sweep({ atOnce: 2, aNight: 4 })
    expect(await kept()).toEqual([])
  })

  test('whose content cannot be had away stay whole, and go the next night', async () => {
    const [id] = [await upload()]
    await sweep()
    later(15)
    await sweep(undefined, { ...files, delete: async () => { throw new Error('no disk') } })
    expect([await kept(), errors.length]).toEqual([[id], 1])
    await sweep()
    expect(await kept()).toEqual([])
  })
})
