import { Forbidden } from '../../../platform/errors.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import { maySeeConnectors } from '../connector.policy.ts'
import type { OperationDefinition } from './operation.ts'

export interface OperationRow extends OperationDefinition {
  id: string
  connectorId: string
  key: string
  changedAt: Date
  version: number
}

const ROWS = `
  select id, connector_id as "connectorId", key, definition, changed_at as "changedAt", version
  from connector_operation where tenant_id = $1`

type Kept = Omit<OperationRow, keyof OperationDefinition> & { definition: OperationDefinition }

const flat = ({ definition, ...row }: Kept): OperationRow => ({ ...definition, ...row })

/** Loader: of each connector its operations, by key. */
export async function loadOperationsOf(unit: ReadUnit, connectorIds: readonly string[]): Promise<OperationRow[][]> {
  if (!maySeeConnectors(unit.actor)) throw new Forbidden()
  const rows = await unit.sql<Kept>('connector-operations', `${ROWS} and connector_id = any($2::uuid[]) order by key`, [unit.tenantId, connectorIds])
  return connectorIds.map(id => rows.filter(row => row.connectorId === id).map(flat))
}

/** Loader. */
export async function loadOperations(unit: ReadUnit, ids: readonly string[]): Promise<(OperationRow | undefined)[]> {
  if (!maySeeConnectors(unit.actor)) throw new Forbidden()
  const rows = await unit.sql<Kept>('connector-operations-by-id', `${ROWS} and id = any($2::uuid[])`, [unit.tenantId, ids])
  return ids.map(id => {
    const row = rows.find(one => one.id === id)
    return row && flat(row)
  })
}
