import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Answered } from './server.ts'

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
/** Clients choose operation names; past this many they are counted together. */
const MOST_NAMES = 300

/** Of WebSockets themselves, and of the protocol and ours. The rest clients make up. */
const isKnownCode = (code: number) => code < 1016 || (code >= 4400 && code <= 4500)

export interface OperationEnded {
  name: string
  type: string
  failed: boolean
  seconds: number
}

/** The figures of one process, in the words of Prometheus. */
export class Metrics {
  readonly registry = new Registry()
  readonly #names = new Set<string>()
  readonly #requests = this.#histogram('http_request_seconds', 'HTTP requests', ['method', 'route', 'status'])
  readonly #operations = this.#histogram('graphql_operation_seconds', 'GraphQL operations', [
    'name',
    'type',
    'failed',
  ])
  readonly #refused = new Counter({
    name: 'graphql_refused_total',
    help: 'Operations not run',
    labelNames: ['path'],
    registers: [this.registry],
  })
  readonly #closed = new Counter({
    name: 'socket_closed_total',
    help: 'WebSockets closed',
    labelNames: ['code'],
    registers: [this.registry],
  })

  constructor() {
    collectDefaultMetrics({ register: this.registry })
  }

  answered({ method, route, status, seconds }: Answered) {
    this.#requests.observe({ method, route, status }, seconds)
  }

  operationEnded({ name, type, failed, seconds }: OperationEnded) {
    if (this.#names.size < MOST_NAMES) this.#names.add(name)
    this.#operations.observe(
      { name: this.#names.has(name) ? name : 'other', type, failed: String(failed) },
      seconds,
    )
  }

  refused(path: string) {
    this.#refused.inc({ path })
  }

  socketClosed(code: number) {
    this.#closed.inc({ code: isKnownCode(code) ? code : 'other' })
  }

  /** A figure that is asked for when the metrics are read: open sockets, pool sizes, waiting jobs. */
  watch(name: string, help: string, read: () => number) {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.set(read())
      },
    })
  }

  /** `mayRead` keeps the figures to those who know the token, or who come from inside. */
  mount(
    server: FastifyInstance,
    mayRead: (request: { headers: Record<string, unknown>; ip: string }) => boolean,
  ) {
    server.get('/metrics', { config: { quiet: true } }, async (request, reply) => {
      if (!mayRead(request)) return reply.code(404).send({ error: 'Not found' })
      return reply.type(this.registry.contentType).send(await this.registry.metrics())
    })
  }

  #histogram(name: string, help: string, labelNames: string[]) {
    return new Histogram({ name, help, labelNames, buckets: BUCKETS, registers: [this.registry] })
  }
}
