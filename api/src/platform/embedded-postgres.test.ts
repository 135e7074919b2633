import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openPools } from './database.ts'
import { setUpDatabase } from './database-setup.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts'

let dataDir: string
let server: EmbeddedPostgres | undefined

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'botpro-embedded-'))
  await chmod(dataDir, 0o755)
})

afterEach(async () => {
  await server?.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const start = async (onCrash?: (reason: string) => void) =>
  (server = await startEmbeddedPostgres({ dataDir, durable: false, onCrash }))

const pidOf = async () => parseInt(await readFile(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8'))

async function ask(question: string) {
  const client = new pg.Client({ connectionString: server!.url() })
  await client.connect()
  return client.query(question).finally(() => client.end())
}

test('a second start finds what the first one kept', async () => {
  await start()
  await ask('create table kept (id int)')
  await server!.stop()
  await start()
  expect((await ask('select * from kept')).rows).toEqual([])
})

test('its log says what was refused, and not what stood in the row', async () => {
  await start()
  await ask('create table person (name text unique)')
  await ask(`insert into person values ('ana.secreta')`)
  const again = ask(`do $$ begin insert into person select name from person; end $$`)
  await expect(again).rejects.toMatchObject({ detail: expect.stringContaining('ana.secreta') })
  const log = () => readFile(path.join(dataDir, 'postgres.log'), 'utf8')
  await expect.poll(log).toContain('person_name_key')
  expect((await log()).split('\n').filter(line => line.includes('DETAIL'))).toEqual([])
})

test('a server that is killed is back on its port, and the pools with it', async () => {
  const crashed = vi.fn()
  await start(crashed)
  const settings = { url: server!.url(), secret: 'x' }
  await setUpDatabase(settings)
  const pools = openPools(settings)
  await pools.app.query('select 1')
  process.kill(await pidOf(), 'SIGKILL')
  await vi.waitFor(() => expect(crashed).toHaveBeenCalledOnce())
  await vi.waitFor(
    async () => expect((await pools.app.query('select 1 as one')).rows).toEqual([{ one: 1 }]),
    10_000,
  )
  await pools.close()
})

test('a pid file that a killed server left does not stand in the way', async () => {
  await start()
  const file = path.join(dataDir, 'postgres/postmaster.pid')
  const text = await readFile(file, 'utf8')
  await server!.stop()
  // The number now belongs to a process that is no PostgreSQL: this one.
  await writeFile(file, text.replace(/^\d+/, String(process.pid)))
  await start()
  expect((await ask('select 1')).rowCount).toBe(1)
})

test('a server whose app was killed is taken over', async () => {
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(new URL('embedded-postgres.ts', import.meta.url).href)}
    await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, durable: false })
    process.kill(process.pid, 'SIGKILL')`
  expect(() => execFileSync(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' })).toThrow()
  const orphan = await pidOf()
  await start()
  expect(await pidOf()).not.toBe(orphan)
})

test('two apps do not share one data folder', async () => {
  await start()
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow('Another BotPro is already running')
})

test('a folder of another version says so', async () => {
  await start()
  await server!.stop()
  await writeFile(path.join(dataDir, 'postgres/PG_VERSION'), '16\n')
  await expect(start()).rejects.toThrow(/made by PostgreSQL 16 and this is 18/)
})

test('a data folder that cannot be written says so', async () => {
  await writeFile(path.join(dataDir, 'file'), '')
  await expect(startEmbeddedPostgres({ dataDir: path.join(dataDir, 'file') })).rejects.toThrow(
    'cannot be written',
  )
})

test('a setting that PostgreSQL refuses is named', async () => {
  const starting = startEmbeddedPostgres({ dataDir, durable: false, settings: { shared_buffers: 'much' } })
  await expect(starting).rejects.toThrow('invalid value for parameter "shared_buffers"')
})
