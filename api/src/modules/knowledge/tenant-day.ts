import type { ReadUnit } from '../../platform/unit.ts'
import { loadTenants } from '../tenancy/index.ts'

/** The day in a time zone at a moment, `YYYY-MM-DD`. */
export const dayIn = (timeZone: string, now: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now)

/** What day it is for the tenant. */
export async function todayOf(unit: ReadUnit): Promise<string> {
  const [tenant] = await loadTenants(unit, [unit.tenantId])
  return dayIn(tenant?.timeZone ?? 'UTC', unit.now)
}
