import { sql } from 'kysely'
import { Forbidden } from '../../platform/errors.ts'
import { decodePageKey, likeText, pageOf, rowsFor, type Page } from '../../platform/paging.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import type { SearchArgs } from './tenant.queries.ts'
import { mayListResellers } from './tenant.policy.ts'

export interface ResellerRow {
  id: string
  name: string
  nameKey: string
  createdAt: Date
}

export async function listResellers(unit: ReadUnit, args: SearchArgs): Promise<Page<ResellerRow>> {
  if (!mayListResellers(unit.actor)) throw new Forbidden()
  const [name, id] = args.after ? decodePageKey(args.after, ['', '']) : []
  const search = args.search?.trim()
  const rows = await unit.kysely.selectFrom('reseller')
    .select(['id', 'name', 'name_key as nameKey', 'created_at as createdAt'])
    .$if(Boolean(search), query =>
      query.where('name_key', 'like', sql<string>`name_key(${likeText(search!)})`),
    )
    .$if(id !== undefined, query => query.where(sql<boolean>`(name_key, id) > (${name}, ${id}::uuid)`))
    .orderBy('name_key').orderBy('id').limit(rowsFor(args)).execute()
  return pageOf(rows, args, reseller => [reseller.nameKey, reseller.id])
}
