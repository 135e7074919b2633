import Fastify from 'fastify'
import { openPools } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { isSame } from '../platform/crypto.ts'
import { makeWhatsappLine, signatureOf, signedText } from './channel-lines.ts'
import { rounds } from './figures.ts'
import { portOf, type Stage } from './stage.ts'
import { raceRow, type Row } from './table.ts'
import { makeTenants } from './tenants.ts'

const CLIENTS = 16
const SECONDS = 3

/**
 * A signed delivery is verified, stored and answered 200. Against Fastify with `pg`, doing the signature, one insert and
 * the commit. The line is a draft, so that nothing but that is done with what comes.
 */
export async function channelWebhook(stage: Stage): Promise<Row[]> {
  const database = await stage.database('webhooks')
  const [tenant] = await makeTenants(database, 1)
  const hookKey = await makeWhatsappLine(database, tenant!, 'DRAFT')
  const bare = await bareServer(await stage.database('webhooks_bare', database), tenant!.id)
  const app = await stage.app(database)
  const clients = Array.from({ length: CLIENTS }, (_, client) => [signedText(hookKey, { phone: `1809555${1000 + client}`, text: 'Hola, ¿a qué hora abren?', id: `wamid.${client}` })])
  const load = { clients, seconds: SECONDS, expected: '' }
  const [ours, reference] = await rounds(
    () => stage.clients.ask('httpLoad', { ...load, port: portOf(app) }),
    () => stage.clients.ask('httpLoad', { ...load, port: bare.port }),
  )
  await bare.close()
  return [raceRow({ name: 'signed webhook, stored and answered', unit: 'deliveries/s', ours: ours!, reference: reference!, target: { atLeast: 0.5 } })]
}

const INSERT = `insert into channel_delivery (tenant_id, id, channel_account_id, received_at, headers, body)
  select $1, $2, channel_account_id, now(), '{}', $3 from provider_channel where tenant_id = $1 limit 1`

async function bareServer(database: Parameters<typeof openPools>[0], tenantId: string) {
  const pool = openPools(database).app
  const server = Fastify()
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  server.post('/hooks/:key', async (request, reply) => {
    const body = request.body as Buffer
    if (!isSame(String(request.headers['x-hub-signature-256']), `sha256=${signatureOf(body)}`)) return reply.code(401).send()
    const client = await pool.connect()
    try {
      await client.query('begin')
      await client.query({ name: 'tenant', text: `select set_config('app.tenant_id', $1, true)`, values: [tenantId] })
      await client.query({ name: 'bare', text: INSERT, values: [tenantId, newId(), body] })
      await client.query('commit')
    } finally {
      client.release()
    }
    return reply.send('')
  })
  await server.listen({ host: '127.0.0.1', port: 0 })
  const { port } = server.server.address() as { port: number }
  return { port, close: () => server.close().then(() => pool.end()) }
}
