import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/platform/ids.ts'
import { entities } from '../src/modules.ts'
import { fillEveryTable, type Filled } from './every-table.ts'
import { useDatabase } from './harness.ts'
import { keptTable, reachOf, rolledBack, undone, VERBS, type KeptTable, type Whose } from './row-reach.ts'

/** Each is the platform's alone, for the reason beside it. Whoever adds one has to say why no tenant stands in it. */
const WITHOUT_ROW_SECURITY: Record<string, string> = {
  app_user: 'a person exists once for all tenants',
  channel_listening: 'when the installation last listened, for all tenants',
  contract_counter: 'numbers of quotes and contracts, for each who sells',
  job_runner: 'which processes take jobs, of all tenants',
  operator: 'a person who runs the installation',
  platform_audit_entry: 'what was done above the tenants',
  recovery_code: 'belongs to a person',
  reseller_member: 'a person who works for a reseller',
  schema_migration: 'belongs to the installation; no role of the API asks it',
  sign_in_failure: 'counted before it is known who somebody is',
}

const OWN = VERBS.map(verb => `${verb} ours`)
const ALL = VERBS.flatMap(verb => [`${verb} ours`, `${verb} theirs`])

/** The same for every tenant, and none writes there. */
const READABLE = ['select ours', 'select theirs']

/** What each role is meant to reach where the policies alone decide; a role that is not here reaches nothing. */
const USUAL: Record<string, string[]> = { botpro_app: OWN, botpro_platform: ALL }
const OTHERWISE: Record<string, Record<string, string[]>> = {
  // A sign-in is a person's; its tenant is a place to go.
  session: { botpro_app: [] },
  two_factor_challenge: { botpro_app: [] },
  reseller: { botpro_app: ['select ours'] },
  price_list: { botpro_app: ['select ours'] },
  product_price: { botpro_app: ['select ours'] },
  reseller_discount: { botpro_app: [] },
  invoice_issuer: { botpro_app: [] },
  product: { botpro_app: READABLE },
  product_version: { botpro_app: READABLE },
  commercial_terms: { botpro_app: READABLE },
  contact: { botpro_search: ['select ours', 'select theirs'] },
  message: { botpro_search: ['select ours', 'select theirs'] },
  phrase: { botpro_search: ['select ours', 'select theirs'] },
  faq: { botpro_search: ['select ours', 'select theirs'] },
}
const meantFor = (role: string, table: string): string[] => OTHERWISE[table]?.[role] ?? USUAL[role] ?? []

const database = useDatabase({ entities })
let ours: Filled
let theirs: Filled
let roles: string[]
let tables: KeptTable[]
let policies: Policy[]

beforeAll(async () => {
  ours = await fillEveryTable(database)
  theirs = await fillEveryTable(database)
  const sellers = { ours: await sellerOf(ours.tenantId), theirs: await sellerOf(theirs.tenantId) }
  roles = await names(`select rolname as name from pg_roles where rolname like 'botpro\\_%'`)
  tables = await Promise.all((await names(TABLES('c.relrowsecurity'))).map(name => table(name, sellers)))
  policies = (await database.owner.query<Policy>(POLICIES)).rows
})

async function sellerOf(tenantId: string): Promise<string> {
  const id = newId()
  await database.owner.query(`insert into reseller (id, name, created_at) values ($1, 'seller', now())`, [id])
  await database.owner.query('update tenant set reseller_id = $1 where id = $2', [id, tenantId])
  await database.owner.query(`insert into reseller_discount (reseller_id, valid_from, percent, created_at, created_by) values ($1, '2020-01-01', 20, now(), '{}')`, [id])
  await database.owner.query(`insert into invoice_issuer (id, reseller_id, legal_name) values ($1, $1, 'seller')`, [id])
  await database.owner.query('insert into price_list (id, reseller_id, created_at) values ($1, $1, now())', [id])
  await database.owner.query(`insert into product_price (price_list_id, product_id, charge, currency, valid_from, amount, created_at, created_by)
    select $1, id, 'MONTHLY', 'USD', '2020-01-01', 10, now(), '{}' from product limit 1`, [id])
  return id
}

function table(name: string, sellers: Record<Whose, string>): Promise<KeptTable> {
  const { owner } = database
  const seller = { reseller: 'id', reseller_discount: 'reseller_id', invoice_issuer: 'reseller_id', price_list: 'reseller_id', product_price: 'price_list_id' }[name]
  if (seller) return keptTable(owner, name, seller, sellers)
  const shared = { product: 'id', product_version: 'product_id', commercial_terms: 'valid_from' }[name]
  if (shared) return twoRows(name, shared)
  return keptTable(owner, name, name === 'tenant' ? 'id' : 'tenant_id', { ours: ours.tenantId, theirs: theirs.tenantId })
}

/** Of what belongs to nobody, any two. */
async function twoRows(name: string, column: string): Promise<KeptTable> {
  const { owner } = database
  if (name === 'commercial_terms') await owner.query(`insert into commercial_terms (valid_from, terms, created_at, created_by) values ('2090-01-01', '{}', now(), '{}')`)
  const { rows } = await owner.query(`select ${column}::text as key from ${name} order by 1 limit 2`)
  return keptTable(owner, name, column, { ours: rows[0].key, theirs: rows[1].key })
}

const names = async (text: string, client: pg.Pool | pg.ClientBase = database.owner): Promise<string[]> =>
  (await client.query<{ name: string }>(`${text} order by 1`)).rows.map(row => row.name)

// Views too: row security is not theirs to have. The job runner's schema is its own, as a test below says.
const TABLES = (which: string) => `
  select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker') and ${which}`

interface Policy {
  table: string
  name: string
  command: string
  role: string
  using: string | null
  check: string | null
}

const POLICIES = `
  select (quote_ident(schemaname) || '.' || quote_ident(tablename))::regclass::text as table, quote_ident(policyname) as name,
    cmd as command, array_to_string(roles, ', ') as role, qual as using, with_check as check
  from pg_policies order by 1, 2`

/** What is not as it is meant to be, for any role, after `change`; with every right given, so that the policies alone are asked. */
async function faultsOf(table: KeptTable, change = 'select'): Promise<string[]> {
  const owner = await everyRight()
  return undone(owner, async () => {
    await owner.query(change)
    const faults = await faultsAs('botpro_app', null, [])
    for (const role of roles) faults.push(...await faultsAs(role, ours.tenantId, meantFor(role, table.name)))
    return faults

    async function faultsAs(role: string, tenantId: string | null, meant: string[]) {
      await owner.query(`set local role ${role}; select set_config('app.tenant_id', '${tenantId ?? ''}', true)`)
      const reached = await reachOf(owner, table)
      await owner.query('reset role')
      return [
        ...reached.filter(one => !meant.includes(one)).map(one => `${role}${tenantId ? '' : ' without a tenant'} can ${one} of ${table.name}`),
        ...meant.filter(one => !reached.includes(one)).map(one => `${role} cannot ${one} of ${table.name}`),
      ]
    }
  })
}

let rightful: Promise<pg.PoolClient> | undefined

/** A connection in whose transaction every role may do everything with every table. Given once: that takes longer than what is tried with it. */
function everyRight(): Promise<pg.PoolClient> {
  rightful ??= (async () => {
    const owner = await database.owner.connect()
    await owner.query(`begin; grant all on ${tables.map(({ name }) => name)} to ${roles}; grant execute on all functions in schema public to ${roles}`)
    return owner
  })()
  return rightful
}

afterAll(async () => {
  const owner = await rightful
  await owner?.query('rollback')
  owner?.release()
})

const asTenant = <Result>(tenantId: string, work: (client: pg.ClientBase) => Promise<Result>): Promise<Result> =>
  rolledBack(database.pools.app, async client => {
    await client.query(`select set_config('app.tenant_id', $1, true)`, [tenantId])
    return work(client)
  })

test('a table without row security is on a short list, each with its reason', async () => {
  expect(await names(TABLES('not c.relrowsecurity'))).toEqual(Object.keys(WITHOUT_ROW_SECURITY).sort())
})

test('row security holds the owner of a table too', async () => {
  expect(await names(TABLES('c.relrowsecurity and not c.relforcerowsecurity'))).toEqual([])
})

test('nobody but the platform may ask a table without row security, and who runs jobs the one of its runners', async () => {
  const others = roles.filter(role => role !== 'botpro_platform')
  const rights = others.flatMap(role => Object.keys(WITHOUT_ROW_SECURITY).filter(name => role !== 'botpro_jobs' || name !== 'job_runner').map(name => `
    select '${role} on ${name}' as name where has_table_privilege('${role}', '${name}', 'select, insert, update, delete, truncate')
      or has_any_column_privilege('${role}', '${name}', 'select, insert, update')`))
  expect(await names(rights.join(' union all '))).toEqual([])
})

test('the tables of the job runner are nobody else’s', async () => {
  const holders = await names(`select rolname as name from pg_roles
    where rolname like 'botpro\\_%' and has_schema_privilege(rolname, 'graphile_worker', 'usage')`)
  expect(holders).toEqual(['botpro_jobs'])
})

test('no function steps outside the policies: what runs with its owner’s rights belongs to a role that they hold', async () => {
  const outside = await names(`select p.oid::regprocedure::text as name from pg_proc p join pg_roles r on r.oid = p.proowner
    where p.prosecdef and (r.rolsuper or r.rolbypassrls or r.rolname not in ('botpro_search', 'botpro_jobs'))`)
  expect(outside).toEqual([])
})

test('every policy stands on a table that is looked at, and is given to one role by name', () => {
  const looked = tables.map(table => table.name)
  expect(policies.filter(policy => !looked.includes(policy.table) || !roles.includes(policy.role))).toEqual([])
})

test('every role reaches in every table the rows that are meant for it, and no other', async () => {
  const faults: string[] = []
  for (const table of tables) faults.push(...await faultsOf(table))
  expect(faults).toEqual([])
})

test('without a tenant, whoever works for one gets an error, not an empty list', async () => {
  for (const { name } of tables.filter(table => meantFor('botpro_app', table.name).length))
    await expect(database.pools.app.query(`select from ${name}`), name).rejects.toThrow(/app\.tenant_id|uuid: ""/)
})

test('over the connections of the API nothing more is reached than that', async () => {
  const { app, platform, jobs } = database.pools
  for (const [role, pool] of Object.entries({ botpro_app: app, botpro_platform: platform, botpro_jobs: jobs }))
    await rolledBack(pool, async client => {
      await client.query(`select set_config('app.tenant_id', $1, true)`, [ours.tenantId])
      for (const table of tables)
        expect(meantFor(role, table.name), `${role} in ${table.name}`).toEqual(expect.arrayContaining(await reachOf(client, table)))
    })
})

test('a search finds what is ours and nothing of theirs', async () => {
  const found = (canary: string) => asTenant(ours.tenantId, async client => {
    const messages = await client.query(`select * from search_message_ids(to_tsquery('simple', $1), 5)`, [canary])
    const contacts = await client.query('select * from search_contact_ids($1, 5)', [[canary]])
    const phrases = await client.query('select * from near_phrases($1, 5)', [canary])
    return [messages.rows.length > 0, contacts.rows.length > 0, phrases.rows.some(row => row.likeness === 1)]
  })
  expect(await found(ours.canary)).toEqual([true, true, true])
  expect(await found(theirs.canary)).toEqual([false, false, false])
})

describe('the tests above are worth something: they notice', () => {
  const written = ({ table, name, command, role, using, check }: Policy) =>
    `create policy ${name} on ${table} for ${command} to ${role}${using ? ` using (${using})` : ''}${check ? ` with check (${check})` : ''}`

  /** Of the changes to each policy, those after which all was still as it is meant to be; and that there were any. */
  async function unnoticed(changes: (policy: Policy) => Partial<Policy>[]): Promise<string[]> {
    const missed: string[] = []
    let made = 0
    for (const policy of policies)
      for (const change of changes(policy)) {
        const changed = `drop policy ${policy.name} on ${policy.table}; ${written({ ...policy, ...change })}`
        made++
        if (!(await faultsOf(tableOf(policy), changed)).length) missed.push(changed)
      }
    expect(made).toBeGreaterThan(0)
    return missed
  }

  const tableOf = (policy: Policy) => tables.find(table => table.name === policy.table)!

  test('nothing when a policy is written again as it was', { timeout: 60_000 }, async () => {
    expect(await unnoticed(() => [{}])).toHaveLength(policies.length)
  })

  test('when any one policy is dropped', { timeout: 60_000 }, async () => {
    const missed: string[] = []
    for (const policy of policies) {
      const faults = await faultsOf(tableOf(policy), `drop policy ${policy.name} on ${policy.table}`)
      if (!faults.length) missed.push(`${policy.table}.${policy.name}`)
    }
    expect(policies.length).toBeGreaterThan(tables.length)
    expect(missed).toEqual([])
  })

  test('when any one policy lets every row be seen, or be written', { timeout: 60_000 }, async () => {
    expect(await unnoticed(({ using, check }) => [
      ...(using && using !== 'true' ? [{ using: 'true' }] : []),
      ...(check && check !== 'true' ? [{ check: 'true' }] : []),
      ...(using && using !== 'true' && check && check !== 'true' ? [{ using: 'true', check: 'true' }] : []),
    ])).toEqual([])
  })

  test('when any one policy that asks for no tenant is given to everybody', { timeout: 60_000 }, async () => {
    expect(await unnoticed(({ using }) => (using === 'true' ? [{ role: 'public' }] : []))).toEqual([])
  })

  test('when a policy that is for reading is for writing too', async () => {
    expect(await unnoticed(({ command }) => (command === 'ALL' ? [] : [{ command: 'ALL' }]))).toEqual([])
  })

  test('when the row security of any one table is switched off', { timeout: 60_000 }, async () => {
    const missed: string[] = []
    for (const table of tables)
      if (!(await faultsOf(table, `alter table ${table.name} disable row level security`)).length) missed.push(table.name)
    expect(missed).toEqual([])
  })

  test('when a table, or a view, is added without row security', async () => {
    for (const added of ['table forgotten (tenant_id uuid)', 'view forgotten as select * from contact']) {
      const found = await rolledBack(database.owner, async owner => {
        await owner.query(`create ${added}`)
        return names(TABLES('not c.relrowsecurity'), owner)
      })
      expect(found).toContain('forgotten')
    }
  })
})
