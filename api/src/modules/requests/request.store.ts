import { newId } from '../../platform/ids.ts'
import type { ReadUnit, Unit } from '../../platform/unit.ts'
import type { ServiceRequest } from './request.entity.ts'
import type { RequestTypeRow } from './request-type.queries.ts'

export type RequestEventKind = 'OPENED' | 'STATE_CHANGED' | 'ASSIGNED' | 'NOTED'

export interface NewRequestEvent {
  kind: RequestEventKind
  from?: string
  to?: string
  note?: string | null
  memberId?: string | null
  assigneeId?: string | null
}

const EVENT = `
  insert into request_event (tenant_id, id, request_id, at, kind, from_state, to_state, note, member_id, assignee_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`

export async function addEvent(unit: Unit, { id }: Pick<ServiceRequest, 'id'>, { kind, from, to, note, memberId, assigneeId }: NewRequestEvent): Promise<void> {
  await unit.sql('request-event', EVENT, [
    unit.tenantId, newId(unit.now), id, unit.now, kind, from ?? null, to ?? null, note || null, memberId ?? null, assigneeId ?? null,
  ])
}

const YEAR = `select extract(year from $2::timestamptz at time zone time_zone)::int as year from tenant where id = $1`
const COUNTER = 'insert into request_counter (tenant_id, year, last) values ($1, $2, 0) on conflict do nothing'
const HOLD = 'select last from request_counter where tenant_id = $1 and year = $2 for update'
const NEXT = 'update request_counter set last = last + 1 where tenant_id = $1 and year = $2 returning last'

/** Whoever opens a request now waits here for whoever does already: their numbers follow each other, and none is left out. */
export async function holdCounter(unit: Unit): Promise<number> {
  const [{ year }] = await unit.sql<{ year: number }>('request-year', YEAR, [unit.tenantId, unit.now]) as [{ year: number }]
  await unit.sql('request-counter', COUNTER, [unit.tenantId, year])
  await unit.sql('request-counter-hold', HOLD, [unit.tenantId, year])
  return year
}

/** The counter must be held. */
export async function nextNumber(unit: Unit, year: number): Promise<string> {
  const [{ last }] = await unit.sql<{ last: number }>('request-number', NEXT, [unit.tenantId, year]) as [{ last: number }]
  return `S-${year}-${String(last).padStart(6, '0')}`
}

/** As the search compares it. */
export const plainText = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const BY_KEY = `
  select id, key, name, fields, states, changed_at as "changedAt", version from request_type
  where tenant_id = $1 and key = $2 and deleted_at is null`

export async function typeByKey(unit: ReadUnit, key: string): Promise<RequestTypeRow | undefined> {
  return (await unit.sql<RequestTypeRow>('request-type-by-key', BY_KEY, [unit.tenantId, key]))[0]
}
