import type { AddressInfo } from 'node:net'
import { WebSocket } from 'ws'
import type { Actor } from '../actor.ts'
import { bindContract } from '../contract/bind.ts'
import { errorFormatter, type Incident } from '../contract/errors.ts'
import { Gate, hashOf } from '../contract/gate.ts'
import {
  agent,
  anonymous,
  SampleContext,
  SampleResolver,
  sampleSdl,
  sampleTypes,
  Ticker,
} from '../contract/sample.fixture.ts'
import { mountGraphql } from './graphql-http.ts'
import { GraphqlSockets } from './graphql-ws.ts'
import type { GraphqlSocketsOptions, Standing } from './graphql-ws-options.ts'
import { createLogger, createServer, stopServer } from './server.ts'

export const PERSISTED = 'query Ping { ping }'

/** The sample contract behind the real server, on a free port. */
export async function serveSample(overrides: Partial<GraphqlSocketsOptions> = {}) {
  const ticker = new Ticker()
  const incidents: Incident[] = []
  const lines: string[] = []
  const standing: { of: Standing } = { of: 'same' }
  const schema = bindContract({ sdl: sampleSdl, types: sampleTypes, resolvers: [new SampleResolver(ticker)] })
  const gates = {
    '/graphql': new Gate({ schema }),
    '/widget/graphql': new Gate({
      schema,
      persisted: { [hashOf(PERSISTED)]: PERSISTED },
      persistedOnly: true,
    }),
  }
  const formatError = errorFormatter(incident => incidents.push(incident))
  const server = createServer({
    logger: createLogger({}, { write: line => lines.push(line) }),
    security: { secure: true },
  })
  await mountGraphql(server, {
    schema,
    formatError,
    contextFor: actor => new SampleContext(actor, ticker),
    paths: Object.fromEntries(
      Object.entries(gates).map(([path, gate]) => [
        path,
        {
          gate, identify: async request => actorOf(request.headers.authorization),
          ...(path === '/graphql' ? { large: { bytes: 1_000_000, mayUse: (actor: Actor) => actor.kind === 'MEMBER' } } : {}),
        },
      ]),
    ),
  })
  const sockets = new GraphqlSockets({
    schema,
    gates,
    formatError,
    mayConnect: ({ headers }) => headers.origin !== 'https://evil.example',
    connect: async ({ params }) => (params['token'] === 'wrong' ? undefined : actorOf(params['token'])),
    contextFor: (_connection, actor) => new SampleContext(actor, ticker),
    actorKey: actor => actor.kind,
    standingKey: actor => actor.kind,
    visibility: actor => actor.kind,
    standings: async actors => actors.map(() => standing.of),
    addressOf: request => request.socket.remoteAddress ?? '',
    ...overrides,
  })
  await server.listen({ port: 0, host: '127.0.0.1' })
  sockets.attach(server.server)
  const { port } = server.server.address() as AddressInfo
  const stop = async () => {
    await sockets.stop(20)
    await stopServer(server, 1000)
  }
  return { url: `http://127.0.0.1:${port}`, port, ticker, incidents, lines, standing, sockets, stop }
}

const actorOf = (token: unknown): Actor => (token === 'agent' ? agent : anonymous)

export type Message = { type: string; id?: string; payload?: any }

/** A client that speaks the protocol by hand, so that it can also speak it wrongly. */
export class RawClient {
  readonly socket: WebSocket
  readonly closed: Promise<{ code: number; reason: string }>
  readonly #messages: Message[] = []
  #wake = () => {}

  constructor(
    port: number,
    { path = '/graphql', protocol = 'graphql-transport-ws', origin = 'https://ours.example' } = {},
  ) {
    this.socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, protocol ? [protocol] : [], { origin })
    this.socket.on('error', () => {})
    this.socket.on('message', data => {
      this.#messages.push(JSON.parse(String(data)))
      this.#wake()
    })
    this.closed = new Promise(resolve =>
      this.socket.once('close', (code, reason) => resolve({ code, reason: String(reason) })),
    )
  }

  send(message: unknown) {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message))
  }

  async open() {
    if (this.socket.readyState !== this.socket.OPEN)
      await new Promise(resolve => this.socket.once('open', resolve))
    return this
  }

  async init(token = 'agent') {
    await this.open()
    this.send({ type: 'connection_init', payload: { token } })
    await this.next()
    return this
  }

  subscribe(id: string, query: string, variables?: object) {
    this.send({ type: 'subscribe', id, payload: { query, variables } })
  }

  async next(): Promise<Message> {
    while (this.#messages.length === 0)
      await new Promise<void>(resolve => {
        this.#wake = resolve
      })
    return this.#messages.shift()!
  }
}
