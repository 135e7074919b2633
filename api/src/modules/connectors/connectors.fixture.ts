import { SECRET } from '../../../test/harness-server.ts'
import type { TestDatabase } from '../../../test/harness.ts'
import { newWorld, type World } from '../../../test/world.ts'
import { openBroadcast } from '../../platform/broadcast.ts'
import { systemClock } from '../../platform/clock.ts'
import { Sealer } from '../../platform/crypto.ts'
import { Outside } from '../../platform/outside/outside.ts'
import { Circuits, type CircuitsOptions } from './circuits.ts'
import { ConnectorCalls } from './connector-calls.ts'
import type { CallResult, ConnectorRequest } from './connector-call.ts'
import { ConnectorService, type NewConnector } from './connector/connector.service.ts'
import { ServingConnectors } from './connector/serving-connectors.ts'
import { echo } from './demo/echo.fixture.ts'
import { OperationService } from './operation/operation.service.ts'
import { OperationTestService, type TestQuestion } from './operation/operation-test.service.ts'
import type { TypedOperation } from './operation/operation.input.ts'
import { AccessTokens } from './rest/access-tokens.ts'
import { RestSystem } from './rest/rest-system.ts'
import type { UsesConnector } from './connectors.ts'

export const sealer = new Sealer([{ id: 'k1', secret: SECRET }])

export interface WorkshopOptions {
  /** Addresses that may be asked, such as `127.0.0.1:4000`. */
  allow?: string[]
  circuits?: CircuitsOptions
  isUsed?: UsesConnector
  perf?: { now(): number }
  sealer?: Sealer
}

/** Everything that a tenant connects and calls with, on a database. */
export class Workshop {
  readonly world: World
  readonly connectors: ConnectorService
  readonly operations: OperationService
  readonly calls: ConnectorCalls
  readonly serving: ServingConnectors
  readonly circuits: Circuits
  readonly errors: unknown[] = []
  readonly #tests: OperationTestService

  private constructor(world: World, database: TestDatabase, { allow = [], circuits, isUsed = async () => false, perf, sealer: own = sealer }: WorkshopOptions) {
    this.world = world
    const outside = new Outside({ allow })
    const demos = [echo]
    this.serving = new ServingConnectors(openBroadcast())
    this.circuits = new Circuits(circuits)
    const rest = new RestSystem({ outside, tokens: new AccessTokens(outside, perf) })
    this.calls = new ConnectorCalls({
      units: database.units, sealer: own, clock: systemClock, serving: this.serving, rest, circuits: this.circuits, demos, perf, chance: () => 0,
      onError: error => this.errors.push(error),
    })
    this.connectors = new ConnectorService({ sealer: own, serving: this.serving, demos, plain: allow, isUsed })
    this.operations = new OperationService({ serving: this.serving, isUsed })
    this.#tests = new OperationTestService(this.calls)
  }

  static async open(database: TestDatabase, options: WorkshopOptions = {}, world?: World): Promise<Workshop> {
    return new Workshop(world ?? await newWorld(database), database, options)
  }

  /** A connector with its operations; returns its id. */
  async connect(connector: Partial<NewConnector> & { baseUrl?: string }, ...operations: Partial<TypedOperation>[]): Promise<string> {
    const admin = await this.world.member('ADMIN')
    const id = await this.world.as(admin, unit => this.connectors.create(unit, newConnector(connector)))
    if (typeof id !== 'string') throw new Error(`${id.field}: ${id.message}`)
    for (const operation of operations) {
      const made = await this.world.as(admin, unit => this.operations.create(unit, { connectorId: id, operation: newOperation(operation) }))
      if (typeof made !== 'string') throw new Error(`${made.field}: ${made.message}`)
    }
    return id
  }

  call(operation: string, input: ConnectorRequest['input'] = {}, more: Partial<ConnectorRequest> = {}): Promise<CallResult & { attempts: number }> {
    return this.calls.call(this.world.tenantId, { connector: 'erp', operation, input, idempotencyKey: 'una-vez', ...more })
  }

  async test(question: TestQuestion) {
    const prepared = await this.world.as(await this.world.member('ADMIN'), unit => this.#tests.prepare(unit, question))
    if (!('values' in prepared)) throw new Error(`${prepared.field}: ${prepared.message}`)
    return this.#tests.test(prepared)
  }
}

export const newConnector = (more: Partial<NewConnector> = {}): NewConnector =>
  ({ key: 'erp', name: 'ERP', description: '', kind: 'REST', headers: [], auth: { kind: 'NONE' }, ...more })

export const newOperation = (more: Partial<TypedOperation> = {}): TypedOperation => ({
  key: 'read', name: 'Leer', description: '', method: 'GET', path: '/things', query: [], headers: [], bodyKind: 'NONE', body: [], inputs: [], outputs: [],
  notFoundStatuses: [404], timeoutMs: 2000, retries: 0, cacheSeconds: 0, maxBytes: 10_000, ...more,
})
