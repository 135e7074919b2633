import type { ReadUnit } from '../../../platform/unit.ts'
import { assertMaySee } from '../booking/appointment.queries.ts'
import type { ResourceDetails } from './bookable-resource.entity.ts'

export interface ResourceRow extends ResourceDetails {
  id: string
  key: string
  version: number
}

const COLUMNS = 'r.id, r.key, r.name, r.kind, r.place, r.is_active as "isActive", r.hours, r.exceptions, r.version'

export async function listResources(unit: ReadUnit): Promise<ResourceRow[]> {
  assertMaySee(unit)
  return unit.sql<ResourceRow>('appointment-resources', `select ${COLUMNS} from appointment_resource r where r.tenant_id = $1 and r.deleted_at is null order by r.name, r.id limit 200`, [unit.tenantId])
}

/** Loader; also what was deleted, for what was booked. */
export async function loadResources(unit: ReadUnit, ids: readonly string[]): Promise<(ResourceRow | undefined)[]> {
  const rows = await unit.sql<ResourceRow>('appointment-resources-by-id', `select ${COLUMNS} from appointment_resource r where r.tenant_id = $1 and r.id = any($2::uuid[])`, [unit.tenantId, ids])
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.map(id => byId.get(id))
}

const OF = `
  select rs.service_id as "serviceId", ${COLUMNS}
  from appointment_resource_service rs join appointment_resource r on r.tenant_id = rs.tenant_id and r.id = rs.resource_id
  where rs.tenant_id = $1 and rs.service_id = any($2::uuid[]) and r.deleted_at is null order by r.name, r.id`

/** Loader: by the id of the service. */
export async function loadResourcesOf(unit: ReadUnit, serviceIds: readonly string[]): Promise<ResourceRow[][]> {
  const rows = Map.groupBy(await unit.sql<ResourceRow & { serviceId: string }>('appointment-resources-of', OF, [unit.tenantId, serviceIds]), row => row.serviceId)
  return serviceIds.map(id => rows.get(id) ?? [])
}
