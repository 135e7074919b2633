import type { Day } from '../../platform/day.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import { byCharge, type Charge, type Prices } from './charge.ts'
import type { Entitlements } from './feature.ts'
import { homeDay } from './home-day.ts'
import type { LocalText, ProductKind } from './subscription.ts'

export interface ProductVersion {
  validFrom: Day
  name: LocalText
  text: LocalText
  entitlements: Entitlements
  isSold: boolean
}

export interface PriceView {
  charge: Charge
  amount: string | null
  /** Of BotPro's own list. */
  listAmount: string | null
  currency: string
  isBorrowed: boolean
  validFrom: Day | null
  coming: { validFrom: Day; amount: string | null; currency: string }[]
}

export interface ProductView extends ProductVersion {
  key: string
  kind: ProductKind
  charges: Charge[]
  prices: PriceView[]
  revisions: ProductVersion[]
}

export interface CatalogueAsked {
  on: Day
  currency: string
  /** Whose list comes first; null for BotPro's own. */
  resellerId: string | null
  keys?: readonly string[]
  withUnsold?: boolean
}

interface VersionRow extends ProductVersion { key: string; kind: ProductKind; charges: Charge[] }
interface PriceRow { key: string; charge: Charge; resellerId: string | null; validFrom: Day; amount: string | null }

const VERSIONS = `
  select p.key, p.kind, v.valid_from as "validFrom", v.name, v.text, v.entitlements, v.charges, v.is_sold as "isSold"
  from product p join product_version v on v.product_id = p.id
  where ($1::text[] is null or p.key = any($1)) order by p.position, p.key, v.valid_from`

const PRICES = `
  select p.key, r.charge, l.reseller_id as "resellerId", r.valid_from as "validFrom", trim_scale(r.amount)::text as amount
  from product_price r join product p on p.id = r.product_id join price_list l on l.id = r.price_list_id
  where r.currency = $1 and (l.reseller_id is null or l.reseller_id = $2) and ($3::text[] is null or p.key = any($3))
  order by r.valid_from`

/** As it is sold on a day, with what is to come. A tenant's unit sees the prices of whoever sells to it alone. */
export async function productsOn(unit: ReadUnit, { on, currency, resellerId, keys, withUnsold = false }: CatalogueAsked): Promise<ProductView[]> {
  const [versions, prices] = await Promise.all([
    unit.sql<VersionRow>('catalogue-versions', VERSIONS, [keys ?? null]),
    unit.sql<PriceRow>('catalogue-prices', PRICES, [currency, resellerId, keys ?? null]),
  ])
  const pricesOf = Map.groupBy(prices, ({ key }) => key)
  return [...Map.groupBy(versions, ({ key }) => key).values()].flatMap(history => {
    const current = history.findLast(({ validFrom }) => validFrom <= on)
    if (!current || !(current.isSold || withUnsold)) return []
    const priceOf = (charge: Charge) => priceView((pricesOf.get(current.key) ?? []).filter(price => price.charge === charge), { charge, on, currency, resellerId })
    return [{ ...current, prices: current.charges.toSorted(byCharge).map(priceOf), revisions: history.filter(({ validFrom }) => validFrom > on) }]
  })
}

/** The latest of the own list; where that never had one, the latest of BotPro's. */
function priceView(known: PriceRow[], { charge, on, currency, resellerId }: { charge: Charge } & Pick<CatalogueAsked, 'on' | 'currency' | 'resellerId'>): PriceView {
  const own = known.filter(price => price.resellerId === resellerId)
  const listed = known.findLast(price => price.resellerId === null && price.validFrom <= on)
  const now = own.findLast(({ validFrom }) => validFrom <= on) ?? listed
  return {
    charge, currency, amount: now?.amount ?? null, listAmount: listed?.amount ?? null, validFrom: now?.validFrom ?? null,
    isBorrowed: now !== undefined && now.resellerId !== resellerId,
    coming: own.filter(({ validFrom }) => validFrom > on).map(({ validFrom, amount }) => ({ validFrom, amount, currency })),
  }
}

/** Without those that are on request. */
export const pricesOf = ({ prices }: Pick<ProductView, 'prices'>): Prices =>
  Object.fromEntries(prices.flatMap(({ charge, amount }) => (amount === null ? [] : [[charge, amount]])))

const DISCOUNTS = `
  select r.id, coalesce((select trim_scale(d.percent)::text from reseller_discount d where d.reseller_id = r.id and d.valid_from <= $2 order by d.valid_from desc limit 1), '0') as percent
  from unnest($1::uuid[]) r (id)`

/** What BotPro leaves resellers of its own prices on a day, in percent, by their ids. In a platform unit. */
export async function discountsOf(unit: ReadUnit, resellerIds: readonly string[], on: Day): Promise<Map<string, string>> {
  const rows = await unit.sql<{ id: string; percent: string }>('reseller-discounts', DISCOUNTS, [resellerIds, on])
  return new Map(rows.map(({ id, percent }) => [id, percent]))
}

/** For the field: what holds today, where BotPro is. */
export async function loadDiscounts(unit: ReadUnit, resellerIds: readonly string[]): Promise<string[]> {
  const discounts = await discountsOf(unit, resellerIds, homeDay(unit))
  return resellerIds.map(id => discounts.get(id) ?? '0')
}
