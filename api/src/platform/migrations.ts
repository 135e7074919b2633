import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { apiFolder } from './api-folder.ts'

interface Migration {
  name: string
  checksum: string
  sql: string
}

export const MIGRATIONS_FOLDER = path.join(apiFolder, 'migrations')

/** Brings the database up to date, one file and one transaction at a time; returns what it ran. */
export async function migrate(owner: pg.ClientBase, folder = MIGRATIONS_FOLDER): Promise<string[]> {
  const migrations = await readMigrations(folder)
  await owner.query(`select pg_advisory_lock(hashtext('botpro migrations'))`)
  try {
    await owner.query(`create table if not exists schema_migration
      (name text primary key, checksum text not null, applied_at timestamptz not null default now())`)
    return await applyMissing(owner, migrations)
  } finally {
    await owner.query(`select pg_advisory_unlock(hashtext('botpro migrations'))`)
  }
}

async function applyMissing(owner: pg.ClientBase, migrations: Migration[]): Promise<string[]> {
  const { rows } = await owner.query('select name, checksum from schema_migration')
  const applied = new Map<string, string>(rows.map(row => [row.name, row.checksum]))
  const ran: string[] = []
  for (const migration of migrations) {
    const checksum = applied.get(migration.name)
    if (checksum && checksum !== migration.checksum)
      throw new Error(`${migration.name} was changed after it ran.`)
    if (checksum) continue
    await apply(owner, migration)
    ran.push(migration.name)
  }
  return ran
}

async function apply(owner: pg.ClientBase, { name, checksum, sql }: Migration) {
  try {
    await owner.query('begin')
    await owner.query(sql)
    await owner.query('insert into schema_migration (name, checksum) values ($1, $2)', [name, checksum])
    await owner.query('commit')
  } catch (cause) {
    await owner.query('rollback')
    throw new Error(`${name}${lineOf(sql, cause as pg.DatabaseError)} failed: ${(cause as Error).message}`, {
      cause,
    })
  }
}

const lineOf = (sql: string, { position }: pg.DatabaseError) =>
  position ? `:${sql.slice(0, Number(position)).split('\n').length}` : ''

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter(name => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).sort()
  const twice = names.find((name, index) => index > 0 && names[index - 1]!.slice(0, 4) === name.slice(0, 4))
  if (twice) throw new Error(`Two migrations have the number ${twice.slice(0, 4)}.`)
  return Promise.all(names.map(name => readMigration(folder, name)))
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  // A checkout on Windows may turn line ends; that is not a change.
  const sql = (await readFile(path.join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
  return { name: name.replace(/\.sql$/, ''), checksum: createHash('sha256').update(sql).digest('hex'), sql }
}
