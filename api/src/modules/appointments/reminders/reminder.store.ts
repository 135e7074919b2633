import { newId } from '../../../platform/ids.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { Reminding } from '../services/bookable-service.entity.ts'

declare module '../../../platform/unit.ts' {
  interface JobPayloads {
    'appointments.remind': { tenantId: string; reminderId: string }
  }
}

export type ReminderState = 'WAITING' | 'SENT' | 'SKIPPED' | 'UNDELIVERABLE'
export type ReminderReason = 'NO_CHANNEL' | 'NOT_REACHABLE' | 'NO_TEMPLATE' | 'TEMPLATE_UNFIT' | 'TOO_LATE' | 'SERVICE_HELD'

export interface Planned {
  appointmentId: string
  serviceId: string
  startsAt: Date
}

const REMINDERS = 'select reminders from appointment_service where tenant_id = $1 and id = $2'
const INSERT = `insert into appointment_reminder (tenant_id, id, appointment_id, minutes_before, due_at, state) values ($1, $2, $3, $4, $5, 'WAITING')`
const FORGET = `delete from appointment_reminder where tenant_id = $1 and appointment_id = $2 and state = 'WAITING'`

/** What will remind of it at the time that it has now; those whose time has passed already would be of no use. */
export async function plan(unit: Unit, { appointmentId, serviceId, startsAt }: Planned): Promise<void> {
  await forget(unit, appointmentId)
  const [service] = await unit.sql<{ reminders: Reminding[] }>('appointment-remindings', REMINDERS, [unit.tenantId, serviceId])
  for (const { minutesBefore } of service?.reminders ?? []) {
    const dueAt = new Date(startsAt.getTime() - minutesBefore * 60_000)
    if (dueAt <= unit.now) continue
    const id = newId(unit.now)
    await unit.sql('appointment-reminder-insert', INSERT, [unit.tenantId, id, appointmentId, minutesBefore, dueAt])
    unit.enqueue('appointments.remind', { tenantId: unit.tenantId, reminderId: id }, { runAt: dueAt })
  }
}

/** What was moved or cancelled reminds nobody of where it was. */
export async function forget(unit: Unit, appointmentId: string): Promise<void> {
  await unit.sql('appointment-reminder-forget', FORGET, [unit.tenantId, appointmentId])
}

/** A reminder that waits, with all that it says. */
export interface Due {
  id: string
  appointmentId: string
  minutesBefore: number
  startsAt: Date
  state: string
  contactId: string
  contactName: string | null
  serviceName: { es: string; en: string | null }
  reminders: Reminding[]
  templateName: string | null
  resourceName: string
  place: string | null
  timeZone: string
  isOvertaken: boolean
}

const DUE = `
  select r.id, r.appointment_id as "appointmentId", r.minutes_before as "minutesBefore", a.starts_at as "startsAt", a.state,
    a.contact_id as "contactId", c.name as "contactName", s.name as "serviceName", s.reminders, s.template_name as "templateName",
    p.name as "resourceName", p.place, t.time_zone as "timeZone",
    exists (select from appointment_reminder o where o.tenant_id = r.tenant_id and o.appointment_id = r.appointment_id
      and o.state = 'WAITING' and o.due_at > r.due_at and o.due_at <= $3) as "isOvertaken"
  from appointment_reminder r
    join appointment a on a.tenant_id = r.tenant_id and a.id = r.appointment_id
    join appointment_service s on s.tenant_id = a.tenant_id and s.id = a.service_id
    join appointment_resource p on p.tenant_id = a.tenant_id and p.id = a.resource_id
    join contact c on c.tenant_id = a.tenant_id and c.id = a.contact_id
    join tenant t on t.id = a.tenant_id
  where r.tenant_id = $1 and r.id = $2 and r.state = 'WAITING'`

const HOLD_APPOINTMENT = `
  select a.id from appointment a join appointment_reminder r on r.tenant_id = a.tenant_id and r.appointment_id = a.id
  where r.tenant_id = $1 and r.id = $2 for update of a`

/** Held until the unit ends, together with its appointment: whoever moves that meanwhile waits, and is told of no time that was. */
export async function dueReminder(unit: Unit, id: string): Promise<Due | undefined> {
  await unit.sql('appointment-reminder-hold', HOLD_APPOINTMENT, [unit.tenantId, id])
  return (await unit.sql<Due>('appointment-reminder-due', DUE, [unit.tenantId, id, unit.now]))[0]
}

const SETTLE = `update appointment_reminder set state = $3, reason = $4, at = $5 where tenant_id = $1 and id = $2 and state = 'WAITING'`

export async function settle(unit: Unit, id: string, state: Exclude<ReminderState, 'WAITING'>, reason: ReminderReason | null = null): Promise<void> {
  await unit.sql('appointment-reminder-settle', SETTLE, [unit.tenantId, id, state, reason, unit.now])
}

export interface ReminderRow {
  id: string
  appointmentId: string
  minutesBefore: number
  dueAt: Date
  state: ReminderState
  reason: ReminderReason | null
  at: Date | null
}

const OF = `
  select id, appointment_id as "appointmentId", minutes_before as "minutesBefore", due_at as "dueAt", state, reason, at
  from appointment_reminder where tenant_id = $1 and appointment_id = any($2::uuid[]) order by due_at, id`

/** Loader: by the id of the appointment. */
export async function loadReminders(unit: ReadUnit, appointmentIds: readonly string[]): Promise<ReminderRow[][]> {
  const rows = Map.groupBy(await unit.sql<ReminderRow>('appointment-reminders', OF, [unit.tenantId, appointmentIds]), row => row.appointmentId)
  return appointmentIds.map(id => rows.get(id) ?? [])
}
