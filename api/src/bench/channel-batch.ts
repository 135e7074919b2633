import { setTimeout as sleep } from 'node:timers/promises'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { AcceptingProvider, makeWhatsappLine, signedTexts, type WrittenText } from './channel-lines.ts'
import { RealProcess } from './real-process.ts'
import { asOwner, SECRET, type Stage } from './stage.ts'
import { rowOf, type Row } from './table.ts'
import { makeTenants } from './tenants.ts'

const UPDATES = 1000
const PERSONS = 250
/** Each person is greeted once, and answered each time. */
const REPLIES = UPDATES + PERSONS
const MOST_MEGABYTES = 64

/** As many updates as Meta puts into one request: what a process takes for them, from the request to the last reply, above what it takes idle. */
export async function channelBatch(stage: Stage): Promise<Row[]> {
  const database = await stage.database('batch')
  const [tenant] = await makeTenants(database, 1)
  const hookKey = await makeWhatsappLine(database, tenant!, 'LIVE')
  const provider = new AcceptingProvider()
  const profiles = path.join(stage.folder, 'batch-profiles.json')
  await writeFile(profiles, JSON.stringify({ WHATSAPP: [{ baseUrl: await provider.start(), perSecond: 100_000, perPerson: { most: 1000, everyMs: 1 } }] }))
  await using api = await RealProcess.start({
    BOTPRO_MODE: 'production', DATA_DIR: stage.folder, DATABASE_URL: database.url, APP_SECRET: SECRET, PUBLIC_URL: 'http://localhost',
    LOG_LEVEL: 'error', RATE_LIMIT_FACTOR: '1000000', CHANNEL_PROFILES: profiles,
  })
  const post = (texts: WrittenText[]) => stage.clients.ask('httpOnce', { port: api.port, clients: [[signedTexts(hookKey, texts)]] })
  // Idle is a process that has done everything once.
  await post(textsOf(20, 'antes'))
  await provider.reached(40)
  await sleep(3000)
  await api.forgetPeak()
  const idle = (await api.memory()).now
  const began = performance.now()
  await post(textsOf(UPDATES, 'lote'))
  const answered = performance.now()
  await provider.reached(40 + REPLIES)
  const took = (performance.now() - began) / 1000
  const { peak } = await api.memory()
  const [left] = await asOwner(database.url, async owner => (await owner.query('select count(*)::integer as left from channel_delivery where processed_at is null')).rows)
  if (left.left > 0) throw new Error('The request was not processed as a whole.')
  await provider.stop()
  return [rowOf({
    name: `${UPDATES} updates in one POST, over idle`, unit: 'MB', ours: peak - idle, reference: MOST_MEGABYTES, target: { atMost: 1 },
    beside: { 'idle MB': idle, 'peak MB': peak, 'answered ms': answered - began, 'updates/s': UPDATES / took },
  })]
}

const textsOf = (count: number, name: string): WrittenText[] => Array.from({ length: count }, (_, turn) =>
  ({ phone: `1809${name.length}55${String(turn % PERSONS).padStart(4, '0')}`, text: turn < PERSONS ? 'hola' : 'horario', id: `wamid.${name}.${turn}` }))
