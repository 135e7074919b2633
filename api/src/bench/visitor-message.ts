import { openPools } from '../platform/database.ts'
import { bodyOf } from './documents.ts'
import { rounds } from './figures.ts'
import { FRESH_ID, type HttpRequest } from './http-wire.ts'
import { portOf, type Stage } from './stage.ts'
import { raceRow, type Row } from './table.ts'
import { makeTenants, visitorOf } from './tenants.ts'
import { replayAll } from './replaying.ts'
import { TransactionRecord } from './transaction-record.ts'

const TENANTS = 20
const CLIENTS = 32
const VISITORS_PER_CLIENT = 10
const SECONDS = 3
const WORDS = ['Hola', '¿A qué hora abren?', 'Necesito saber por mi pedido de ayer']

/**
 * A visitor writes, the message is stored, the bot answers. Against the very statements that this took, with the very
 * values, sent once more by bare `pg` over as many connections to a copy of the same database.
 */
export async function visitorMessage(stage: Stage): Promise<Row[]> {
  const database = await stage.database('messages')
  const tenants = await makeTenants(database, TENANTS)
  const bare = openPools(await stage.database('messages_bare', database)).app
  const app = await stage.app(database)
  const record = new TransactionRecord(app.kernel.pools.app)
  const clients = await Promise.all(Array.from({ length: CLIENTS }, async (_, client) => {
    const visitors = Array.from({ length: VISITORS_PER_CLIENT },
      (_, n) => visitorOf(app, tenants[(client + n) % TENANTS]!))
    return (await Promise.all(visitors)).flatMap(says)
  }))
  const load = { port: portOf(app), clients, seconds: SECONDS, expected: '"author":"BOT"' }
  const [ours, reference] = await rounds(
    () => stage.clients.ask('httpLoad', load),
    () => replayAll(bare, record.take()),
  )
  await bare.end()
  return [raceRow({
    name: 'visitor message, answered by the bot', unit: 'messages/s', ours: ours!, reference: reference!,
    target: { atLeast: 0.35 },
  })]
}

const says = (headers: Record<string, string>): HttpRequest[] => WORDS.map(text => ({
  path: '/widget/graphql', headers,
  body: bodyOf('widget', 'SendVisitorMessage', { input: { clientId: FRESH_ID, text } }),
}))
