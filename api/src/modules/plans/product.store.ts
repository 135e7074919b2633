import type { Day } from '../../platform/day.ts'
import { newId } from '../../platform/ids.ts'
import type { Unit } from '../../platform/unit.ts'
import type { Charge } from './charge.ts'
import type { CommercialNumbers } from './commercial-terms.ts'
import type { ProductVersion } from './product.queries.ts'
import type { ProductKind } from './subscription.ts'
import { whoOf } from './subscription.store.ts'

export interface PriceKey { priceListId: string; productKey: string; charge: Charge; currency: string; validFrom: Day }

// What is written down stays: each of these answers whether it was new.

export async function keepProduct(unit: Unit, { id, key, kind }: { id: string; key: string; kind: ProductKind }): Promise<boolean> {
  const rows = await unit.sql('product-keep', `
    insert into product (id, key, kind, position, created_at) select $1, $2, $3, coalesce(max(position), 0) + 1, $4 from product
    on conflict (key) do nothing returning id`, [id, key, kind, unit.now])
  return rows.length > 0
}

export async function keepVersion(unit: Unit, { key, validFrom, name, text, entitlements, charges, isSold }: ProductVersion & { key: string; charges: Charge[] }): Promise<void> {
  await unit.sql('product-version-keep', `
    insert into product_version (product_id, valid_from, name, text, entitlements, charges, is_sold, created_at, created_by)
    select id, $2, $3, $4, $5, $6, $7, $8, $9 from product where key = $1`,
  [key, validFrom, name, text, entitlements, charges, isSold, unit.now, whoOf(unit)])
}

export async function keepPrice(unit: Unit, { priceListId, productKey, charge, currency, validFrom, amount }: PriceKey & { amount: string | null }): Promise<boolean> {
  const rows = await unit.sql('price-keep', `
    insert into product_price (price_list_id, product_id, charge, currency, valid_from, amount, created_at, created_by)
    select $1, id, $3, $4, $5, $6, $7, $8 from product where key = $2 on conflict do nothing returning charge`,
  [priceListId, productKey, charge, currency, validFrom, amount, unit.now, whoOf(unit)])
  return rows.length > 0
}

/** One that is not valid yet. */
export async function withdrawPrice(unit: Unit, { priceListId, productKey, charge, currency, validFrom }: PriceKey): Promise<boolean> {
  const rows = await unit.sql('price-withdraw', `
    delete from product_price where price_list_id = $1 and product_id = (select id from product where key = $2) and charge = $3 and currency = $4 and valid_from = $5
    returning charge`, [priceListId, productKey, charge, currency, validFrom])
  return rows.length > 0
}

/** Every seller has one, from the first price on. */
export async function priceListOf(unit: Unit, resellerId: string | null): Promise<string | undefined> {
  await unit.sql('price-list-keep', `
    insert into price_list (id, reseller_id, created_at) select $1, $2::uuid, $3 where $2::uuid is null or exists (select from reseller where id = $2)
    on conflict (reseller_id) do nothing`, [newId(unit.now), resellerId, unit.now])
  const [list] = await unit.sql<{ id: string }>('price-list-of', 'select id from price_list where reseller_id is not distinct from $1', [resellerId])
  return list?.id
}

export async function keepDiscount(unit: Unit, { resellerId, percent, validFrom }: { resellerId: string; percent: string; validFrom: Day }): Promise<boolean> {
  const rows = await unit.sql('discount-keep', `
    insert into reseller_discount (reseller_id, valid_from, percent, created_at, created_by) values ($1, $2, $3, $4, $5) on conflict do nothing returning percent`,
  [resellerId, validFrom, percent, unit.now, whoOf(unit)])
  return rows.length > 0
}

export async function keepTerms(unit: Unit, { validFrom, terms }: { validFrom: Day; terms: CommercialNumbers }): Promise<boolean> {
  const rows = await unit.sql('terms-keep', `
    insert into commercial_terms (valid_from, terms, created_at, created_by) values ($1, $2, $3, $4) on conflict do nothing returning valid_from`,
  [validFrom, terms, unit.now, whoOf(unit)])
  return rows.length > 0
}
