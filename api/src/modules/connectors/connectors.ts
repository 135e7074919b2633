import type { Key } from '@botpro/graphql/flows'
import type { ReadUnit, Unit } from '../../platform/unit.ts'
import type { CallResult, ConnectorRequest } from './connector-call.ts'
import type { ConnectorDescription } from './connector-description.ts'

/** Whether something of the tenant's uses a connector, or one operation of it. */
export type UsesConnector = (unit: ReadUnit, used: { connector: Key; operation?: Key }) => Promise<boolean>

/** The tenants' own systems, asked by whoever is above. */
export interface Connectors {
  /** Never inside a unit, and never rejects. */
  call(scope: { tenantId: string }, request: ConnectorRequest): Promise<CallResult>
  /** The tenant's connectors by key, with those that are archived. */
  describe(unit: ReadUnit): Promise<ConnectorDescription[]>
  /** Adds a demo system as a connector under its own key, unless the tenant has one of that key. */
  addDemo(unit: Unit, system: Key): Promise<void>
  /** Whoever uses connectors says so here: what is used is archived and not deleted. */
  onUse(uses: UsesConnector): void
}
