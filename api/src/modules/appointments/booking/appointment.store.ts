import { memberIdOf } from '../../../platform/actor.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { Appointment, AppointmentOrigin, Place } from './appointment.entity.ts'

export interface NewAppointment extends Place {
  id: string
  serviceId: string
  contactId: string
  note: string | null
  origin: AppointmentOrigin
  idempotencyKey: string
}

// The constraint decides between two who book the same time, and the key between one who does so twice; neither ends the unit.
const INSERT = `
  insert into appointment (tenant_id, id, service_id, resource_id, contact_id, starts_at, ends_at, busy_from, busy_until, state, note, origin,
    booked_at, idempotency_key)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'BOOKED', $10, $11, $12, $13) on conflict do nothing returning id`

/** False when the time, or the key, is taken. */
export async function insertAppointment(unit: Unit, { id, serviceId, resourceId, contactId, startsAt, endsAt, busy, note, origin, idempotencyKey }: NewAppointment): Promise<boolean> {
  const values = [unit.tenantId, id, serviceId, resourceId, contactId, startsAt, endsAt, busy.from, busy.to, note, origin, unit.now, idempotencyKey]
  return (await unit.sql('appointment-insert', INSERT, values)).length > 0
}

export type ChangeKind = 'BOOKED' | 'MOVED' | 'CANCELLED' | 'DONE' | 'NO_SHOW'

/** What came of telling the contact. */
export type Telling = 'SENT' | 'NO_CHANNEL' | 'NOT_REACHABLE' | 'NO_TEMPLATE' | 'SERVICE_HELD'

export interface NewChange {
  id: string
  appointmentId: string
  kind: ChangeKind
  origin: AppointmentOrigin
  from?: Pick<Place, 'resourceId' | 'startsAt'>
  to?: Pick<Place, 'resourceId' | 'startsAt'>
  note?: string | null
  idempotencyKey?: string
}

const CHANGE = `
  insert into appointment_change (tenant_id, id, appointment_id, kind, at, member_id, origin, from_starts_at, from_resource_id, to_starts_at,
    to_resource_id, note, idempotency_key)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`

export async function noteChange(unit: Unit, { id, appointmentId, kind, origin, from, to, note, idempotencyKey }: NewChange): Promise<void> {
  await unit.sql('appointment-change', CHANGE, [
    unit.tenantId, id, appointmentId, kind, unit.now, memberIdOf(unit.actor), origin, from?.startsAt ?? null, from?.resourceId ?? null,
    to?.startsAt ?? null, to?.resourceId ?? null, note ?? null, idempotencyKey ?? null,
  ])
}

const TOLD = 'update appointment_change set told = $3 where tenant_id = $1 and id = $2'

export async function noteTold(unit: Unit, changeId: string, told: Telling): Promise<void> {
  await unit.sql('appointment-change-told', TOLD, [unit.tenantId, changeId, told])
}

export interface KnownMove {
  appointmentId: string
  startsAt: Date
  resourceId: string
}

const MOVE = `select appointment_id as "appointmentId", to_starts_at as "startsAt", to_resource_id as "resourceId"
  from appointment_change where tenant_id = $1 and idempotency_key = $2`

/** What a key has moved already. */
export async function moveOf(unit: ReadUnit, key: string): Promise<KnownMove | undefined> {
  return (await unit.sql<KnownMove>('appointment-move-of', MOVE, [unit.tenantId, key]))[0]
}

const PERSON = `
  with recursive up as (
    select id, merged_into from contact where tenant_id = $1 and id = $2
    union all select c.id, c.merged_into from contact c join up on c.tenant_id = $1 and c.id = up.merged_into
  ), down as (
    select id from up where merged_into is null
    union all select c.id from contact c join down on c.tenant_id = $1 and c.merged_into = down.id
  )
  select id from down`

/** The contact that answers for this one, first, and all that were joined with it: their appointments are hers. None where there is no contact. */
export async function personOf(unit: ReadUnit, contactId: string): Promise<string[]> {
  return (await unit.sql<{ id: string }>('appointment-person', PERSON, [unit.tenantId, contactId])).map(({ id }) => id)
}

export const spotIn = ({ resourceId, startsAt }: Appointment) => ({ resourceId, startsAt })
