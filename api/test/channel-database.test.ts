import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setUpDatabase } from '../src/platform/database-setup.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../src/platform/embedded-postgres.ts'
import { ApiProcess } from './api-process.ts'
import { channelTenant, profilesOf, until, type ChannelTenant } from './channel-stand.ts'
import { dice } from './dice.ts'
import { figure } from './figures.ts'
import type { TestDatabase } from './harness.ts'
import { SECRET } from './harness-server.ts'
import { startWhatsappDouble, type WhatsappDouble } from './providers/whatsapp.ts'
import { newWorld } from './world.ts'

const { roll, seed } = dice()
let folder: string
let postgres: EmbeddedPostgres
let database: TestDatabase
let whatsapp: WhatsappDouble
let api: ApiProcess
let tenant: ChannelTenant

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'botpro-database-'))
  await chmod(folder, 0o755)
  postgres = await startEmbeddedPostgres({ dataDir: folder })
  const settings = { url: postgres.url(), secret: SECRET }
  await setUpDatabase(settings)
  // Its connections break with the server, which is the point.
  const owner = new pg.Pool({ connectionString: settings.url, max: 2 }).on('error', () => {})
  database = { settings, owner } as unknown as TestDatabase
  whatsapp = await startWhatsappDouble({
    random: roll, faults: { perSecond: 10_000, pair: { burst: 10_000, everyMs: 1 }, batch: 10 }, deliveries: { copies: 2, isShuffled: true, atOnce: 4, retryMs: 20, longestMs: 300 },
  })
  const profiles = path.join(folder, 'profiles.json')
  await writeFile(profiles, JSON.stringify(profilesOf([whatsapp])))
  api = await ApiProcess.prepare(database, { CHANNEL_PROFILES: profiles, LOG_LEVEL: 'silent' })
  await api.start()
  tenant = await channelTenant(api.url, database, await newWorld(database))
  await tenant.connect(whatsapp)
}, 90_000)

afterAll(async () => {
  await whatsapp?.stop()
  await api?.stop()
  await database?.owner.end()
  await postgres?.stop()
  if (folder) await rm(folder, { recursive: true, force: true })
}, 30_000)

/** As when the machine's memory runs out: no goodbye to anybody. Whoever watches over it starts it again. */
async function killPostgres() {
  const asked = 'select pg_postmaster_start_time() as at, current_setting($1) as folder'
  const { rows: [before] } = await database.owner.query(asked, ['data_directory'])
  const [pid] = (await readFile(path.join(before.folder, 'postmaster.pid'), 'utf8')).split('\n')
  process.kill(Number(pid), 'SIGKILL')
  await until(() => database.owner.query(asked, ['data_directory']).then(({ rows: [now] }) => now.at > before.at, () => undefined), 30_000)
}

const CUSTOMERS = 20
const EACH = figure(30, 250)
const RESTARTS = figure(3, 8)

test(`of ${CUSTOMERS * EACH} updates sent while PostgreSQL is killed and started again, each is stored once, and none is lost`, { timeout: figure(150_000, 600_000) }, async () => {
  const { tenantId } = tenant.world
  const customers = Array.from({ length: CUSTOMERS }, (_, index) => whatsapp.customer(String(18095580000 + index)))
  const restarts = Array.from({ length: RESTARTS }, (_, turn) => Math.floor((EACH / RESTARTS) * (turn + roll())))
  for (let turn = 0; turn < EACH; turn++) {
    for (const customer of customers) customer.writes(`${customer.id} dice ${turn}`)
    await sleep(20)
    if (restarts.includes(turn)) {
      await killPostgres()
    }
  }
  const count = () => database.owner.query(`
    select count(*)::int as messages, count(distinct m.text)::int as distinct, (select count(*)::int from contact where tenant_id = $1) as contacts,
      (select count(*)::int from conversation where tenant_id = $1) as conversations, (select count(*)::int from quarantined_update where tenant_id = $1) as "setAside"
    from message m where m.tenant_id = $1 and m.author = 'CONTACT'`, [tenantId]).then(({ rows }) => rows[0], () => undefined)
  await until(async () => (await count())?.messages >= CUSTOMERS * EACH, figure(100_000, 500_000))
  await whatsapp.settled()
  await until(() => database.owner.query('select count(*)::int as left from channel_delivery where tenant_id = $1 and processed_at is null', [tenantId]).then(({ rows }) => rows[0].left === 0))
  expect(await count(), `seed ${seed}`).toEqual({ messages: CUSTOMERS * EACH, distinct: CUSTOMERS * EACH, contacts: CUSTOMERS, conversations: CUSTOMERS, setAside: 0 })
  expect(whatsapp.webhook.deliveries.answers.some(status => status !== 200)).toBe(true)
})
