import type { ReadUnit } from '../../../platform/unit.ts'

const COUNT = `
  select count(*)::int as count from appointment
  where tenant_id = $1 and state = 'BOOKED' and ends_at > $2 and ($3::uuid is null or service_id = $3) and ($4::uuid is null or resource_id = $4)`

/** How many appointments would have nobody left. */
export async function bookedToCome(unit: ReadUnit, { serviceId, resourceId }: { serviceId?: string; resourceId?: string }): Promise<number> {
  return (await unit.sql<{ count: number }>('appointments-to-come', COUNT, [unit.tenantId, unit.now, serviceId ?? null, resourceId ?? null]))[0]!.count
}
