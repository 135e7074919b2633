import { isNotServed } from '../../tenancy/index.ts'
import type { ReadUnit } from '../../../platform/unit.ts'

export interface DueRun {
  tenantId: string
  runId: string
  conversationId: string
  kind: 'TIME' | 'NUDGE'
}

const DUE = `
  (select tenant_id as "tenantId", id as "runId", conversation_id as "conversationId", 'TIME' as kind from flow_run r
    where wake_at <= $1 and not ${isNotServed('r.tenant_id')} order by wake_at limit 100)
  union all
  (select tenant_id, id, conversation_id, 'NUDGE' from flow_run r where nudge_at <= $1 and not ${isNotServed('r.tenant_id')} order by nudge_at limit 100)`

/** Runs whose time has come, of all tenants that are served. */
export const dueRuns = (unit: ReadUnit): Promise<DueRun[]> => unit.sql<DueRun>('flow-runs-due', DUE, [unit.now])

const WAITING = `
  select id as "runId", conversation_id as "conversationId" from flow_run
  where tenant_id = $1 and event = $2 and ($3::uuid is null or conversation_id = $3) and ($4::uuid is null or contact_id = $4) and ($5::uuid is null or id > $5)
  order by id limit $6`

export interface WaitedFor {
  event: string
  /** Only what waits in this conversation. */
  conversationId?: string | null
  /** Only hers. */
  contactId?: string | null
}

export interface WaitingPage {
  /** The last run of the page before. */
  after: string | null
  most: number
}

/** Runs that wait for something to happen, a page of them. */
export const runsWaitingFor = (unit: ReadUnit, { event, conversationId = null, contactId = null }: WaitedFor, { after, most }: WaitingPage): Promise<{ runId: string; conversationId: string }[]> =>
  unit.sql('flow-runs-waiting', WAITING, [unit.tenantId, event, conversationId, contactId, after, most])
