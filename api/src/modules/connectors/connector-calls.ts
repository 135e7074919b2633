import type { Json } from '@botpro/graphql/flows'
import { LRUCache } from 'lru-cache'
import { systemActor } from '../../platform/actor.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Sealer } from '../../platform/crypto.ts'
import { Busy, Turns } from '../../platform/turns.ts'
import type { Units } from '../../platform/units.ts'
import { AnswerCache, questionKey } from './answer-cache.ts'
import { CallProblem } from './call-problem.ts'
import type { Circuits } from './circuits.ts'
import type { CallResult, ConnectorRequest } from './connector-call.ts'
import { logCall } from './connector-call.store.ts'
import { secretsContext, type ConnectorSecrets } from './connector/connector-auth.ts'
import { resealSecrets } from './connector/connector-secrets.ts'
import type { ServingConnector, ServingConnectors } from './connector/serving-connectors.ts'
import type { DemoSystem } from './demo/demo-system.ts'
import { answerOfDemo } from './demo/demo-answer.ts'
import { isReading, mayRepeat, type OperationDefinition } from './operation/operation.ts'
import { withRetries } from './retries.ts'
import { inputValues } from './rest/input-values.ts'
import type { RestSystem, Seen } from './rest/rest-system.ts'

export interface ConnectorCallsOptions {
  units: Units
  sealer: Sealer
  clock: Clock
  serving: ServingConnectors
  rest: RestSystem
  circuits: Circuits
  demos: readonly DemoSystem[]
  onError: (error: unknown) => void
  perf?: { now(): number }
  chance?: () => number
}

export interface Trial {
  /** Of an operation that is only being written. */
  definition?: OperationDefinition
  watch: (seen: Seen) => void
}

/** One call while it is made. */
interface Call {
  tenantId: string
  request: ConnectorRequest
  trial?: Trial
  until?: number
  tries: number
}

const LONGEST_MS = 60_000
const AT_ONCE = 16
const MAY_WAIT = 64
const MOST_KEPT = 10_000

/**
 * One call of one operation: in its time, once where it must not be twice, and not while the system rests. No unit is open while a
 * system is asked, so one that hangs holds no connection of the database and no lock.
 */
export class ConnectorCalls {
  readonly #options: Required<ConnectorCallsOptions>
  readonly #cache: AnswerCache
  readonly #tenants = new LRUCache<string, Turns>({ max: MOST_KEPT })

  constructor({ perf = performance, chance = Math.random, ...options }: ConnectorCallsOptions) {
    this.#options = { perf, chance, ...options }
    this.#cache = new AnswerCache(perf)
  }

  /** Never rejects. A trial asks whatever the circuit says, and remembers nothing. */
  async call(tenantId: string, request: ConnectorRequest, trial?: Trial): Promise<CallResult & { attempts: number }> {
    const call: Call = { tenantId, request, trial, tries: 0 }
    const begun = this.#options.perf.now()
    let connector: ServingConnector | undefined
    const settled = async (): Promise<CallResult> => {
      try {
        connector = await this.#serving(tenantId, request.connector)
        return { ok: true, data: await this.#dataOf(call, connector, begun), ms: this.#since(begun), ...connector.kind === 'DEMO' && { isDemo: true as const } }
      } catch (error) {
        return { ...this.#failureOf(error), ms: this.#since(begun) }
      }
    }
    const result = await settled()
    if (connector) await this.#log(call, connector, result)
    return { ...result, attempts: call.tries }
  }

  async #dataOf(call: Call, connector: ServingConnector, begun: number): Promise<Json> {
    const { request, trial } = call
    if (connector.kind === 'DEMO' && !trial?.definition) {
      call.tries = 1
      return answerOfDemo(this.#options.demos, connector.demoSystem!, request, this.#options.clock())
    }
    const operation = connector.operations.find(({ key }) => key === request.operation)
    const definition = trial?.definition ?? operation?.definition
    if (!definition) throw new CallProblem('NO_CONNECTOR', `The connector “${connector.key}” has no operation “${request.operation}”.`)
    const input = inputValues(definition.inputs.map(({ isRequired, ...one }) => ({ ...one, required: isRequired })), request.input)
    call.until = begun + Math.min(request.budgetMs ?? definition.timeoutMs * (1 + definition.retries) + 5000, LONGEST_MS)
    const remembers = !trial && definition.cacheSeconds > 0 && isReading(definition)
    const key = remembers ? questionKey(call.tenantId, connector.id, connector.version, request.operation, operation!.version, input) : ''
    const known = remembers ? this.#cache.get(key) : undefined
    if (known) return structuredClone(known.data)
    const data = await this.#asked(call, { connector, definition, input })
    if (remembers) this.#cache.keep(key, structuredClone(data), definition.cacheSeconds)
    return data
  }

  #asked(call: Call, what: Asked): Promise<Json> {
    const work = () => this.#tried(call, what)
    return this.#inTurn(call, () => (call.trial ? work() : this.#options.circuits.run(circuitKey(what.connector), work)))
  }

  async #tried(call: Call, { connector, definition, input }: Asked): Promise<Json> {
    const { perf, chance, rest } = this.#options
    const { signal, idempotencyKey } = call.request
    const { baseUrl } = connector
    if (!baseUrl) throw new CallProblem('NO_CONNECTOR', `The connector “${connector.key}” has no address yet.`)
    const secrets = this.#secretsOf(connector)
    const ask = (timeoutMs: number) =>
      rest.ask({ connector: { ...connector, baseUrl }, secrets, operation: definition, input, idempotencyKey, timeoutMs, signal, watch: call.trial?.watch })
    return withRetries(ask, {
      retries: mayRepeat(definition) && !call.trial ? definition.retries : 0,
      timeoutMs: definition.timeoutMs, until: call.until!, perf, chance, signal, onTry: () => void call.tries++,
    })
  }

  /** One tenant whose system is slow takes up its own places only. */
  async #inTurn<Value>({ tenantId, until, request }: Call, work: () => Promise<Value>): Promise<Value> {
    const patience = AbortSignal.timeout(Math.max(0, Math.ceil(until! - this.#options.perf.now())))
    const waiting = request.signal ? AbortSignal.any([patience, request.signal]) : patience
    try {
      return await this.#turnsOf(tenantId).run(work, waiting)
    } catch (error) {
      throw error instanceof Busy || (waiting.aborted && error === waiting.reason) ? new CallProblem('TIMEOUT', 'Too many calls of the company’s are under way.') : error
    }
  }

  #turnsOf(tenantId: string): Turns {
    const known = this.#tenants.get(tenantId) ?? new Turns({ atOnce: AT_ONCE, mayWait: MAY_WAIT })
    this.#tenants.set(tenantId, known)
    return known
  }

  #secretsOf({ id, sealedSecrets }: ServingConnector): ConnectorSecrets {
    return sealedSecrets ? JSON.parse(this.#options.sealer.open(sealedSecrets, secretsContext(id))) as ConnectorSecrets : {}
  }

  async #serving(tenantId: string, key: string): Promise<ServingConnector> {
    await using unit = this.#options.units.read({ tenantId, actor: systemActor(tenantId) })
    const connector = (await this.#options.serving.of(unit)).find(one => one.key === key)
    if (!connector) throw new CallProblem('NO_CONNECTOR', `There is no connector “${key}”.`)
    return connector
  }

  #failureOf(error: unknown) {
    if (error instanceof CallProblem) return { ok: false as const, code: error.code, message: error.message, ...error.detail.status !== undefined && { status: error.detail.status } }
    this.#options.onError(error)
    return { ok: false as const, code: 'FAILED', message: 'Something of ours failed.' }
  }

  /** And secrets that an older key sealed are sealed anew. What is not written down was done all the same. */
  async #log({ tenantId, request, trial, tries }: Call, connector: ServingConnector, result: CallResult): Promise<void> {
    const { units, sealer, onError } = this.#options
    try {
      await units.tenant({ tenantId, actor: systemActor(tenantId) }, async unit => {
        await logCall(unit, {
          connectorId: connector.id, operation: request.operation, code: result.ok ? 'OK' : result.code,
          status: result.ok ? undefined : result.status, ms: result.ms, attempts: tries, isTest: Boolean(trial),
        })
        await resealSecrets(unit, sealer, connector)
      })
    } catch (error) {
      onError(error)
    }
  }

  #since(begun: number): number {
    return Math.round(this.#options.perf.now() - begun)
  }
}

interface Asked {
  connector: ServingConnector
  definition: OperationDefinition
  input: Record<string, Json>
}

/** Of this version of it: whoever put it right need not wait. */
export const circuitKey = ({ id, version }: { id: string; version: number }): string => `${id} ${version}`
