import type { ReadUnit } from '../../../platform/unit.ts'
import { assertMaySee } from '../booking/appointment.queries.ts'
import type { ServiceDetails } from './bookable-service.entity.ts'

export interface ServiceRow extends ServiceDetails {
  id: string
  key: string
  version: number
}

const COLUMNS = `
  s.id, s.key, s.name, s.instructions, s.minutes, s.minutes_before as "minutesBefore", s.minutes_after as "minutesAfter",
  s.notice_minutes as "noticeMinutes", s.horizon_days as "horizonDays", s.cancel_minutes as "cancelMinutes", s.price::text, s.currency,
  s.is_active as "isActive", s.reminders, s.template_name as "templateName", s.version`

export async function listServices(unit: ReadUnit): Promise<ServiceRow[]> {
  assertMaySee(unit)
  return unit.sql<ServiceRow>('appointment-services', `select ${COLUMNS} from appointment_service s where s.tenant_id = $1 and s.deleted_at is null order by s.key limit 100`, [unit.tenantId])
}

/** Loader; also what was deleted, for what was booked. */
export async function loadServices(unit: ReadUnit, ids: readonly string[]): Promise<(ServiceRow | undefined)[]> {
  const rows = await unit.sql<ServiceRow>('appointment-services-by-id', `select ${COLUMNS} from appointment_service s where s.tenant_id = $1 and s.id = any($2::uuid[])`, [unit.tenantId, ids])
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.map(id => byId.get(id))
}

const OF = `
  select rs.resource_id as "resourceId", ${COLUMNS}
  from appointment_resource_service rs join appointment_service s on s.tenant_id = rs.tenant_id and s.id = rs.service_id
  where rs.tenant_id = $1 and rs.resource_id = any($2::uuid[]) and s.deleted_at is null order by s.key`

/** Loader: by the id of the resource. */
export async function loadServicesOf(unit: ReadUnit, resourceIds: readonly string[]): Promise<ServiceRow[][]> {
  const rows = Map.groupBy(await unit.sql<ServiceRow & { resourceId: string }>('appointment-services-of', OF, [unit.tenantId, resourceIds]), row => row.resourceId)
  return resourceIds.map(id => rows.get(id) ?? [])
}
