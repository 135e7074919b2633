import { isId } from '../../../platform/ids.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import type { Holiday } from '../../tenancy/index.ts'
import type { LocalText } from '../local-text.ts'
import type { DayException, WeekHours } from './openings.ts'

/** What has to be known of a service to offer and to book it. */
export interface Offer {
  id: string
  key: string
  name: LocalText
  minutes: number
  minutesBefore: number
  minutesAfter: number
  noticeMinutes: number
  horizonDays: number
  cancelMinutes: number
}

export interface Provider {
  id: string
  key: string
  name: string
  place: string | null
  hours: WeekHours[]
  exceptions: DayException[]
}

export interface Booked {
  resourceId: string
  from: Date
  to: Date
}

export interface Calendar {
  timeZone: string
  holidays: Holiday[]
}

const OFFER = `
  select id, key, name, minutes, minutes_before as "minutesBefore", minutes_after as "minutesAfter", notice_minutes as "noticeMinutes",
    horizon_days as "horizonDays", cancel_minutes as "cancelMinutes"
  from appointment_service where tenant_id = $1 and deleted_at is null and is_active and (id = $2 or key = $3)`

/** A service that can be booked, by its key or its id. */
export async function offerOf(unit: ReadUnit, named: string): Promise<Offer | undefined> {
  const [id, key] = isId(named) ? [named, null] : [null, named]
  return (await unit.sql<Offer>('appointment-offer', OFFER, [unit.tenantId, id, key]))[0]
}

const PROVIDERS = `
  select r.id, r.key, r.name, r.place, r.hours, r.exceptions
  from appointment_resource r join appointment_resource_service rs on rs.tenant_id = r.tenant_id and rs.resource_id = r.id
  where r.tenant_id = $1 and rs.service_id = $2 and r.is_active and r.deleted_at is null order by r.name, r.id`

export const providersOf = (unit: ReadUnit, serviceId: string): Promise<Provider[]> =>
  unit.sql<Provider>('appointment-providers', PROVIDERS, [unit.tenantId, serviceId])

/** What can be booked, by the keys that flows name, and who does it. */
export interface BookableKeys {
  services: { key: string; resources: string[] }[]
  resources: string[]
}

const KEYS = `
  select s.key, coalesce(array_agg(r.key order by r.key) filter (where r.id is not null), '{}') as resources
  from appointment_service s
    left join appointment_resource_service rs on rs.tenant_id = s.tenant_id and rs.service_id = s.id
    left join appointment_resource r on r.tenant_id = rs.tenant_id and r.id = rs.resource_id and r.is_active and r.deleted_at is null
  where s.tenant_id = $1 and s.is_active and s.deleted_at is null group by s.id, s.key order by s.key`

const RESOURCE_KEYS = 'select key from appointment_resource where tenant_id = $1 and is_active and deleted_at is null order by key'

export const bookableKeys = async (unit: ReadUnit): Promise<BookableKeys> => ({
  services: await unit.sql<BookableKeys['services'][number]>('appointment-service-keys', KEYS, [unit.tenantId]),
  resources: (await unit.sql<{ key: string }>('appointment-resource-keys', RESOURCE_KEYS, [unit.tenantId])).map(({ key }) => key),
})

const BUSY = `
  select resource_id as "resourceId", busy_from as "from", busy_until as "to" from appointment
  where tenant_id = $1 and resource_id = any($2::uuid[]) and state = 'BOOKED' and id is distinct from $5::uuid
    and tstzrange(busy_from, busy_until) && tstzrange($3::timestamptz, $4::timestamptz)
  order by busy_from`

export interface Within {
  resourceIds: string[]
  from: Date
  until: Date
  /** What is about to be moved is in nobody's way. */
  except?: string
}

export const busyWithin = (unit: ReadUnit, { resourceIds, from, until, except }: Within): Promise<Booked[]> =>
  unit.sql<Booked>('appointment-busy', BUSY, [unit.tenantId, resourceIds, from, until, except ?? null])

const CALENDAR = `
  select t.time_zone as "timeZone", c.holidays from tenant t join business_calendar c on c.tenant_id = t.id where t.id = $1`

/** The tenant's zone and holidays. */
export async function calendarFor(unit: ReadUnit): Promise<Calendar> {
  const [row] = await unit.sql<Calendar>('appointment-calendar', CALENDAR, [unit.tenantId])
  if (!row) throw new Error(`The tenant ${unit.tenantId} has no calendar.`)
  return row
}

// Whoever books with a resource waits for whoever does so at this moment; keys that point to it do not.
const HOLD = 'select id from appointment_resource where tenant_id = $1 and id = $2 for no key update'

export async function holdResource(unit: ReadUnit, id: string): Promise<void> {
  await unit.sql('appointment-hold', HOLD, [unit.tenantId, id])
}
