import { sql, type Selectable } from 'kysely'
import { Forbidden } from '../../platform/errors.ts'
import { decodePageKey, likeText, pageOf, rowsFor, type Page, type PageArgs } from '../../platform/paging.ts'
import type { Actor } from '../../platform/actor.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import type { CalendarView } from './calendar-view.ts'
import type { TenantTable } from './tenancy.tables.ts'
import { mayListTenants } from './tenant.policy.ts'

export interface ResellerView { id: string; name: string; createdAt: Date }

export interface TenantRow {
  id: string
  name: string
  nameKey: string
  slug: string
  sector: TenantTable['sector']
  institution: TenantTable['institution']
  timeZone: string
  language: TenantTable['language']
  currency: string
  resellerId: string | null
  createdAt: Date
  /** Where they were read along. */
  businessCalendar?: CalendarView
  reseller?: ResellerView | null
}

export type SearchArgs = PageArgs & { search?: string | null }

/** The count is taken only when it is asked for. */
export type TenantPage = Page<TenantRow> & { totalCount: () => Promise<number> }

/** All tenants for an operator, its own for a reseller. */
export async function listTenants(unit: ReadUnit, args: SearchArgs): Promise<TenantPage> {
  if (!mayListTenants(unit.actor)) throw new Forbidden()
  const [name, id] = args.after ? decodePageKey(args.after, ['', '']) : []
  const found = visibleTenants(unit, args.search)
  const rows = await found.selectAll()
    .$if(id !== undefined, query => query.where(sql<boolean>`(name_key, id) > (${name}, ${id}::uuid)`))
    .orderBy('name_key').orderBy('id').limit(rowsFor(args)).execute()
  const count = found.select(({ fn }) => fn.countAll<number>().as('count'))
  const totalCount = async () => (await count.executeTakeFirstOrThrow()).count
  return { ...pageOf(rows.map(tenantOf), args, tenant => [tenant.nameKey, tenant.id]), totalCount }
}

function visibleTenants({ kysely, actor }: ReadUnit, search?: string | null) {
  const seller = sellerOf(actor)
  return kysely.selectFrom('tenant')
    .$if(seller !== undefined, query => query.where('reseller_id', '=', seller!))
    .$if(Boolean(search?.trim()), query =>
      query.where('name_key', 'like', sql<string>`name_key(${likeText(search!.trim())})`),
    )
}

const sellerOf = (actor: Actor) => (actor.kind === 'RESELLER' ? actor.resellerId : undefined)

export const tenantOf = (row: Selectable<TenantTable>): TenantRow => ({
  id: row.id,
  name: row.name,
  nameKey: row.name_key,
  slug: row.slug,
  sector: row.sector,
  institution: row.institution,
  timeZone: row.time_zone,
  language: row.language,
  currency: row.currency,
  resellerId: row.reseller_id,
  createdAt: row.created_at,
})
