import { BadInput, Forbidden } from '../../../platform/errors.ts'
import { decodePageKey, pageOf, rowsFor, type Page, type PageArgs } from '../../../platform/paging.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import { searchWords } from '../../contacts/index.ts'
import { maySeeAppointments } from '../appointment.policy.ts'
import type { AppointmentOrigin, AppointmentState } from './appointment.entity.ts'
import type { ChangeKind, Telling } from './appointment.store.ts'

export interface AppointmentRow {
  id: string
  serviceId: string
  resourceId: string
  contactId: string
  startsAt: Date
  endsAt: Date
  state: AppointmentState
  note: string | null
  origin: AppointmentOrigin
  bookedAt: Date
  cancelMinutes: number
  version: number
}

const COLUMNS = `
  a.id, a.service_id as "serviceId", a.resource_id as "resourceId", a.contact_id as "contactId", a.starts_at as "startsAt", a.ends_at as "endsAt",
  a.state, a.note, a.origin, a.booked_at as "bookedAt", s.cancel_minutes as "cancelMinutes", a.version`
const FROM = 'appointment a join appointment_service s on s.tenant_id = a.tenant_id and s.id = a.service_id'

/** Loader. */
export async function loadAppointments(unit: ReadUnit, ids: readonly string[]): Promise<(AppointmentRow | undefined)[]> {
  const rows = await unit.sql<AppointmentRow>('appointments-by-id', `select ${COLUMNS} from ${FROM} where a.tenant_id = $1 and a.id = any($2::uuid[])`, [unit.tenantId, ids])
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.map(id => byId.get(id))
}

export interface ListArgs extends PageArgs {
  from: Date
  until: Date
  resourceId?: string | null
  serviceId?: string | null
  search?: string | null
  states?: AppointmentState[] | null
}

const DAY = 86_400_000
const MOST_DAYS = 62
const MOST_DAYS_SEARCHED = 400
const BEFORE_ALL: [string, string] = ['0001-01-01T00:00:00.000Z', '00000000-0000-0000-0000-000000000000']

const LIST = `
  select ${COLUMNS} from ${FROM}
  where a.tenant_id = $1 and a.starts_at < $3 and a.ends_at > $2 and a.starts_at > $2::timestamptz - interval '2 days'
    and ($4::uuid is null or a.resource_id = $4) and ($5::text[] is null or a.state = any($5)) and (a.starts_at, a.id) > ($6::timestamptz, $7::uuid)
    and ($9::uuid is null or a.service_id = $9)`

// Whoever was joined with one that was found is she.
const FOUND = `
  with recursive hers as (
    select search_contact_ids($10, 1000) as id
    union select c.id from contact c join hers on c.tenant_id = $1 and c.merged_into = hers.id
  ) ${LIST} and a.contact_id in (select id from hers)`

const IN_ORDER = 'order by a.starts_at, a.id limit $8'

export async function listAppointments(unit: ReadUnit, args: ListArgs): Promise<Page<AppointmentRow>> {
  assertMaySee(unit)
  const { from, until, resourceId, serviceId, states, after } = args
  const words = searchWords(args.search)
  assertWithin(args, words.length ? MOST_DAYS_SEARCHED : MOST_DAYS)
  const [at, id] = after ? decodePageKey(after, BEFORE_ALL) : BEFORE_ALL
  if (Number.isNaN(Date.parse(at))) throw new BadInput('after')
  const values = [unit.tenantId, from, until, resourceId ?? null, states ?? null, at, id, rowsFor(args), serviceId ?? null]
  const rows = words.length
    ? await unit.sql<AppointmentRow>('appointments-found', `${FOUND} ${IN_ORDER}`, [...values, words])
    : await unit.sql<AppointmentRow>('appointments', `${LIST} ${IN_ORDER}`, values)
  return pageOf(rows, args, row => [row.startsAt.toISOString(), row.id])
}

export function assertWithin({ from, until }: { from: Date; until: Date }, mostDays = MOST_DAYS) {
  if (until <= from || until.getTime() - from.getTime() > mostDays * DAY) throw new BadInput('until', `Ask for at most ${mostDays} days.`)
}

const OF_CONTACT = `
  with recursive hers as (
    select unnest($2::uuid[]) as asked, unnest($2::uuid[]) as id
    union select hers.asked, c.id from contact c join hers on c.tenant_id = $1 and c.merged_into = hers.id
  )
  select hers.asked, ${COLUMNS} from hers join ${FROM} on a.tenant_id = $1 and a.contact_id = hers.id
  order by (a.state = 'BOOKED' and a.ends_at > $3) desc, abs(extract(epoch from a.starts_at - $3)), a.id`

/** Loader: by the id of the contact; those to come first, the soonest first, then those that were, the newest first. */
export async function loadAppointmentsOf(unit: ReadUnit, contactIds: readonly string[]): Promise<AppointmentRow[][]> {
  const rows = await unit.sql<AppointmentRow & { asked: string }>('appointments-of-contact', OF_CONTACT, [unit.tenantId, contactIds, unit.now])
  const byContact = Map.groupBy(rows, row => row.asked)
  return contactIds.map(id => byContact.get(id) ?? [])
}

export interface ChangeRow {
  id: string
  appointmentId: string
  kind: ChangeKind
  at: Date
  memberId: string | null
  origin: AppointmentOrigin
  from: { startsAt: Date; resourceName: string } | null
  to: { startsAt: Date; resourceName: string } | null
  note: string | null
  told: Telling | null
}

interface ChangeColumns extends Omit<ChangeRow, 'from' | 'to'> {
  fromStartsAt: Date | null
  fromResource: string | null
  toStartsAt: Date | null
  toResource: string | null
}

const CHANGES = `
  select c.id, c.appointment_id as "appointmentId", c.kind, c.at, c.member_id as "memberId", c.origin, c.note, c.told,
    c.from_starts_at as "fromStartsAt", f.name as "fromResource", c.to_starts_at as "toStartsAt", t.name as "toResource"
  from appointment_change c
    left join appointment_resource f on f.tenant_id = c.tenant_id and f.id = c.from_resource_id
    left join appointment_resource t on t.tenant_id = c.tenant_id and t.id = c.to_resource_id
  where c.tenant_id = $1 and c.appointment_id = any($2::uuid[]) order by c.at, c.id`

/** Loader: by the id of the appointment, the oldest first. */
export async function loadChanges(unit: ReadUnit, appointmentIds: readonly string[]): Promise<ChangeRow[][]> {
  const rows = await unit.sql<ChangeColumns>('appointment-changes', CHANGES, [unit.tenantId, appointmentIds])
  const byId = Map.groupBy(rows.map(changeOf), row => row.appointmentId)
  return appointmentIds.map(id => byId.get(id) ?? [])
}

const changeOf = ({ fromStartsAt, fromResource, toStartsAt, toResource, ...row }: ChangeColumns): ChangeRow => ({
  ...row, from: fromStartsAt && { startsAt: fromStartsAt, resourceName: fromResource! }, to: toStartsAt && { startsAt: toStartsAt, resourceName: toResource! },
})

/** Whether the contact may still move or cancel it. */
export const isChangeable = ({ state, startsAt, cancelMinutes }: AppointmentRow, now: Date): boolean =>
  state === 'BOOKED' && startsAt.getTime() - now.getTime() >= Math.max(1, cancelMinutes * 60_000)

export function assertMaySee({ actor }: ReadUnit) {
  if (!maySeeAppointments(actor)) throw new Forbidden()
}
