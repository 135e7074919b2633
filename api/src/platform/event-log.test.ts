import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/harness.ts'
import { systemActor } from './actor.ts'
import {
  CursorTooOld,
  parseEventCursor,
  presentCursor,
  pruneEvents,
  readEvents,
  renewEpoch,
} from './event-log.ts'
import { newId } from './ids.ts'

const db = useDatabase()
const scope = (tenantId: string, now?: Date) => ({ tenantId, actor: systemActor(tenantId), now })
const note = (tenantId: string, kind: string, now?: Date) =>
  db.units.tenant(scope(tenantId, now), async unit =>
    unit.record({ kind, subjectId: newId(), detail: { kind } }),
  )

async function read(tenantId: string, after: string, limit?: number) {
  await using unit = db.units.read(scope(tenantId))
  return await readEvents(unit, parseEventCursor(after), limit)
}

async function present(tenantId: string) {
  await using unit = db.units.read(scope(tenantId))
  return await presentCursor(unit)
}

test('the log is contiguous under 50 concurrent transactions of which some fail', async () => {
  const tenantId = await db.newTenant()
  const start = await present(tenantId)
  await Promise.allSettled(
    Array.from({ length: 50 }, (_, index) =>
      db.units.tenant(scope(tenantId), async unit => {
        unit.record({ kind: `E${index}` }, { kind: `E${index}b` })
        await unit.kysely.selectNoFrom(sql`1 / ${sql.lit(index % 5)}`.as('x')).execute()
      }),
    ),
  )
  const { events, lastSeq } = await read(tenantId, start)
  expect(events.map(event => event.seq)).toEqual(Array.from({ length: 80 }, (_, index) => index + 1))
  expect(lastSeq).toBe(80)
})

test('an event comes back as it was recorded, with the time of its unit', async () => {
  const tenantId = await db.newTenant()
  const start = await present(tenantId)
  const [conversationId, now] = [newId(), new Date('2026-03-01T10:00:00.123Z')]
  await db.units.tenant(scope(tenantId, now), async unit =>
    unit.record({ kind: 'K', conversationId, detail: { a: '"\\{}' } }),
  )
  const {
    events: [event],
  } = await read(tenantId, start)
  expect(event).toMatchObject({ kind: 'K', conversationId, detail: { a: '"\\{}' }, at: now, seq: 1 })
  expect((await read(tenantId, event!.cursor)).events).toEqual([])
})

test('a tenant without a log cannot record, and loses the whole unit', async () => {
  await expect(note(newId(), 'LOST')).rejects.toThrow('null value in column "seq"')
})

test('a unit that recorded rings once, after commit, with its last number', async () => {
  const tenantId = await db.newTenant()
  const rings: [string, number][] = []
  const units = db.openUnits({ ring: (...ring) => rings.push(ring) })
  await units.tenant(scope(tenantId), async unit => unit.record({ kind: 'A' }, { kind: 'B' }))
  await units.tenant(scope(tenantId), async unit => {
    await unit.sql('nothing', 'select 1')
  })
  expect(rings).toEqual([[tenantId, 2]])
})

test('a cursor older than the floor, of another epoch or of the future asks for a resync', async () => {
  const tenantId = await db.newTenant()
  const start = await present(tenantId)
  await note(tenantId, 'OLD', new Date('2025-01-01'))
  const kept = await present(tenantId)
  await note(tenantId, 'NEW')
  const forgotten = await db.units.platform({ actor: systemActor() }, unit =>
    pruneEvents(unit, new Date('2025-06-01')),
  )
  expect(forgotten).toBe(1)
  await expect(read(tenantId, start)).rejects.toThrow(CursorTooOld)
  expect((await read(tenantId, kept)).events.map(event => event.kind)).toEqual(['NEW'])
  const { epoch } = parseEventCursor(kept)
  await expect(read(tenantId, Buffer.from(`${epoch}.99`).toString('base64url'))).rejects.toThrow(CursorTooOld)
  await db.units.platform({ actor: systemActor() }, renewEpoch)
  await expect(read(tenantId, kept)).rejects.toThrow(CursorTooOld)
})

test('a cursor that we did not make is bad input', () => {
  expect(() => parseEventCursor('nonsense')).toThrow('not a cursor')
})
