import type { FastifyInstance } from 'fastify'
import type { Key } from '@botpro/graphql/flows'
import { systemActor } from '../../platform/actor.ts'
import type { Broadcast } from '../../platform/broadcast.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Sealer } from '../../platform/crypto.ts'
import type { Uploading } from '../../platform/http/file-upload.ts'
import type { Outside } from '../../platform/outside/outside.ts'
import type { ReadUnit, Unit } from '../../platform/unit.ts'
import type { Units } from '../../platform/units.ts'
import { Circuits } from './circuits.ts'
import type { CallResult, ConnectorRequest } from './connector-call.ts'
import { tidyCalls } from './connector-call.store.ts'
import { ConnectorCalls } from './connector-calls.ts'
import type { ConnectorDescription } from './connector-description.ts'
import { ConnectorResolver } from './connector/connector.resolver.ts'
import { ConnectorService } from './connector/connector.service.ts'
import { ServingConnectors } from './connector/serving-connectors.ts'
import { DemoOperationResolver, DemoSystemResolver } from './demo/demo-system.resolver.ts'
import type { DemoSystem } from './demo/demo-system.ts'
import { demoSystems } from './demo/demo-systems.ts'
import { describeConnector } from './describe-connector.ts'
import { openApiFileRoutes } from './openapi/openapi-file.routes.ts'
import { tidyOpenApiFiles } from './openapi/openapi-file.store.ts'
import { OpenApiResolver } from './openapi/openapi.resolver.ts'
import { OpenApiService } from './openapi/openapi.service.ts'
import { OperationResolver } from './operation/operation.resolver.ts'
import { OperationService } from './operation/operation.service.ts'
import { OperationTestService } from './operation/operation-test.service.ts'
import { AccessTokens } from './rest/access-tokens.ts'
import { RestSystem } from './rest/rest-system.ts'

export interface ConnectorsOptions {
  units: Units
  sealer: Sealer
  broadcast: Broadcast
  clock: Clock
  outside: Pick<Outside, 'request'>
  /** Addresses that may be asked without https: for development and tests. */
  plain?: readonly string[]
  demos?: readonly DemoSystem[]
  onError: (error: unknown) => void
}

/** Whether something of the tenant's uses a connector, or one operation of it. */
export type UsesConnector = (unit: ReadUnit, used: { connector: Key; operation?: Key }) => Promise<boolean>

/** The tenants' own systems, asked by whoever is above. */
export interface Connectors {
  resolvers: object[]
  /** Never inside a unit, and never rejects. */
  call(scope: { tenantId: string }, request: ConnectorRequest): Promise<CallResult>
  /** The tenant's connectors by key, with those that are archived. */
  describe(unit: ReadUnit): Promise<ConnectorDescription[]>
  /** Adds a demo system as a connector under its own key, unless the tenant has one of that key. True where that system answers under it. */
  addDemo(unit: Unit, system: Key): Promise<boolean>
  /** Whoever uses connectors says so here: what is used is archived and not deleted. */
  onUse(uses: UsesConnector): void
  mount(server: FastifyInstance, uploading: Uploading): Promise<void>
  /** What nobody needs any more goes. */
  tidy(): Promise<void>
}

/** Builds the module, for the composition root. */
export function createConnectors({ units, sealer, broadcast, clock, outside, plain, demos = demoSystems, onError }: ConnectorsOptions): Connectors {
  const uses: UsesConnector[] = []
  const isUsed: UsesConnector = async (unit, used) => {
    for (const one of uses) if (await one(unit, used)) return true
    return false
  }
  const serving = new ServingConnectors(broadcast)
  const circuits = new Circuits()
  const rest = new RestSystem({ outside, tokens: new AccessTokens(outside) })
  const calls = new ConnectorCalls({ units, sealer, clock, serving, rest, circuits, demos, onError })
  const connectors = new ConnectorService({ sealer, serving, demos, plain, isUsed })
  const operations = new OperationService({ serving, isUsed })
  return {
    resolvers: [
      new ConnectorResolver({ connectors, circuits, demos }), new OperationResolver({ operations, tests: new OperationTestService(calls) }),
      new OpenApiResolver(new OpenApiService(operations)), new DemoSystemResolver(), new DemoOperationResolver(),
    ],
    async call({ tenantId }, request) {
      const { attempts: _attempts, ...result } = await calls.call(tenantId, request)
      return result
    },
    describe: async unit => (await serving.of(unit)).map(connector => describeConnector(connector, demos)),
    addDemo: (unit, system) => connectors.addDemo(unit, system),
    onUse: one => void uses.push(one),
    mount: openApiFileRoutes,
    async tidy() {
      await units.platform({ actor: systemActor() }, tidyCalls)
      await units.platform({ actor: systemActor() }, tidyOpenApiFiles)
    },
  }
}
