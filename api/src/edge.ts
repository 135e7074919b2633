import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { IncomingMessage } from 'node:http'
import type { GraphQLSchema } from 'graphql'
import { actorKey, bearerOf, charge, rateLimits, visibilityOf, visitorBy, type Callers } from './access.ts'
import type { Kernel } from './kernel.ts'
import type { Modules } from './modules.ts'
import type { Actor } from './platform/actor.ts'
import { errorFormatter } from './platform/contract/errors.ts'
import { Gate } from './platform/contract/gate.ts'
import { Context, type Door, type OperationUnits } from './platform/contract/operation.ts'
import { loadPersistedDocuments } from './platform/contract/persisted.ts'
import { Unauthenticated } from './platform/errors.ts'
import { addressOf } from './platform/http/address.ts'
import { mountGraphql } from './platform/http/graphql-http.ts'
import { GraphqlSockets } from './platform/http/graphql-ws.ts'

const MEMBERS = '/graphql'
const VISITORS = '/widget/graphql'
/** A file is checked byte by byte, and kept. */
const UPLOAD_COST = 1000

export interface Edge extends Callers {
  sockets: GraphqlSockets
}

/** Where callers come in: who they are, what they may take, and how their operations meet the database. */
export async function mountEdge(
  server: FastifyInstance, { kernel, modules, schema }: { kernel: Kernel; modules: Modules; schema: GraphQLSchema },
): Promise<Edge> {
  const { config, metrics, logger } = kernel
  const gates = gatesFor(schema, config.production)
  const limits = rateLimits(config.RATE_LIMIT_FACTOR, kernel.redis)
  const who = callers(kernel, modules)
  const contextOf = (actor: Actor, door: Door) =>
    new Context({ actor, door, units: operationUnits(kernel), feeds: modules.feeds })
  const shared = {
    schema,
    formatError: errorFormatter(incident => logger.error({ ...incident, err: incident.error }, 'operation failed')),
    onOperation: metrics.operationEnded.bind(metrics),
    onRefused: (path: string) => metrics.refused(path),
  }
  await mountGraphql(server, {
    ...shared,
    paths: {
      [MEMBERS]: { gate: gates[MEMBERS], identify: who.member },
      [VISITORS]: { gate: gates[VISITORS], identify: who.visitor },
    },
    charge: (actor, _request, cost) => charge(limits, actor, cost),
    contextFor: (actor, request, reply) => contextOf(actor, {
      requestId: request.id, address: who.address(request.raw), userAgent: request.headers['user-agent'] ?? '',
      setHeader: (name, value) => { reply.header(name, value) },
    }),
  })
  const sockets = new GraphqlSockets({
    ...shared, gates, actorKey, visibility: visibilityOf,
    addressOf: who.address,
    mayConnect: (origin, request) => isOurs(origin, request, config.PUBLIC_URL),
    connect: arrival => who.socket(arrival),
    standings: actors => modules.authenticator.standings(actors),
    charge: (actor, _connection, cost) => charge(limits, actor, cost),
    contextFor: (connection, actor) => contextOf(actor, {
      requestId: connection.id, address: connection.address, userAgent: connection.userAgent, setHeader: () => {},
    }),
    onClosed: code => metrics.socketClosed(code),
    onError: error => logger.error({ err: error }, 'socket failed'),
  })
  sockets.attach(server.server)
  metrics.watch('sockets_open', 'Open WebSockets', () => sockets.openCount)
  return { sockets, identify: who.any, charge: actor => charge(limits, actor, UPLOAD_COST) }
}

function gatesFor(schema: GraphQLSchema, production: boolean) {
  const documents = loadPersistedDocuments()
  return {
    [MEMBERS]: new Gate({
      schema, persisted: { ...documents.shared, ...documents.admin, ...documents.agent }, introspection: !production,
    }),
    [VISITORS]: new Gate({ schema, persisted: documents.widget, persistedOnly: production, introspection: false }),
  }
}

/** In a tenant, units are that tenant's; before one is chosen they are the platform's. */
const operationUnits = ({ units }: Kernel): OperationUnits => ({
  read: actor => ('tenantId' in actor && actor.tenantId
    ? units.read({ tenantId: actor.tenantId, actor })
    : units.readPlatform({ actor })),
  change: (actor, work) => ('tenantId' in actor && actor.tenantId
    ? units.tenant({ tenantId: actor.tenantId, actor }, work)
    : units.platform({ actor }, work)),
})

/** A page of another site must not speak in the name of whoever is signed in here. Programs send no origin. */
function isOurs(origin: string | undefined, request: IncomingMessage, publicUrl: string | undefined): boolean {
  if (!origin) return true
  return origin === publicUrl || origin.replace(/^https?:\/\//, '') === request.headers.host
}

function callers({ config, clock }: Kernel, { authenticator, visitorTokens }: Modules) {
  const address = (request: IncomingMessage) => addressOf(request, config.TRUSTED_PROXIES)
  const member = (request: FastifyRequest) => authenticator.authenticate(credentialsOf(request.raw, address(request.raw)))
  const visitorOf = (token: string | undefined, request: IncomingMessage) =>
    visitorBy(visitorTokens, { token, address: address(request), language: request.headers['accept-language'], now: clock() })
  return {
    address, member,
    visitor: (request: FastifyRequest) => visitorOf(bearerOf(request), request.raw),
    any: (request: FastifyRequest) => {
      const token = bearerOf(request)
      return token && !token.startsWith('bpk_') ? visitorOf(token, request.raw) : member(request)
    },
    async socket({ path, request, params }: { path: string; request: IncomingMessage; params: Record<string, unknown> }) {
      const token = typeof params['token'] === 'string' ? params['token'] : undefined
      const actor = path === VISITORS
        ? await visitorOf(token, request)
        : await authenticator.authenticate(credentialsOf(request, address(request), token)).catch(nobodyIfRefused)
      return actor?.kind === 'ANONYMOUS' ? undefined : actor
    },
  }
}

/** A key that is no good is refused like a stranger; over HTTP it is told so. */
function nobodyIfRefused(error: unknown): undefined {
  if (!(error instanceof Unauthenticated)) throw error
}

const credentialsOf = ({ headers }: IncomingMessage, address: string, token?: string) => ({
  cookie: headers.cookie, authorization: token ? `Bearer ${token}` : headers.authorization, address,
  language: headers['accept-language'],
})
