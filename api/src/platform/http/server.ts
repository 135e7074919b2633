import { randomUUID } from 'node:crypto'
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify'
import { pino, type Logger, type LoggerOptions } from 'pino'
import { DomainError, RateLimited, type ErrorCode } from '../errors.ts'
import { securityHeaders, type PageKind, type SecurityOptions } from './security-headers.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Decides the security headers; `data` when left out. */
    page?: PageKind
    /** Not worth a line in the log. */
    quiet?: boolean
  }
}

export interface ServerOptions {
  logger: Logger
  security: SecurityOptions
  /** How many proxies of ours stand before the server. */
  trustedProxies?: number
  /** Bytes. Uploads have their own limit on their own route. */
  bodyLimit?: number
  onAnswered?: (answered: Answered) => void
}

export interface Answered {
  method: string
  route: string
  status: number
  seconds: number
}

/** Names under which secrets and people's data travel; none of them reaches the log. */
const REDACTED = [
  'authorization',
  'cookie',
  'password',
  'token',
  'secret',
  'code',
  'email',
  'phone',
  'body',
  'headers',
]


export const createLogger = (options: LoggerOptions = {}, stream?: { write(line: string): void }): Logger =>
  pino(
    {
      redact: { paths: REDACTED.flatMap(name => [name, `*.${name}`]), remove: true },
      serializers: { err: plainError, error: plainError },
      ...options,
    },
    stream as never,
  )

/** Errors of the database carry their connection along, with statements, values and whole rows: only what tells the cause is kept. */
function plainError(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) }
  const { code, constraint, table, detail } = error as { code?: string; constraint?: string; table?: string; detail?: string }
  const told = (text = '') => (detail ? text.replaceAll(detail, '…') : text)
  return { type: error.name, message: told(error.message), code, constraint, table, stack: told(error.stack) }
}

/** The HTTP server with everything that holds for every route. */
export function createServer(options: ServerOptions): FastifyInstance {
  const settings: FastifyServerOptions = {
    logger: false,
    bodyLimit: options.bodyLimit ?? 256 * 1024,
    trustProxy: (_address, hop) => hop < (options.trustedProxies ?? 0),
    genReqId: () => randomUUID(),
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: (error, request, reply) =>
      refuseAddress(error, request as FastifyRequest, reply as unknown as FastifyReply, options),
  }
  const server = Fastify(settings)
  // Only JSON is a body by default: `text/plain` would be a way around the browser's preflight.
  server.removeContentTypeParser('text/plain')
  server.addHook('onRequest', async (request, reply) => dress(request, reply, options.security))
  let leaving = false
  server.addHook('preClose', async () => { leaving = true })
  server.addHook('onSend', async (_request, reply) => { if (leaving) reply.header('connection', 'close') })
  server.addHook('onResponse', async (request, reply) => note(request, reply, options))
  server.setErrorHandler<FastifyError>((error, request, reply) => fail(error, request, reply, options.logger))
  server.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: 'Not found' }))
  return server
}

function dress(request: FastifyRequest, reply: FastifyReply, security: SecurityOptions) {
  reply.headers(securityHeaders(request.routeOptions.config?.page ?? 'data', security))
  reply.header('x-request-id', request.id)
}

/** The pattern of the route, not the address: that may hold tokens and ids of people. */
function note(request: FastifyRequest, reply: FastifyReply, { logger, onAnswered }: ServerOptions) {
  const route = request.routeOptions.url ?? 'unknown'
  const seconds = reply.elapsedTime / 1000
  onAnswered?.({ method: request.method, route, status: reply.statusCode, seconds })
  if (request.routeOptions.config?.quiet) return
  logger.info(
    {
      requestId: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(seconds * 1000),
    },
    'answered',
  )
}

function fail(error: FastifyError, request: FastifyRequest, reply: FastifyReply, logger: Logger) {
  if (error instanceof DomainError) return tell(error, reply)
  const status = error.statusCode ?? 500
  if (status >= 500) logger.error({ requestId: request.id, err: error }, 'request failed')
  return reply
    .code(status)
    .send({
      error: status >= 500 ? 'Something went wrong on our side.' : error.message,
      requestId: request.id,
    })
}

/** An address that the router cannot read meets none of the hooks. */
function refuseAddress(error: FastifyError, request: FastifyRequest, reply: FastifyReply, options: ServerOptions) {
  dress(request, reply, options.security)
  void reply.code(error.statusCode ?? 400).send({ error: 'Bad Request', requestId: request.id })
  note(request, reply, options)
}

const STATUS: Record<ErrorCode, number> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_INCLUDED: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  RESYNC_REQUIRED: 410,
  TENANT_SUSPENDED: 403,
  INTERNAL: 500,
}

/** The same codes as over GraphQL, for the few routes beside it. */
function tell(error: DomainError, reply: FastifyReply) {
  if (error instanceof RateLimited) reply.header('retry-after', String(error.retryAfter))
  return reply.code(STATUS[error.code]).send({ code: error.code, message: error.message })
}

/** Takes no new requests, lets the present ones end, and after the grace cuts what is left. */
export async function stopServer(server: FastifyInstance, graceMs = 10_000) {
  const cut = setTimeout(() => server.server.closeAllConnections(), graceMs)
  // Closing ends the connections that are idle at that moment; one that is being answered is idle only afterwards.
  const idle = setInterval(() => server.server.closeIdleConnections(), 100)
  await server.close()
  clearTimeout(cut)
  clearInterval(idle)
}
