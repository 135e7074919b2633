import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { openPools } from '../platform/database.ts'
import { AcceptingProvider, makeWhatsappLine, signedText } from './channel-lines.ts'
import { rounds, type Sample } from './figures.ts'
import { portOf, type Stage } from './stage.ts'
import { raceRow, type Row } from './table.ts'
import { makeTenants } from './tenants.ts'
import { TransactionRecord } from './transaction-record.ts'
import { replayAll } from './replaying.ts'

const TENANTS = 4
const CUSTOMERS = 40
/** Each customer's first message is greeted and answered, each of the others is answered. */
const EACH = 4

/**
 * From a customer's message on WhatsApp to the bot's reply in the provider's hands. Against the very statements that this
 * took, sent once more by bare `pg`.
 */
export async function channelReply(stage: Stage): Promise<Row[]> {
  const database = await stage.database('replies')
  const tenants = await makeTenants(database, TENANTS)
  const lines = await Promise.all(tenants.map(tenant => makeWhatsappLine(database, tenant, 'LIVE')))
  await using provider = new AcceptingProvider()
  const profiles = path.join(stage.folder, 'profiles.json')
  await writeFile(profiles, JSON.stringify({ WHATSAPP: [{ baseUrl: await provider.start(), perSecond: 100_000, perPerson: { most: 1000, everyMs: 1 } }] }))
  const bare = openPools(await stage.database('replies_bare', database)).app
  const app = await stage.app(database, { CHANNEL_PROFILES: profiles })
  const record = new TransactionRecord(app.kernel.pools.app)
  let round = 0
  const [ours, reference] = await rounds(
    () => conversations({ stage, port: portOf(app), lines, provider, round: round++ }),
    () => replayAll(bare, record.take()).then(({ perSecond, times }) => ({ times, perSecond: perSecond * (REPLIES / times.length) })),
  )
  await bare.end()
  return [raceRow({ name: 'WhatsApp: webhook to reply', unit: 'replies/s', ours: ours!, reference: reference!, target: { atLeast: 0.3 } })]
}

const REPLIES = TENANTS * CUSTOMERS * (EACH + 1)

interface Talking {
  stage: Stage
  port: number
  lines: string[]
  provider: AcceptingProvider
  round: number
}

async function conversations({ stage, port, lines, provider, round }: Talking): Promise<Sample> {
  const until = provider.accepted + REPLIES
  const clients = lines.flatMap((line, index) => Array.from({ length: CUSTOMERS }, (_, customer) =>
    Array.from({ length: EACH }, (_, turn) => signedText(line, {
      phone: `18${String(round).padStart(2, '0')}5${index}5${String(customer).padStart(4, '0')}`, text: turn ? 'horario' : 'hola', id: `wamid.${round}.${index}.${customer}.${turn}`,
    }))))
  const started = performance.now()
  await stage.clients.ask('httpOnce', { port, clients })
  await provider.reached(until)
  const took = (performance.now() - started) / 1000
  return { perSecond: REPLIES / took, times: [took * 1000] }
}
