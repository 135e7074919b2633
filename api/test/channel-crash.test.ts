import { setTimeout as sleep } from 'node:timers/promises'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { entities } from '../src/modules.ts'
import { ApiProcess } from './api-process.ts'
import { channelTenant, profilesOf, until, type ChannelTenant } from './channel-stand.ts'
import { dice } from './dice.ts'
import { figure } from './figures.ts'
import { useDatabase } from './harness.ts'
import { startWhatsappDouble, type WhatsappDouble } from './providers/whatsapp.ts'
import { newWorld } from './world.ts'

const database = useDatabase({ entities })
const { roll, seed } = dice()
let whatsapp: WhatsappDouble
let api: ApiProcess
let tenant: ChannelTenant
let folder: string

beforeAll(async () => {
  whatsapp = await startWhatsappDouble({
    random: roll, faults: { perSecond: 10_000, pair: { burst: 10_000, everyMs: 1 }, batch: 50, unicode: 'BOTH', shufflesStatuses: true },
    deliveries: { copies: 2, isShuffled: true, atOnce: 6, retryMs: 20, longestMs: 300 },
  })
  folder = await mkdtemp(path.join(tmpdir(), 'botpro-crash-'))
  const profiles = path.join(folder, 'profiles.json')
  const unhurried = { ...whatsapp.profile, perSecond: 10_000, perPerson: { most: 10_000, everyMs: 1 }, reconcileMs: 4000 }
  await writeFile(profiles, JSON.stringify(profilesOf([{ ...whatsapp, kind: 'WHATSAPP', profile: unhurried }])))
  api = await ApiProcess.prepare(database, { CHANNEL_PROFILES: profiles })
  await api.start()
  tenant = await channelTenant(api.url, database, await newWorld(database))
  await tenant.connect(whatsapp)
}, 60_000)
afterAll(async () => {
  await whatsapp?.stop()
  await api?.stop()
  if (folder) await rm(folder, { recursive: true, force: true })
})

const CUSTOMERS = 50
const EACH = figure(30, 100)
const KILLS = figure(4, 6)

const COUNTS = `
  select count(*) filter (where author = 'CONTACT')::int as messages, count(distinct text) filter (where author = 'CONTACT')::int as distinct,
    (select count(*)::int from contact where tenant_id = $1) as contacts, (select count(*)::int from contact_identity where tenant_id = $1) as identities,
    (select count(*)::int from conversation where tenant_id = $1) as conversations,
    (select count(*)::int from quarantined_update where tenant_id = $1) as "setAside",
    (select count(*)::int from (select max(position) - count(*) as missing from message where tenant_id = $1 group by identity_id) thread where missing <> 0) as gaps
  from message where tenant_id = $1`

test(`of ${CUSTOMERS * EACH} updates sent while the API is killed again and again, each is stored once, and none is lost`, { timeout: figure(180_000, 600_000) }, async () => {
  const { tenantId } = tenant.world
  const customers = Array.from({ length: CUSTOMERS }, (_, index) => whatsapp.customer(String(18095560000 + index)))
  // They wait for a person, so that what is looked at is what comes in.
  for (const customer of customers) customer.writes(`${customer.id} quiere hablar con una persona`)
  await until(async () => (await database.owner.query(`select count(*)::int as count from conversation where tenant_id = $1 and owner = 'QUEUE'`, [tenantId])).rows[0].count === CUSTOMERS, 30_000)
  const kills = Array.from({ length: KILLS }, (_, kill) => Math.floor((EACH / KILLS) * (kill + roll())))
  const taken = () => database.owner.query(`select count(*)::int as count from channel_delivery where tenant_id = $1`, [tenantId]).then(({ rows }) => rows[0].count as number)
  for (let turn = 0; turn < EACH; turn++) {
    for (const customer of customers) customer.writes(`${customer.id} dice ${turn}`)
    await sleep(5)
    if (kills.includes(turn)) {
      await api.kill()
      await sleep(100 * roll())
      await api.start()
    }
  }
  await until(async () => {
    const { rows: [left] } = await database.owner.query(`select count(*) filter (where processed_at is null)::int as waiting from channel_delivery where tenant_id = $1`, [tenantId])
    const { rows: [found] } = await database.owner.query(COUNTS, [tenantId])
    return left.waiting === 0 && found.messages >= CUSTOMERS * (EACH + 1)
  }, figure(150_000, 500_000))
  const { rows: [found] } = await database.owner.query(COUNTS, [tenantId])
  expect(found, `seed ${seed}`).toEqual({
    messages: CUSTOMERS * (EACH + 1), distinct: CUSTOMERS * (EACH + 1), contacts: CUSTOMERS, identities: CUSTOMERS, conversations: CUSTOMERS, setAside: 0, gaps: 0,
  })
  console.log(`${found.messages} updates in ${await taken()} deliveries, ${KILLS} kills, 0 lost, 0 doubled, seed ${seed}`)
})
