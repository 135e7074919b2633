import type { ReadUnit } from '../../platform/unit.ts'
import { loadTenants } from '../tenancy/index.ts'

/** The zone in which the tenant's customers mean their dates and times. */
export async function timeZoneOf(unit: ReadUnit): Promise<string> {
  const [tenant] = await loadTenants(unit, [unit.tenantId])
  return tenant?.timeZone ?? 'UTC'
}
