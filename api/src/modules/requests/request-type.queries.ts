import { Forbidden } from '../../platform/errors.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import { mayReadRequestTypes } from './request.policy.ts'
import type { RequestTypeDetails } from './request-type.entity.ts'

export interface RequestTypeRow extends RequestTypeDetails {
  id: string
  key: string
  changedAt: Date
  version: number
}

const COLUMNS = 'id, key, name, fields, states, changed_at as "changedAt", version'

export function listRequestTypes(unit: ReadUnit): Promise<RequestTypeRow[]> {
  if (!mayReadRequestTypes(unit.actor)) throw new Forbidden()
  return unit.sql<RequestTypeRow>('request-types', `
    select ${COLUMNS} from request_type where tenant_id = $1 and deleted_at is null
    order by coalesce(name->>'es', name->>'en'), id limit 100`, [unit.tenantId])
}

/** By which flows name them. */
export async function requestTypeKeys(unit: ReadUnit): Promise<string[]> {
  const text = 'select key from request_type where tenant_id = $1 and deleted_at is null order by key'
  return (await unit.sql<{ key: string }>('request-type-keys', text, [unit.tenantId])).map(({ key }) => key)
}

/** Loader: those that were deleted too, for the requests that stayed. */
export async function loadRequestTypes(unit: ReadUnit, ids: readonly string[]): Promise<(RequestTypeRow | undefined)[]> {
  const rows = await unit.sql<RequestTypeRow>('request-types-by-id', `
    select ${COLUMNS} from request_type where tenant_id = $1 and id = any($2::uuid[])`, [unit.tenantId, ids])
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.map(id => byId.get(id))
}
