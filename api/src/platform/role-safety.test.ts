import pg from 'pg'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/harness.ts'
import { migrate } from './migrations.ts'
import { assertConnectedAs, assertSafeRoles } from './role-safety.ts'

const db = useDatabase()

async function faultAfter(change: string) {
  const client = await db.owner.connect()
  try {
    await client.query(`begin; ${change}`)
    return await assertSafeRoles(client).then(
      () => 'safe',
      error => error.message as string,
    )
  } finally {
    await client.query('rollback')
    client.release()
  }
}

test.each([
  ['alter role botpro_app bypassrls', 'botpro_app bypasses row-level security'],
  ['alter role botpro_app superuser', 'botpro_app is a superuser'],
  ['alter table event_log owner to botpro_app', 'botpro_app owns event_log'],
  ['grant botpro_platform to botpro_app', 'botpro_app may act as botpro_platform'],
  ['alter table event_log no force row level security', 'event_log is not enabled and forced'],
  [
    'create table t (tenant_id uuid); grant select on t to botpro_app',
    'row-level security of t is not enabled',
  ],
  ['create table t (id uuid); grant select on t to botpro_app', 'row-level security of t is not enabled'],
  ['alter table tenant disable row level security', 'row-level security of tenant is not enabled'],
  [
    'drop policy event_log_tenant on event_log; drop policy event_log_platform on event_log',
    'event_log has no policy',
  ],
  ['create policy more on event_log using (true)', 'event_log lets botpro_app see other tenants'],
  ['alter policy event_log_tenant on event_log with check (true)', 'event_log lets botpro_app see other tenants'],
  ['alter policy tenant_own on tenant using (true)', 'tenant lets botpro_app see other tenants'],
  ['create view v as select * from event_log; grant select on v to botpro_app', 'view v does not run with'],
])('the API refuses to start after “%s”', async (change, fault) => {
  expect(await faultAfter(change)).toContain(fault)
})

test('a table that only the platform reaches may name a tenant', async () => {
  expect(await faultAfter('create table t (tenant_id uuid); grant select on t to botpro_platform')).toBe(
    'safe',
  )
})

test('what an extension brings along may be open to everybody', async () => {
  expect(await faultAfter('create extension pg_stat_statements')).toBe('safe')
})

test('the API refuses to work as the owner', async () => {
  await expect(assertConnectedAs(db.owner, 'botpro_app')).rejects.toThrow(
    'must connect as botpro_app, and is botpro',
  )
})

test('a new table is closed to the app until somebody opens it', async () => {
  await db.owner.query('create table closed (id int)')
  await expect(db.pools.app.query('select * from closed')).rejects.toThrow('permission denied')
})

test('migrations run once, and refuse to have been changed', async () => {
  const owner = new pg.Client({ connectionString: db.settings.url })
  await owner.connect()
  try {
    expect(await migrate(owner)).toEqual([])
    await owner.query(`update schema_migration set checksum = 'x' where name = '0001-foundation'`)
    await expect(migrate(owner)).rejects.toThrow('0001-foundation was changed after it ran')
  } finally {
    await owner.end()
  }
})
