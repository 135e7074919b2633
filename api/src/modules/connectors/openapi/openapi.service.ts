import { Forbidden, NotFound } from '../../../platform/errors.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import { mayConfigureConnectors } from '../connector.policy.ts'
import { loadConnectors } from '../connector/connector.queries.ts'
import { loadOperationsOf } from '../operation/operation.queries.ts'
import type { OperationService } from '../operation/operation.service.ts'
import type { Part } from './openapi-file.ts'
import { openApiFile } from './openapi-file.store.ts'
import { offerOf, type Offer } from './openapi-offer.ts'

const MOST_AT_ONCE = 100

export interface ChosenOperations {
  connectorId: string
  connectorFileId: string
  refs: string[]
}

/** Turns what a file of OpenAPI describes into operations of a connector. */
export class OpenApiService {
  readonly #operations: Pick<OperationService, 'createAll'>

  constructor(operations: Pick<OperationService, 'createAll'>) {
    this.#operations = operations
  }

  async offer(unit: ReadUnit, { connectorId, connectorFileId }: Omit<ChosenOperations, 'refs'>): Promise<Offer> {
    if (!mayConfigureConnectors(unit.actor)) throw new Forbidden()
    const [connector] = await loadConnectors(unit, [connectorId])
    if (!connector) throw new NotFound('The connector')
    const [known] = await loadOperationsOf(unit, [connectorId])
    return offerOf(JSON.parse(await openApiFile(unit, connectorFileId)) as Part, known!)
  }

  /** Returns the id of the connector, or why not. */
  async import(unit: Unit, { connectorId, connectorFileId, refs }: ChosenOperations): Promise<string | InvalidInput> {
    const { operations } = await this.offer(unit, { connectorId, connectorFileId })
    if (refs.length < 1 || refs.length > MOST_AT_ONCE) return new InvalidInput('refs', `Choose 1 to ${MOST_AT_ONCE}.`)
    const chosen = operations.filter(({ ref }) => refs.includes(ref))
    const missing = refs.find(ref => !chosen.some(one => one.ref === ref))
    if (missing) return new InvalidInput('refs', 'Not among what the file offers.')
    return await this.#operations.createAll(unit, connectorId, chosen.map(({ operation }) => operation)) ?? connectorId
  }
}
