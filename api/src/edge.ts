import type { FastifyInstance } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import { actorKey, charge, chargeCost, chargeUpload, rateLimits, standingKey, visibilityOf, type Callers } from './access.ts'
import { callers } from './callers.ts'
import type { Kernel } from './kernel.ts'
import type { Modules } from './modules.ts'
import { isOneOf, type Actor } from './platform/actor.ts'
import { errorFormatter } from './platform/contract/errors.ts'
import { Gate } from './platform/contract/gate.ts'
import { Context, type Door, type OperationUnits } from './platform/contract/operation.ts'
import { loadPersistedDocuments } from './platform/contract/persisted.ts'
import { admitDuringSuspension } from './platform/contract/suspension.ts'
import { mountGraphql } from './platform/http/graphql-http.ts'
import { GraphqlSockets } from './platform/http/graphql-ws.ts'
import type { Standing } from './platform/http/graphql-ws-options.ts'

/** Flows of hundreds of steps, and bots in a file. */
const LARGE_BYTES = 8 * 1024 * 1024
const isConfiguring = (actor: Actor) => isOneOf(actor, 'ADMIN', 'OWNER')

const MEMBERS = '/graphql'
const VISITORS = '/widget/graphql'
const APPLICATIONS = '/app/graphql'

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
  const chargeAddress = (address: string) => charge(limits, { kind: 'ANONYMOUS', locale: '', address })
  const who = callers({ kernel, modules, chargeAddress })
  const contextOf = (actor: Actor, door: Door) =>
    new Context({
      actor, door, units: operationUnits(kernel), feeds: modules.feeds, suspensions: modules.states,
      entitlements: modules.entitlements.for('tenantId' in actor ? actor.tenantId : undefined),
    })
  const shared = {
    schema,
    formatError: errorFormatter(({ error, ...incident }) => logger.error({ ...incident, err: error }, 'operation failed')),
    onOperation: metrics.operationEnded.bind(metrics),
    onRefused: (path: string) => metrics.refused(path),
    charge: (actor: Actor) => charge(limits, actor),
    chargeCost: (actor: Actor, cost: number) => chargeCost(limits, actor, cost),
  }
  await mountGraphql(server, {
    ...shared,
    paths: {
      [MEMBERS]: { gate: gates[MEMBERS], identify: who.member, large: { bytes: LARGE_BYTES, mayUse: isConfiguring } },
      [VISITORS]: { gate: gates[VISITORS], identify: who.visitor },
      [APPLICATIONS]: { gate: gates[APPLICATIONS], identify: who.appUser },
    },
    contextFor: (actor, request, reply) => contextOf(actor, {
      requestId: request.id, address: who.address(request.raw), userAgent: request.headers['user-agent'] ?? '',
      setHeader: (name, value) => { reply.header(name, value) },
    }),
  })
  const sockets = new GraphqlSockets({
    ...shared, gates, actorKey, standingKey, visibility: visibilityOf,
    addressOf: who.address,
    mayConnect: request => who.isOurs(request),
    connect: ({ path, ...arrival }) =>
      (path === MEMBERS ? who.memberSocket(arrival) : who.visitorSocket(arrival, path === APPLICATIONS ? 'APP' : 'WEB')),
    standings: actors => standingsOf(actors, { kernel, modules }),
    contextFor: (connection, actor) => contextOf(actor, {
      requestId: connection.id, address: connection.address, userAgent: connection.userAgent, setHeader: () => {},
    }),
    onClosed: code => metrics.socketClosed(code),
    onError: error => logger.error({ err: error }, 'socket failed'),
  })
  sockets.attach(server.server)
  metrics.watch('sockets_open', 'Open WebSockets', () => sockets.openCount)
  return {
    sockets,
    async identify(request, during) {
      const actor = await who.any(request)
      await admitDuringSuspension(actor, during, modules.states)
      return actor
    },
    charge: (actor, request) => chargeUpload(limits, actor, request.headers['content-length']),
    chargeAddress: request => chargeAddress(who.address(request.raw)).catch(error => {
      metrics.refused(request.routeOptions.url ?? 'unknown')
      throw error
    }),
  }
}

/** Members and keys by what became of their sessions, visitors by what became of their channels. */
async function standingsOf(actors: Actor[], { kernel, modules }: { kernel: Kernel; modules: Modules }): Promise<Standing[]> {
  const [members, visitors] = await Promise.all([
    modules.authenticator.standings(actors), modules.visitors.standings(actors, kernel.clock()),
  ])
  return actors.map((actor, index) => (actor.kind === 'VISITOR' ? visitors : members)[index]!)
}

function gatesFor(schema: GraphQLSchema, production: boolean) {
  const documents = loadPersistedDocuments()
  return {
    [MEMBERS]: new Gate({
      schema, persisted: { ...documents.shared, ...documents.admin, ...documents.agent }, introspection: !production,
    }),
    [APPLICATIONS]: new Gate({ schema, persisted: {}, introspection: !production }),
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
