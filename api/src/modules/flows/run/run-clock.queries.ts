import type { ReadUnit } from '../../../platform/unit.ts'

export interface DueRun {
  tenantId: string
  runId: string
  conversationId: string
  kind: 'TIME' | 'NUDGE'
}

const DUE = `
  (select tenant_id as "tenantId", id as "runId", conversation_id as "conversationId", 'TIME' as kind from flow_run where wake_at <= $1 order by wake_at limit 100)
  union all
  (select tenant_id, id, conversation_id, 'NUDGE' from flow_run where nudge_at <= $1 order by nudge_at limit 100)`

/** Runs whose time has come, of all tenants. */
export const dueRuns = (unit: ReadUnit): Promise<DueRun[]> => unit.sql<DueRun>('flow-runs-due', DUE, [unit.now])

const WAITING = `select id as "runId", conversation_id as "conversationId", contact_id as "contactId" from flow_run where tenant_id = $1 and event = $2 order by id limit 1000`

/** Runs that wait for something to happen. */
export const runsWaitingFor = (unit: ReadUnit, event: string): Promise<{ runId: string; conversationId: string; contactId: string }[]> =>
  unit.sql('flow-runs-waiting', WAITING, [unit.tenantId, event])
