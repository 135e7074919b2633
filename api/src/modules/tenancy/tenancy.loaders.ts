import type { Language } from '../../platform/language.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import type { BusinessCalendar } from './business-calendar.ts'
import { CalendarView } from './calendar-view.ts'
import { tenantOf, type TenantRow, type ResellerView } from './tenant.queries.ts'

type Loaded<Value> = Promise<(Value | undefined)[]>

export async function loadTenants({ kysely }: ReadUnit, ids: readonly string[]): Loaded<TenantRow> {
  const rows = await kysely.selectFrom('tenant').selectAll().where('id', 'in', ids).execute()
  const tenants = new Map(rows.map(row => [row.id, tenantOf(row)]))
  return ids.map(id => tenants.get(id))
}

export async function loadResellers({ kysely }: ReadUnit, ids: readonly string[]): Loaded<ResellerView> {
  if (ids.length === 0) return []
  const rows = await kysely.selectFrom('reseller').select(['id', 'name', 'created_at as createdAt'])
    .where('id', 'in', ids).execute()
  const resellers = new Map(rows.map(row => [row.id, row]))
  return ids.map(id => resellers.get(id))
}

/** The language of the tenant that the unit is in. */
export async function tenantLanguage(unit: ReadUnit): Promise<Language> {
  return (await unit.sql<{ language: Language }>('tenant-language', 'select language from tenant where id = $1', [unit.tenantId]))[0]!.language
}

/** By the id of the reseller. */
export async function loadTenantCounts({ kysely }: ReadUnit, ids: readonly string[]): Promise<number[]> {
  const rows = await kysely.selectFrom('tenant').where('reseller_id', 'in', ids).groupBy('reseller_id')
    .select(({ fn }) => ['reseller_id', fn.countAll<number>().as('count')]).execute()
  const counts = new Map(rows.map(row => [row.reseller_id, row.count]))
  return ids.map(id => counts.get(id) ?? 0)
}

/** By the id of the tenant. */
export async function loadCalendars(
  { kysely, now }: ReadUnit,
  tenantIds: readonly string[],
): Loaded<CalendarView> {
  const rows = await kysely
    .selectFrom('business_calendar as c')
    .innerJoin('tenant as t', 't.id', 'c.tenant_id')
    .select(['c.tenant_id', 'c.intervals', 'c.holidays', 'c.version', 't.time_zone as timeZone'])
    .where('c.tenant_id', 'in', tenantIds).execute()
  const calendars = new Map(rows.map(row => [row.tenant_id, new CalendarView(row, now)]))
  return tenantIds.map(id => calendars.get(id))
}

/** With what belongs to them, for readers whose own unit does not reach every tenant. */
export async function loadWholeTenants(unit: ReadUnit, ids: readonly string[]): Loaded<TenantRow> {
  if (ids.length === 0) return []
  const [tenants, calendars] = [await loadTenants(unit, ids), await loadCalendars(unit, ids)]
  const sellers = await loadResellers(
    unit,
    ids.map((_, i) => tenants[i]?.resellerId).filter(id => id != null),
  )
  return tenants.map(
    (tenant, i) =>
      tenant && {
        ...tenant,
        businessCalendar: calendars[i],
        reseller: sellers.find(seller => seller?.id === tenant.resellerId) ?? null,
      },
  )
}

/** The hours of the unit's tenant. */
export async function businessCalendarOf(unit: ReadUnit): Promise<BusinessCalendar> {
  const [view] = await loadCalendars(unit, [unit.tenantId])
  if (!view) throw new Error(`The tenant ${unit.tenantId} has no calendar.`)
  return view.calendar
}
