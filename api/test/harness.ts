import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { systemActor } from '../src/platform/actor.ts'
import { assertSafeDatabase } from '../src/platform/database-setup.ts'
import { openPools, type DatabaseSettings, type Pools } from '../src/platform/database.ts'
import { newId } from '../src/platform/ids.ts'
import { Units, type UnitsOptions } from '../src/platform/units.ts'
import { SECRET, TEMPLATE } from './harness-server.ts'

export interface TestDatabase {
  settings: DatabaseSettings
  pools: Pools
  units: Units
  /** As the owner, outside every policy: to prepare and to inspect. */
  owner: pg.Pool
  /** Further units on the same pools, with another clock, doorbell or entities. */
  openUnits(options?: Partial<UnitsOptions>): Units
  /** A tenant as the platform knows it: an event log of its own. */
  newTenant(): Promise<string>
}

export interface UseDatabaseOptions extends Partial<UnitsOptions> {
  /** Tables of the test's own, made by the owner before the roles are checked. */
  schema?: string
}

/**
 * A database of this test file's own; its parts may be used inside tests and hooks. A fixture keeps its hooks in a function
 * that each file calls, and may give the object that it exports: test files of one worker share its module.
 */
export function useDatabase({ schema, ...options }: UseDatabaseOptions = {}, database = {} as TestDatabase): TestDatabase {
  beforeAll(async () => {
    Object.assign(database, await openTestDatabase(schema, options))
  })
  afterAll(() => closeTestDatabase(database))
  return database
}

async function openTestDatabase(
  schema: string | undefined,
  options: Partial<UnitsOptions>,
): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await asServerOwner(`create database ${name} template ${TEMPLATE}`)
  const settings = {
    url: Object.assign(new URL(inject('serverUrl')), { pathname: name }).href,
    secret: SECRET,
  }
  const owner = new pg.Pool({ connectionString: settings.url, max: 2 })
  // The database is dropped under connections that have not quite left yet.
  owner.on('error', () => {})
  if (schema) await owner.query(schema)
  const pools = openPools({ ...settings, connections: { app: 8, platform: 2, jobs: 4 } })
  await assertSafeDatabase(pools)
  const openUnits = (more: Partial<UnitsOptions> = {}) => new Units({ pools, ...options, ...more })
  const units = openUnits()
  return { settings, pools, owner, units, openUnits, newTenant: () => newTenant(units) }
}

async function closeTestDatabase({ pools, owner, settings }: TestDatabase) {
  await Promise.all([pools?.close(), owner?.end()])
  if (settings)
    await asServerOwner(`drop database if exists ${new URL(settings.url).pathname.slice(1)} with (force)`)
}

async function newTenant(units: Units): Promise<string> {
  const id = newId()
  await units.platform({ actor: systemActor() }, unit =>
    unit.sql('test-new-tenant', 'insert into event_cursor (tenant_id) values ($1)', [id]),
  )
  return id
}

async function asServerOwner(statement: string) {
  const client = new pg.Client({ connectionString: inject('serverUrl') })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
