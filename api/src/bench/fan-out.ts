import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { WebSocketServer } from 'ws'
import type { App } from '../app.ts'
import { bodyOf, payloadOf } from './documents.ts'
import { rounds, type Sample } from './figures.ts'
import { askOnce, FRESH_ID, type HttpRequest } from './http-wire.ts'
import type { SocketToOpen } from './socket-load.ts'
import { portOf, type Stage } from './stage.ts'
import { raceRow, type Row } from './table.ts'
import { makeMember, makeTenants, sessionOf, visitorOf, type BenchTenant } from './tenants.ts'

const SUBSCRIBERS = 1000
const SOCKETS_PER_SESSION = 20
const SOCKETS_PER_ADDRESS = 100
const MESSAGES = 40

type Headers = Record<string, string>

/** An agent's reply, told to everybody at the desk. Against bare `ws` that sends all of them the same bytes. */
export async function fanOut(stage: Stage): Promise<Row[]> {
  const database = await stage.database('fan_out')
  const [tenant] = await makeTenants(database, 1)
  const app = await stage.app(database)
  const desk = await openDesk(app, tenant!)
  const port = portOf(app)
  await stage.clients.ask('openSockets', {
    group: 'ours', url: `ws://127.0.0.1:${port}/graphql`, protocol: 'graphql-transport-ws', sockets: desk.sockets,
  })
  const first = { group: 'ours', port, trigger: desk.reply, messages: 1 }
  const { message } = await stage.clients.ask('broadcastLoad', first)
  const bare = await bareServer(message)
  const sockets = Array.from({ length: SUBSCRIBERS }, () => ({}))
  await stage.clients.ask('openSockets', { group: 'bare', url: `ws://127.0.0.1:${bare.port}`, sockets })
  const [ours, reference] = await rounds(
    () => broadcasts(stage, { group: 'ours', port, trigger: desk.reply }),
    () => broadcasts(stage, { group: 'bare', port: bare.port, trigger: { path: '/', body: '' } }),
  )
  await stage.clients.ask('closeSockets', {})
  bare.server.close()
  return [raceRow({
    name: `one message to ${SUBSCRIBERS} subscribers`, unit: 'deliveries/s', ours: ours!, reference: reference!,
    target: { atLeast: 0.5 },
  })]
}

async function broadcasts(stage: Stage, load: { group: string; port: number; trigger: HttpRequest }): Promise<Sample> {
  const { seconds, times } = await stage.clients.ask('broadcastLoad', { ...load, messages: MESSAGES })
  return { perSecond: times.length / seconds, times }
}

/** Everybody who looks on, and a reply that an agent may send again and again. */
async function openDesk(app: App, tenant: BenchTenant): Promise<{ sockets: SocketToOpen[]; reply: HttpRequest }> {
  const agent = await makeMember(app, tenant, 'AGENT')
  const reply = await replyOf(app, tenant, await sessionOf(app, agent))
  const sessions: Headers[] = []
  // One after the other: many attempts at one moment look like somebody guessing.
  while (sessions.length < SUBSCRIBERS / SOCKETS_PER_SESSION) sessions.push(await sessionOf(app, agent))
  const payload = payloadOf('agent', 'ConversationEvents', {})
  const sockets = Array.from({ length: SUBSCRIBERS }, (_, n) => ({
    headers: { ...sessions[n % sessions.length], 'x-forwarded-for': `10.0.0.${Math.floor(n / SOCKETS_PER_ADDRESS)}` },
    subscribe: JSON.stringify({ id: randomUUID(), type: 'subscribe', payload }),
  }))
  return { sockets, reply }
}

/** A visitor asks for a person, and the agent takes it. */
async function replyOf(app: App, tenant: BenchTenant, headers: Headers): Promise<HttpRequest> {
  const port = portOf(app)
  const wish = { clientId: FRESH_ID, text: 'Una persona, por favor' }
  const says = bodyOf('widget', 'SendVisitorMessage', { input: wish })
  await askOnce(port, { path: '/widget/graphql', headers: await visitorOf(app, tenant), body: says })
  const waiting = bodyOf('agent', 'Inbox', { view: 'UNASSIGNED', first: 1 })
  const { body } = await askOnce(port, { path: '/graphql', headers, body: waiting })
  const conversationId: string = JSON.parse(body).data.inbox.edges[0].node.id
  const claim = bodyOf('agent', 'ClaimConversation', { input: { conversationId } })
  await askOnce(port, { path: '/graphql', headers, body: claim })
  const input = { conversationId, clientId: FRESH_ID, text: 'Con gusto: su pedido sale hoy y le llega mañana antes del mediodía.' }
  return { path: '/graphql', headers, body: bodyOf('agent', 'SendReply', { input }) }
}

/** Sends the same to everybody who is connected, whenever it is asked. */
async function bareServer(message: string): Promise<{ server: Server; port: number }> {
  const bytes = Buffer.from(message)
  const server = createServer((_request, response) => {
    for (const client of sockets.clients) client.send(bytes, { binary: false })
    response.end('{}')
  })
  const sockets = new WebSocketServer({ server, perMessageDeflate: false })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return { server, port: (server.address() as { port: number }).port }
}
