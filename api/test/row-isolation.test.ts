import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { entities } from '../src/modules.ts'
import { useDatabase } from './harness.ts'
import { fillEveryTable, type Filled } from './every-table.ts'

const database = useDatabase({ entities })
let ours: Filled
let theirs: Filled
let tables: string[]

beforeAll(async () => {
  ours = await fillEveryTable(database)
  theirs = await fillEveryTable(database)
  tables = await tenantTables()
})

async function tenantTables(): Promise<string[]> {
  const { rows } = await database.owner.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'tenant_id' and not a.attisdropped
    order by 1`)
  return rows.map(row => row.name)
}

/** What is wrong with how a table keeps tenants apart; empty when nothing is. */
async function leaksOf(table: string): Promise<string[]> {
  const leaks: string[] = []
  const check = async (name: string, work: Promise<boolean>) => { if (!await work) leaks.push(`${table}: ${name}`) }
  await check('own rows are not seen', asTenant(ours.tenantId, counts(table, ours.tenantId)).then(count => count > 0 || !isReadable(table)))
  await check('other rows are seen', asTenant(ours.tenantId, counts(table, theirs.tenantId)).then(count => count === 0))
  await check('other rows can be changed', asTenant(ours.tenantId, touches(table, theirs.tenantId)).then(count => count === 0))
  await check('a row of another tenant can be written', asTenant(ours.tenantId, copies(table, theirs.tenantId)).then(done => !done))
  await check('an unset tenant is not an error', asTenant(null, counts(table, ours.tenantId)).then(count => count === 0))
  await check('the platform does not see all', asPlatform(counts(table, ours.tenantId)).then(count => count > 0))
  return leaks
}

const privateTables = ['session', 'two_factor_challenge']
const isReadable = (table: string) => !privateTables.includes(table)

type Probe<Result> = (client: pg.ClientBase) => Promise<Result>

const counts = (table: string, tenantId: string): Probe<number> => async client =>
  refusedAs(0, client.query<{ count: number }>(`select count(*)::int as count from ${table} where tenant_id = '${tenantId}'`)
    .then(result => result.rows[0]!.count))

// A row that other rows hold on to was reached all the same.
const touches = (table: string, tenantId: string): Probe<number> => async client =>
  refusedAs(0, client.query(`delete from ${table} where tenant_id = '${tenantId}'`).then(result => result.rowCount ?? 0, error => {
    if (error.code === '23503') return 1
    throw error
  }))

/** As the other tenant's own row says; a clash with a key means that the row had passed the policy. */
const copies = (table: string, tenantId: string): Probe<boolean> => async client => {
  const { rows } = await database.owner.query(`select to_jsonb(t) as row from ${table} t where tenant_id = $1 limit 1`, [tenantId])
  const { rows: columns } = await database.owner.query<{ name: string }>(`
    select column_name as name from information_schema.columns where table_name = $1 and is_generated = 'NEVER'`, [table])
  const names = columns.map(column => `"${column.name}"`).join(', ')
  const insert = `insert into ${table} (${names}) select ${names} from jsonb_populate_record(null::${table}, $1)`
  return client.query(insert, [rows[0].row]).then(() => true, error => error.code !== '42501')
}

// Not even the right to ask is a refusal too; and an unset tenant is an error of its own.
const REFUSALS = ['42501', '42704', '22P02']
const refusedAs = <Result>(value: Result, work: Promise<Result>): Promise<Result> =>
  work.catch(error => {
    if (REFUSALS.includes(error.code)) return value
    throw error
  })

async function asTenant<Result>(tenantId: string | null, probe: Probe<Result>): Promise<Result> {
  return rolledBack(database.pools.app, async client => {
    if (tenantId) await client.query(`select set_config('app.tenant_id', $1, true)`, [tenantId])
    return probe(client)
  })
}

const asPlatform = <Result>(probe: Probe<Result>) => rolledBack(database.pools.platform, probe)

async function rolledBack<Result>(pool: pg.Pool, probe: Probe<Result>): Promise<Result> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    return await probe(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

async function searchFinds(): Promise<boolean> {
  const found = (text: string, values: unknown[]): Probe<boolean> => async client => (await client.query(text, values)).rows.length > 0
  const byMessage = await asTenant(ours.tenantId, found(`select * from search_message_ids(to_tsquery('simple', $1), 5)`, [ours.canary]))
  const byContact = await asTenant(ours.tenantId, found('select * from search_contact_ids($1, 5)', [[ours.canary]]))
  return byMessage && byContact
}

test('every table with a tenant holds rows of both tenants, so none escapes the tests below', async () => {
  for (const table of tables) {
    const { rows } = await database.owner.query(`select distinct tenant_id from ${table} where tenant_id in ($1, $2)`, [ours.tenantId, theirs.tenantId])
    expect(rows, table).toHaveLength(2)
  }
})

test('no table shows or takes a row of another tenant', async () => {
  const leaks = (await Promise.all(tables.map(leaksOf))).flat()
  expect(leaks).toEqual([])
})

test('a search finds what is ours and nothing of theirs', async () => {
  expect(await searchFinds()).toBe(true)
  const theirsFound = await asTenant(ours.tenantId, async client =>
    (await client.query(`select * from search_message_ids(to_tsquery('simple', $1), 5)`, [theirs.canary])).rows)
  expect(theirsFound).toEqual([])
})

interface Policy {
  table: string
  name: string
  role: string
  text: string
}

async function policies(): Promise<Policy[]> {
  const { rows } = await database.owner.query(`
    select tablename as table, policyname as name, roles::text[] as roles, cmd, qual, with_check from pg_policies
    where schemaname = 'public' order by 1, 2`)
  return rows.filter(row => tables.includes(row.table)).map(row => ({
    table: row.table, name: row.name, role: row.roles[0],
    text: `create policy ${row.name} on ${row.table} for ${row.cmd} to ${row.roles[0]}${row.qual ? ` using (${row.qual})` : ''}${row.with_check ? ` with check (${row.with_check})` : ''}`,
  }))
}

describe('the tests above are worth something', () => {
  test('they notice when any one policy is dropped', { timeout: 60_000 }, async () => {
    const unnoticed: string[] = []
    for (const { table, name, text } of await policies()) {
      await database.owner.query(`drop policy ${name} on ${table}`)
      const noticed = (await leaksOf(table)).length > 0 || !await searchFinds()
      await database.owner.query(text)
      if (!noticed) unnoticed.push(`${table}.${name}`)
    }
    expect(unnoticed).toEqual([])
  })

  test('they notice when any one tenant policy lets everything through', { timeout: 60_000 }, async () => {
    const unnoticed: string[] = []
    for (const { table, name, text } of (await policies()).filter(policy => policy.role === 'botpro_app')) {
      await database.owner.query(`drop policy ${name} on ${table}; create policy ${name} on ${table} to botpro_app using (true) with check (true)`)
      const noticed = (await leaksOf(table)).length > 0
      await database.owner.query(`drop policy ${name} on ${table}; ${text}`)
      if (!noticed) unnoticed.push(`${table}.${name}`)
    }
    expect(unnoticed).toEqual([])
  })
})
