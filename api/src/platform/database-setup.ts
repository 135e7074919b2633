import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { urlFor, type DatabaseSettings, type Pools } from './database.ts'
import { migrate } from './migrations.ts'
import { assertConnectedAs, assertSafeRoles } from './role-safety.ts'
import { ensureRoles } from './roles.ts'

/** Everything between an empty database and one the API may work on. */
export async function setUpDatabase(settings: DatabaseSettings, folder?: string): Promise<string[]> {
  const owner = new pg.Client({ connectionString: settings.url, application_name: 'botpro owner' })
  await owner.connect()
  try {
    await ensureRoles(owner, settings.secret)
    const ran = await migrate(owner, folder)
    await setUpJobs(owner, settings)
    await assertSafeRoles(owner)
    return ran
  } finally {
    await owner.end()
  }
}

/** Asked by every process that serves, whoever migrated. */
export async function assertSafeDatabase(pools: Pools): Promise<void> {
  await assertConnectedAs(pools.app, 'botpro_app')
  await assertConnectedAs(pools.platform, 'botpro_platform')
  await assertSafeRoles(pools.platform)
}

// The job runner would want the right to create schemas; it finds its schema and its first table made instead.
const JOBS_SCHEMA = `
  set role botpro_jobs;
  create table if not exists graphile_worker.migrations
    (id int primary key, ts timestamptz not null default now(), breaking boolean not null default false);
  reset role;`

async function setUpJobs(owner: pg.ClientBase, settings: DatabaseSettings) {
  await owner.query(`select pg_advisory_lock(hashtext('botpro jobs'))`)
  try {
    await owner.query('create schema if not exists graphile_worker authorization botpro_jobs')
    await owner.query(JOBS_SCHEMA)
    await runMigrations({
      connectionString: urlFor('botpro_jobs', settings),
      noPreparedStatements: true,
      logger: quiet,
    })
  } finally {
    await owner.query(`select pg_advisory_unlock(hashtext('botpro jobs'))`)
  }
}

const quiet = new Logger(() => () => {})
