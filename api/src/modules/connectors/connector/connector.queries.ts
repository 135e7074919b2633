import { Forbidden } from '../../../platform/errors.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import { CALL_COLUMNS, type CallRow } from '../connector-call.store.ts'
import { maySeeConnectors } from '../connector.policy.ts'
import type { Field } from '../operation/operation.ts'
import type { ConnectorAuth } from './connector-auth.ts'

export interface ConnectorRow {
  id: string
  key: string
  name: string
  description: string
  kind: 'REST' | 'DEMO'
  demoSystemKey: string | null
  baseUrl: string | null
  headers: Field[]
  keptAuth: ConnectorAuth
  archivedAt: Date | null
  changedAt: Date
  version: number
}

const ROWS = `
  select id, key, name, description, kind, demo_system as "demoSystemKey", base_url as "baseUrl", headers, auth as "keptAuth",
    archived_at as "archivedAt", changed_at as "changedAt", version
  from connector where tenant_id = $1`

export async function listConnectors(unit: ReadUnit): Promise<ConnectorRow[]> {
  if (!maySeeConnectors(unit.actor)) throw new Forbidden()
  return unit.sql<ConnectorRow>('connectors', `${ROWS} order by name, id`, [unit.tenantId])
}

/** Loader. */
export async function loadConnectors(unit: ReadUnit, ids: readonly string[]): Promise<(ConnectorRow | undefined)[]> {
  if (!maySeeConnectors(unit.actor)) throw new Forbidden()
  const rows = await unit.sql<ConnectorRow>('connectors-by-id', `${ROWS} and id = any($2::uuid[])`, [unit.tenantId, ids])
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.map(id => byId.get(id))
}

export interface HealthRow {
  calls: number
  failures: number
  lastCall: CallRow | null
}

// A refusal and “no such thing” are answers: the system is well.
const COUNTS = `
  select connector_id as id, count(*)::int as calls, (count(*) filter (where code not in ('OK', 'NOT_FOUND', 'REFUSED', 'BAD_INPUT')))::int as failures
  from connector_call where tenant_id = $1 and connector_id = any($2::uuid[]) and at > $3 group by connector_id`
const LAST = `
  select c.id as "connectorId", l.* from unnest($2::uuid[]) c(id) cross join lateral (
    select ${CALL_COLUMNS} from connector_call where tenant_id = $1 and connector_id = c.id order by at desc, id desc limit 1) l`
const DAY_MS = 86_400_000

/** Loader. */
export async function loadHealth(unit: ReadUnit, ids: readonly string[]): Promise<HealthRow[]> {
  const counts = await unit.sql<{ id: string; calls: number; failures: number }>('connector-counts', COUNTS, [unit.tenantId, ids, new Date(unit.now.getTime() - DAY_MS)])
  const last = await unit.sql<CallRow & { connectorId: string }>('connector-last-calls', LAST, [unit.tenantId, ids])
  return ids.map(id => {
    const { calls = 0, failures = 0 } = counts.find(one => one.id === id) ?? {}
    return { calls, failures, lastCall: last.find(one => one.connectorId === id) ?? null }
  })
}
