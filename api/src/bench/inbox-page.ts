import Fastify, { type FastifyInstance } from 'fastify'
import type { App } from '../app.ts'
import { openPools } from '../platform/database.ts'
import { bodyOf } from './documents.ts'
import { rounds, timesOf } from './figures.ts'
import { askOnce, type HttpRequest } from './http-wire.ts'
import { fillInbox } from './inbox-filling.ts'
import { portOf, type Stage } from './stage.ts'
import { raceRow, rowOf, type Row } from './table.ts'
import { makeMember, makeTenants, sessionOf } from './tenants.ts'
import { replay, TransactionRecord, type RecordedTransaction } from './transaction-record.ts'

const CLIENTS = 8
const SECONDS = 2
const FEW = 10_000
const MANY = 1_000_000

/** An inbox's first page: ours against the same SQL served by bare Fastify, and with many messages against few. */
export async function inboxPage(stage: Stage): Promise<Row[]> {
  const [few, many] = [await inboxWith(stage, FEW), await inboxWith(stage, MANY)]
  const bare = await bareServer(many)
  const load = (server: FastifyInstance, request: HttpRequest) => () => stage.clients.ask('httpLoad', {
    port: portOf({ server }), clients: Array.from({ length: CLIENTS }, () => [request]), seconds: SECONDS,
    expected: 'Agente',
  })
  const [ours, reference, short] = await rounds(
    load(many.app.server, many.request),
    load(bare, { path: '/inbox', body: '{}' }),
    load(few.app.server, few.request),
  )
  await bare.close()
  const [long, little] = [timesOf(ours!).p50, timesOf(short!).p50]
  return [
    raceRow({
      name: 'inbox page of 50', unit: 'pages/s', ours: ours!, reference: reference!, target: { atLeast: 0.5 },
    }),
    rowOf({
      name: `inbox page at ${MANY} messages, not ${FEW}`, unit: 'ms', ours: long, reference: little,
      target: { atMost: 1.5 },
    }),
  ]
}

interface Inbox {
  app: App
  database: Parameters<typeof openPools>[0]
  request: HttpRequest
  /** What one page asks of the database. */
  transaction: RecordedTransaction
}

async function inboxWith(stage: Stage, messages: number): Promise<Inbox> {
  const database = await stage.database(`inbox_${messages}`)
  const [tenant] = await makeTenants(database, 1)
  await fillInbox(database.url, tenant!, messages)
  const app = await stage.app(database)
  const headers = await sessionOf(app, await makeMember(app, tenant!, 'SUPERVISOR'))
  const request = { path: '/graphql', headers, body: bodyOf('agent', 'Inbox', { view: 'ALL', first: 50 }) }
  return { app, database, request, transaction: await recorded(app, request) }
}

async function recorded(app: App, request: HttpRequest): Promise<RecordedTransaction> {
  const record = new TransactionRecord(app.kernel.pools.app)
  await askOnce(portOf(app), request)
  const [transaction] = record.stop()
  if (!transaction) throw new Error('The inbox asked nothing of the database.')
  return transaction
}

/** The rows of the same statements as JSON, through nothing else. */
async function bareServer({ database, transaction }: Inbox): Promise<FastifyInstance> {
  const pool = openPools(database).app
  const server = Fastify()
  server.post('/inbox', async () => {
    const client = await pool.connect()
    try {
      return await replay(client, transaction)
    } finally {
      client.release()
    }
  })
  server.addHook('onClose', () => pool.end())
  await server.listen({ host: '127.0.0.1', port: 0 })
  return server
}
