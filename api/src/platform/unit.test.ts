import { defineEntity, p } from '@mikro-orm/postgresql'
import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../test/harness.ts'
import { systemActor } from './actor.ts'
import { newId } from './ids.ts'

declare module './database.ts' {
  interface Database {
    test_note: { tenant_id: string; id: string; text: string; at: Date }
  }
}

const NoteSchema = defineEntity({
  name: 'Note',
  tableName: 'test_note',
  properties: { id: p.uuid().primary(), tenantId: p.uuid(), text: p.text(), at: p.datetime() },
})
class Note extends NoteSchema.class {}
NoteSchema.setClass(Note)

const schema = `
  create table test_note (tenant_id uuid not null, id uuid not null, text text not null, at timestamptz not null default now(),
    primary key (tenant_id, id));
  select make_tenant_table('test_note');`

const db = useDatabase({ schema, entities: [Note] })
const scope = (tenantId: string) => ({ tenantId, actor: systemActor(tenantId) })
const texts = async (tenantId: string) => {
  await using unit = db.units.read(scope(tenantId))
  return (await unit.kysely.selectFrom('test_note').select('text').orderBy('text').execute()).map(
    row => row.text,
  )
}

describe('a unit', () => {
  test('commits entities, Kysely and plain statements together', async () => {
    const tenantId = await db.newTenant()
    await db.units.tenant(scope(tenantId), async unit => {
      unit.em.create(Note, { id: newId(), tenantId, text: 'a', at: unit.now })
      await unit.kysely
        .insertInto('test_note')
        .values({ tenant_id: tenantId, id: newId(), text: 'b', at: unit.now })
        .execute()
      await unit.sql('note-insert', 'insert into test_note (tenant_id, id, text) values ($1, $2, $3)', [
        tenantId,
        newId(),
        'c',
      ])
    })
    expect(await texts(tenantId)).toEqual(['a', 'b', 'c'])
  })

  test('sees its own writes through the entity manager, with times as dates', async () => {
    const tenantId = await db.newTenant()
    const found = await db.units.tenant(scope(tenantId), async unit => {
      const id = newId()
      await unit.kysely
        .insertInto('test_note')
        .values({ tenant_id: tenantId, id, text: 'x', at: unit.now })
        .execute()
      return [await unit.em.findOneOrFail(Note, { id }), unit.now] as const
    })
    expect(found[0].at).toEqual(found[1])
  })

  test('leaves nothing behind when its work throws', async () => {
    const tenantId = await db.newTenant()
    let told = false
    const work = db.units.tenant(scope(tenantId), async unit => {
      unit.em.create(Note, { id: newId(), tenantId, text: 'a', at: unit.now })
      await unit.em.flush()
      unit.record({ kind: 'NOTED' })
      unit.afterCommit(() => {
        told = true
      })
      throw new Error('changed my mind')
    })
    await expect(work).rejects.toThrow('changed my mind')
    expect(await texts(tenantId)).toEqual([])
    expect(told).toBe(false)
  })

  test('rolls back a nested em.transactional alone', async () => {
    const tenantId = await db.newTenant()
    await db.units.tenant(scope(tenantId), async unit => {
      unit.em.create(Note, { id: newId(), tenantId, text: 'kept', at: unit.now })
      await unit.em.flush()
      await unit.em
        .transactional(async em => {
          em.create(Note, { id: newId(), tenantId, text: 'lost', at: unit.now })
          await em.flush()
          throw new Error('inner')
        })
        .catch(() => undefined)
    })
    expect(await texts(tenantId)).toEqual(['kept'])
  })

  test('fails as a whole when one statement failed, even if its error was swallowed', async () => {
    const tenantId = await db.newTenant()
    const work = db.units.tenant(scope(tenantId), async unit => {
      await unit.sql('note-insert', 'insert into test_note (tenant_id, id, text) values ($1, $2, $3)', [
        tenantId,
        newId(),
        'c',
      ])
      await unit.sql('broken', 'select 1 / 0').catch(() => undefined)
    })
    await expect(work).rejects.toThrow('division by zero')
    expect(await texts(tenantId)).toEqual([])
  })

  test('is over after commit', async () => {
    const unit = await db.units.tenant(scope(await db.newTenant()), async unit => unit)
    await expect(unit.sql('late', 'select 1')).rejects.toThrow('This unit is over')
  })

  test('takes no connection until its first statement', async () => {
    const before = db.pools.app.totalCount
    await Promise.all(
      Array.from({ length: before + 5 }, async () => db.units.tenant(scope(newId()), async () => 1)),
    )
    expect(db.pools.app.totalCount).toBe(before)
  })

  test('is tried again after a deadlock, as new', async () => {
    const tenantId = await db.newTenant()
    const [a, b] = [newId(), newId()]
    for (const id of [a, b]) await write(tenantId, id, '-')
    let turns = 0
    const [aHeld, bHeld] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const held = { [a]: aHeld, [b]: bHeld }
    const swap = (first: string, second: string) =>
      db.units.tenant(scope(tenantId), async unit => {
        turns++
        await unit.kysely.updateTable('test_note').set({ text: 'x' }).where('id', '=', first).execute()
        held[first]!.resolve()
        await held[second]!.promise
        await unit.kysely.updateTable('test_note').set({ text: 'x' }).where('id', '=', second).execute()
      })
    await Promise.all([swap(a, b), swap(b, a)])
    expect(turns).toBe(3)
    expect(await texts(tenantId)).toEqual(['x', 'x'])
  })

  test('does not write in a read unit', async () => {
    const tenantId = await db.newTenant()
    await using unit = db.units.read(scope(tenantId))
    const insert = unit.kysely
      .insertInto('test_note')
      .values({ tenant_id: tenantId, id: newId(), text: 'a', at: unit.now })
    await expect(insert.execute()).rejects.toThrow('read-only')
  })

  test('keeps its audit trail sealed and closed to change', async () => {
    const tenantId = await db.newTenant()
    for (const action of ['one', 'two']) {
      await db.units.tenant(scope(tenantId), async unit => {
        unit.audit({ action, targetType: 'Note', detail: { why: action } })
        unit.audit({ action: `${action} again`, targetType: 'Note', targetId: newId() })
      })
    }
    const broken = async () =>
      (await db.owner.query('select first_broken_audit_entry($1) as seq', [tenantId])).rows[0].seq
    expect(await broken()).toBe(null)
    const change = db.units.tenant(scope(tenantId), unit =>
      unit.sql('forge', `update audit_entry set action = 'three'`),
    )
    await expect(change).rejects.toThrow('permission denied')
    await db.owner.query(`update audit_entry set action = 'three' where tenant_id = $1 and seq = 3`, [
      tenantId,
    ])
    expect(await broken()).toBe('3')
  })
})

describe('a tenant', () => {
  test('sees and writes no row of another', async () => {
    const [ours, theirs] = [await db.newTenant(), await db.newTenant()]
    await write(theirs, newId(), 'theirs')
    expect(await texts(ours)).toEqual([])
    const foreign = db.units.tenant(scope(ours), unit =>
      unit.kysely
        .insertInto('test_note')
        .values({ tenant_id: theirs, id: newId(), text: 'x', at: unit.now })
        .execute(),
    )
    await expect(foreign).rejects.toThrow('row-level security')
  })

  test('must be set: an unset one raises, also on a connection that had one', async () => {
    await write(await db.newTenant(), newId(), 'a')
    for (let turn = 0; turn < 20; turn++) {
      await expect(db.pools.app.query('select * from test_note')).rejects.toThrow(
        /app\.tenant_id|invalid input syntax for type uuid/,
      )
    }
  })

  test('must be an id', () => {
    expect(() => db.units.read(scope(`'; select 1; --`))).toThrow('The tenant was not found.')
  })
})

async function write(tenantId: string, id: string, text: string) {
  await db.units.tenant(scope(tenantId), unit =>
    unit.kysely.insertInto('test_note').values({ tenant_id: tenantId, id, text, at: unit.now }).execute(),
  )
}
