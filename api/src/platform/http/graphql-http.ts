import { Transform } from 'node:stream'
import { ApolloServer, HeaderMap } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { DocumentNode, GraphQLFormattedError, GraphQLSchema } from 'graphql'
import type { Actor } from '../actor.ts'
import type { FormatError } from '../contract/errors.ts'
import { Refused, type Admission, type Gate, type OperationRequest } from '../contract/gate.ts'
import type { Context } from '../contract/operation.ts'
import type { OperationEnded } from './metrics.ts'

export interface GraphqlPath {
  gate: Gate
  /** Who asks. Throws what the client may know, such as a rate limit of the address. */
  identify(request: FastifyRequest): Promise<Actor>
  /** Who may send more than everybody, and how much: the others' bodies are not even read. */
  large?: { bytes: number; mayUse(actor: Actor): boolean }
}

export interface GraphqlHttpOptions {
  schema: GraphQLSchema
  /** `/graphql` and `/widget/graphql`. */
  paths: Record<string, GraphqlPath>
  contextFor(actor: Actor, request: FastifyRequest, reply: FastifyReply): Context
  /** Takes the request from the actor's allowance before it is read: nonsense costs as much as sense. */
  charge?(actor: Actor): Promise<void>
  /** Takes what the operation costs beyond that. */
  chargeCost?(actor: Actor, cost: number): Promise<void>
  formatError: FormatError
  onOperation?(ended: OperationEnded): void
  onRefused?(path: string): void
}

class BodyTooLarge extends Error {
  readonly statusCode = 413
  override readonly message = 'Request body is too large'
}

/** What comes in pieces does not say how much it is. */
const UNTOLD = Infinity
const sizeOf = ({ headers }: FastifyRequest): number => Number(headers['content-length'] ?? UNTOLD)

function atMost(bytes: number): Transform {
  let came = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      came += chunk.length
      done(came > bytes ? new BodyTooLarge() : null, chunk)
    },
  })
}

const JSON_TYPE = 'application/json; charset=utf-8'
const RESPONSE_TYPE = 'application/graphql-response+json; charset=utf-8'

/** GraphQL over HTTP: one server of Apollo, behind one gate per path. */
export async function mountGraphql(server: FastifyInstance, options: GraphqlHttpOptions) {
  const apollo = apolloOf(options)
  await apollo.start()
  for (const [path, { gate, identify, large }] of Object.entries(options.paths)) {
    const route = new GraphqlRoute({ apollo, path, gate, identify, options })
    const usual = server.initialConfig.bodyLimit!
    server.post(path, {
      bodyLimit: large?.bytes ?? usual,
      preParsing: async (request, _reply, payload) => {
        const size = sizeOf(request)
        if (!large || size <= usual || large.mayUse(await identify(request))) return payload
        if (size !== UNTOLD) throw new BodyTooLarge()
        return payload.pipe(atMost(usual))
      },
    }, (request, reply) => route.answer(request, reply))
    server.get(path, (_request, reply) =>
      reply.code(405).header('allow', 'POST').send({ error: 'Only POST is answered.' }),
    )
  }
  server.addHook('onClose', () => apollo.stop())
}

function apolloOf({ schema, paths, formatError }: GraphqlHttpOptions) {
  return new ApolloServer<Context>({
    schema,
    csrfPrevention: true,
    introspection: false,
    allowBatchedHttpRequests: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    // The gates have parsed and validated; Apollo finds their documents by the same hash.
    documentStore: documentStoreOf(Object.values(paths).map(({ gate }) => gate)),
    stopOnTerminationSignals: false,
    formatError,
    // Cache control would look at every field of every row, and nothing of ours is to be cached on the way.
    plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginCacheControlDisabled()],
  })
}

const documentStoreOf = (gates: Gate[]) => ({
  get: async (key: string): Promise<DocumentNode | undefined> =>
    gates.map(gate => gate.documentOf(key.slice(-64))).find(document => !!document),
  set: async () => {},
  delete: async () => true,
})

interface RouteOptions extends GraphqlPath {
  apollo: ApolloServer<Context>
  path: string
  options: GraphqlHttpOptions
}

class GraphqlRoute {
  readonly #route: RouteOptions

  constructor(route: RouteOptions) {
    this.#route = route
  }

  async answer(request: FastifyRequest, reply: FastifyReply) {
    const { gate, identify, options, path } = this.#route
    try {
      const actor = await identify(request)
      await options.charge?.(actor)
      const admission = gate.admit(requestOf(request.body))
      await options.chargeCost?.(actor, admission.cost)
      return await this.#run({ actor, admission, request, reply })
    } catch (error) {
      options.onRefused?.(path)
      return this.#refuse(error, request, reply)
    }
  }

  async #run({
    actor,
    admission,
    request,
    reply,
  }: {
    actor: Actor
    admission: Admission
    request: FastifyRequest
    reply: FastifyReply
  }) {
    const { apollo, options } = this.#route
    const context = options.contextFor(actor, request, reply)
    const started = performance.now()
    try {
      const {
        status = 200,
        headers,
        body,
      } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: 'POST',
          headers: headersOf(request),
          search: '',
          body: bodyOf(request.body, admission),
        },
        context: async () => context,
      })
      for (const [name, value] of headers) reply.header(name, value)
      const text = body.kind === 'complete' ? body.string : ''
      options.onOperation?.(endedOf(admission, text, started))
      return await reply.code(status).send(text)
    } finally {
      await context.close()
    }
  }

  #refuse(error: unknown, request: FastifyRequest, reply: FastifyReply) {
    const errors = error instanceof Refused ? error.errors : [error]
    const formatted = errors.map(each => this.#route.options.formatError(formOf(each), each))
    const retryAfter = formatted[0]?.extensions?.['retryAfter']
    if (retryAfter) reply.header('retry-after', String(retryAfter))
    return reply
      .code(statusOf(formatted))
      .type(typeOf(request))
      .send(JSON.stringify({ errors: formatted }))
  }
}

/** A body that is not an operation is refused by the gate, in the same words for every kind of nonsense. */
function requestOf(body: unknown): OperationRequest {
  const request = (body && typeof body === 'object' && !Array.isArray(body) ? body : {}) as Record<
    string,
    unknown
  >
  const isRecord = (value: unknown) => value == null || (typeof value === 'object' && !Array.isArray(value))
  const isText = (value: unknown) => value == null || typeof value === 'string'
  const { query, operationName, variables, extensions } = request
  const valid = isText(query) && isText(operationName) && isRecord(variables) && isRecord(extensions)
  return valid ? ({ query, operationName, variables, extensions } as OperationRequest) : {}
}

const bodyOf = (body: unknown, { source }: Admission) => {
  const { operationName, variables } = body as OperationRequest
  return { query: source, operationName: operationName ?? null, variables: variables ?? null }
}

function headersOf({ headers }: FastifyRequest) {
  const map = new HeaderMap()
  for (const [name, value] of Object.entries(headers)) if (value) map.set(name, String(value))
  return map
}

function endedOf({ operation }: Admission, text: string, started: number): OperationEnded {
  return {
    name: operation.name?.value ?? 'unnamed',
    type: operation.operation,
    failed: text.startsWith('{"errors"'),
    seconds: (performance.now() - started) / 1000,
  }
}

const formOf = (error: unknown): GraphQLFormattedError =>
  'toJSON' in (error as object)
    ? (error as { toJSON(): GraphQLFormattedError }).toJSON()
    : { message: (error as Error).message }

const STATUS: Record<string, number> = {
  RATE_LIMITED: 429,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  INTERNAL: 500,
}
const statusOf = ([first]: GraphQLFormattedError[]) => STATUS[String(first?.extensions?.['code'])] ?? 400

const typeOf = ({ headers }: FastifyRequest) =>
  headers.accept?.includes('application/graphql-response+json') ? RESPONSE_TYPE : JSON_TYPE
