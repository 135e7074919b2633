import { LockMode } from '@mikro-orm/core'
import type { Key } from '@botpro/graphql/flows'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { ChangedMeanwhile, InvalidInput, Refusal } from '../../../platform/refusal.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import { mayConfigureConnectors } from '../connector.policy.ts'
import { Connector } from '../connector/connector.entity.ts'
import type { ServingConnectors } from '../connector/serving-connectors.ts'
import { keyProblem } from '../input-rules.ts'
import { ConnectorOperation } from './operation.entity.ts'
import { operationDefinition, type TypedOperation } from './operation.input.ts'

const MOST_OPERATIONS = 200

export class ConnectorOperationInUse extends Refusal {
  readonly __typename = 'ConnectorOperationInUse'
  readonly code = 'CONNECTOR_OPERATION_IN_USE'
  readonly message = 'A bot uses it.'
}

export interface OperationServiceOptions {
  serving: Pick<ServingConnectors, 'forget'>
  isUsed: (unit: ReadUnit, used: { connector: Key; operation?: Key }) => Promise<boolean>
}

/** What a tenant's systems are asked. Verbs return the id of the operation, or why not. */
export class OperationService {
  readonly #options: OperationServiceOptions

  constructor(options: OperationServiceOptions) {
    this.#options = options
  }

  async create(unit: Unit, { connectorId, operation }: { connectorId: string; operation: TypedOperation }): Promise<string | InvalidInput> {
    const [connector, others] = await configured(unit, connectorId)
    const definition = operationDefinition(operation)
    if (definition instanceof InvalidInput) return definition
    const problem = keyProblem(operation.key) ?? newcomersProblem([operation.key], others)
    if (problem) return new InvalidInput('operation.key', problem.message)
    const made = this.#add(unit, connector, { key: operation.key, definition })
    await this.#tell(unit, connector, made, 'connector-operation.created')
    return made.id
  }

  /** Several at once, of which every key must be new. Returns why not, if it could not be. */
  async createAll(unit: Unit, connectorId: string, operations: TypedOperation[]): Promise<InvalidInput | undefined> {
    const [connector, others] = await configured(unit, connectorId)
    const problem = newcomersProblem(operations.map(({ key }) => key), others)
    if (problem) return problem
    for (const operation of operations) {
      const definition = operationDefinition(operation)
      if (definition instanceof InvalidInput) return new InvalidInput('refs', `${operation.key}: ${definition.field}: ${definition.message}`)
      this.#add(unit, connector, { key: operation.key, definition })
    }
    const detail = { connector: connector.key, operations: operations.map(({ key }) => key) }
    unit.audit({ action: 'connector-operation.imported', targetType: 'connector', targetId: connectorId, detail })
    await unit.em.flush()
    this.#options.serving.forget(unit)
  }

  async change(unit: Unit, { connectorOperationId, version, operation: typed }: { connectorOperationId: string; version: number; operation: TypedOperation }) {
    const [connector, operation] = await this.#theOperation(unit, connectorOperationId)
    const definition = operationDefinition(typed)
    if (definition instanceof InvalidInput) return definition
    if (operation.version !== version) return new ChangedMeanwhile()
    operation.define(definition, unit.now)
    await this.#tell(unit, connector, operation, 'connector-operation.changed')
    return operation.id
  }

  async delete(unit: Unit, connectorOperationId: string): Promise<{ connectorOperationId: string } | ConnectorOperationInUse> {
    const [connector, operation] = await this.#theOperation(unit, connectorOperationId)
    if (await this.#options.isUsed(unit, { connector: connector.key, operation: operation.key })) return new ConnectorOperationInUse()
    unit.em.remove(operation)
    await this.#tell(unit, connector, operation, 'connector-operation.deleted')
    return { connectorOperationId }
  }

  async #theOperation(unit: Unit, id: string): Promise<[Connector, ConnectorOperation]> {
    if (!mayConfigureConnectors(unit.actor)) throw new Forbidden()
    const known = await unit.em.findOne(ConnectorOperation, { tenantId: unit.tenantId, id })
    if (!known) throw new NotFound('The operation')
    const [connector, operations] = await configured(unit, known.connectorId)
    const operation = operations.find(one => one.id === id)
    if (!operation) throw new NotFound('The operation')
    return [connector, operation]
  }

  #add({ em, tenantId, now }: Unit, { id: connectorId }: Connector, { key, definition }: Pick<ConnectorOperation, 'key' | 'definition'>): ConnectorOperation {
    return em.create(ConnectorOperation, { id: newId(now), tenantId, connectorId, key, definition, createdAt: now, changedAt: now, version: 1 })
  }

  async #tell(unit: Unit, connector: Connector, { id, key, definition }: ConnectorOperation, action: string) {
    const { name, method, path } = definition
    unit.audit({ action, targetType: 'connector-operation', targetId: id, detail: { connector: connector.key, key, name, method, path } })
    await unit.em.flush()
    this.#options.serving.forget(unit)
  }
}

/** A connector, locked, and all its operations. */
async function configured({ actor, em, tenantId }: Unit, connectorId: string): Promise<[Connector, ConnectorOperation[]]> {
  if (!mayConfigureConnectors(actor)) throw new Forbidden()
  const connector = await em.findOne(Connector, { tenantId, id: connectorId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
  if (!connector) throw new NotFound('The connector')
  return [connector, await em.find(ConnectorOperation, { tenantId, connectorId })]
}

function newcomersProblem(keys: string[], others: ConnectorOperation[]): InvalidInput | undefined {
  const taken = keys.find((key, index) => others.some(other => other.key === key) || keys.indexOf(key) !== index)
  if (taken) return new InvalidInput('refs', `Another operation has the key “${taken}”.`)
  return others.length + keys.length > MOST_OPERATIONS ? new InvalidInput('refs', `At most ${MOST_OPERATIONS} operations.`) : undefined
}
