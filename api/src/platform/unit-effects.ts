import type pg from 'pg'
import type { Actor } from './actor.ts'
import type { NewLogEvent } from './event-log.ts'
import { newId } from './ids.ts'
import type { EnqueueOptions, NewAuditEntry } from './unit.ts'

export interface NewJob extends EnqueueOptions {
  job: string
  payload: object
}

/** What a unit has promised to write at its end. */
export class UnitEffects {
  readonly events: NewLogEvent[] = []
  readonly jobs: NewJob[] = []
  readonly audits: NewAuditEntry[] = []
  readonly then: (() => void)[] = []
}

export const enqueueJobs = (jobs: NewJob[]): pg.QueryConfig => ({
  name: 'enqueue-jobs',
  text: 'select enqueue_jobs($1)',
  values: [JSON.stringify(jobs)],
})

interface AuditScope {
  actor: Actor
  tenantId?: string
  now: Date
}

const INPUT = 'unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::jsonb[])'
const COLUMNS = 'id, action, target_type, target_id, detail'

const TENANT_AUDIT = `insert into audit_entry (${COLUMNS}, at, actor, tenant_id)
  select *, $6::timestamptz, $7::jsonb, $8::uuid from ${INPUT}`
const PLATFORM_AUDIT = `insert into platform_audit_entry (${COLUMNS}, at, actor)
  select *, $6::timestamptz, $7::jsonb from ${INPUT}`

/** An entry about a tenant belongs to that tenant's trail, whoever acted. */
export function writeAudit(entries: NewAuditEntry[], { actor, tenantId, now }: AuditScope): pg.QueryConfig {
  const values = [
    entries.map(() => newId(now)),
    entries.map(entry => entry.action),
    entries.map(entry => entry.targetType),
    entries.map(entry => entry.targetId ?? null),
    entries.map(entry => JSON.stringify(entry.detail ?? {})),
    now,
    JSON.stringify(actor),
  ]
  return tenantId
    ? { name: 'audit-tenant', text: TENANT_AUDIT, values: [...values, tenantId] }
    : { name: 'audit-platform', text: PLATFORM_AUDIT, values }
}
