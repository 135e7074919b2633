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
/** A new process grows with whatever it does first, in one request or in a thousand: V8 takes room before it tidies up. Idle is one that has worked. */
const ROUNDS = 4
const REST_MS = 2000

/** As many updates as Meta puts into one request: what a process takes for them, from the request to the last reply, above what it takes idle. */
export async function channelBatch(stage: Stage): Promise<Row[]> {
  const database = await stage.database('batch')
  const [tenant] = await makeTenants(database, 1)
  const hookKey = await makeWhatsappLine(database, tenant!, 'LIVE')
  await using provider = new AcceptingProvider()
  const profiles = path.join(stage.folder, 'batch-profiles.json')
  await writeFile(profiles, JSON.stringify({ WHATSAPP: [{ baseUrl: await provider.start(), perSecond: 100_000, perPerson: { most: 1000, everyMs: 1 } }] }))
  await using api = await RealProcess.start({
    BOTPRO_MODE: 'production', DATA_DIR: stage.folder, DATABASE_URL: database.url, APP_SECRET: SECRET, PUBLIC_URL: 'http://localhost',
    LOG_LEVEL: 'error', RATE_LIMIT_FACTOR: '1000000', CHANNEL_PROFILES: profiles,
  })
  const rounds: Round[] = []
  for (let turn = 0; turn < ROUNDS; turn++) rounds.push(await oneRound({ stage, api, provider, hookKey, turn }))
  const [left] = await asOwner(database.url, async owner => (await owner.query('select count(*)::integer as left from channel_delivery where processed_at is null')).rows)
  if (left.left > 0) throw new Error('The request was not processed as a whole.')
  const last = rounds.at(-1)!
  return [rowOf({
    name: `${UPDATES} updates in one POST, over idle`, unit: 'MB', ours: last.grown, reference: MOST_MEGABYTES, target: { atMost: 1 },
    beside: { 'idle MB': last.idle, 'answered ms': last.answeredMs, 'updates/s': UPDATES / last.seconds, 'first time MB': rounds[0]!.grown },
  })]
}

interface Round {
  idle: number
  grown: number
  answeredMs: number
  seconds: number
}

interface Played {
  stage: Stage
  api: RealProcess
  provider: AcceptingProvider
  hookKey: string
  turn: number
}

async function oneRound({ stage, api, provider, hookKey, turn }: Played): Promise<Round> {
  await sleep(REST_MS)
  await api.forgetPeak()
  const { now: idle } = await api.memory()
  const began = performance.now()
  await stage.clients.ask('httpOnce', { port: api.port, clients: [[signedTexts(hookKey, textsOf(turn))]] })
  const answeredMs = performance.now() - began
  await provider.reached((turn + 1) * REPLIES)
  return { idle, answeredMs, seconds: (performance.now() - began) / 1000, grown: (await api.memory()).peak - idle }
}

const textsOf = (turn: number): WrittenText[] => Array.from({ length: UPDATES }, (_, place) =>
  ({ phone: `1809${turn}55${String(place % PERSONS).padStart(4, '0')}`, text: place < PERSONS ? 'hola' : 'horario', id: `wamid.${turn}.${place}` }))
