import type { Day } from '../../platform/day.ts'
import { newId } from '../../platform/ids.ts'
import type { ReadUnit, Unit } from '../../platform/unit.ts'
import type { Override, Subscribed, SubscriptionItem } from './subscription.ts'

const COLUMNS = `id, product_key as "productKey", product_kind as "productKind", name, quantity, currency, prices, trim_scale(discount_percent)::text as "discountPercent",
  entitlements, starts_on as "startsOn", ends_on as "endsOn", contract_id as "contractId", created_at as "createdAt", created_by->>'name' as "createdBy"`

const ITEMS = `select ${COLUMNS} from subscription_item where tenant_id = $1 order by starts_on desc, id desc`

const OVERRIDES = `
  select id, feature, value, starts_on as "startsOn", ends_on as "endsOn", reason, created_at as "createdAt", created_by->>'name' as "createdBy"
  from entitlement_override where tenant_id = $1 order by starts_on desc, id desc`

export interface KeptItem extends SubscriptionItem { createdAt: Date; createdBy: string | null }
export interface KeptOverride extends Override { id: string; reason: string; createdAt: Date; createdBy: string | null }

/** All that a tenant has, had and will have, the newest first. */
export const itemsOf = (unit: ReadUnit, tenantId: string): Promise<KeptItem[]> => unit.sql<KeptItem>('subscription-items', ITEMS, [tenantId])

export const overridesOf = (unit: ReadUnit, tenantId: string): Promise<KeptOverride[]> => unit.sql<KeptOverride>('entitlement-overrides', OVERRIDES, [tenantId])

interface KeptSubscribed extends Subscribed { items: KeptItem[]; overrides: KeptOverride[] }

export async function subscribedOf(unit: ReadUnit, tenantId: string): Promise<KeptSubscribed> {
  const [items, overrides] = await Promise.all([itemsOf(unit, tenantId), overridesOf(unit, tenantId)])
  return { items, overrides }
}

export interface NewItem extends Omit<SubscriptionItem, 'id' | 'endsOn'> {
  endsOn?: Day | null
  /** By which the same thing is known again, such as the line of a contract: it begins once. */
  origin: string
}

const BEGIN = `
  insert into subscription_item (tenant_id, id, product_key, product_kind, name, quantity, currency, prices, discount_percent, entitlements, starts_on, ends_on, contract_id, origin, created_at, created_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) on conflict (tenant_id, origin, starts_on) do nothing`

/** Safe to repeat. */
export async function beginItem(unit: Unit, tenantId: string, item: NewItem): Promise<void> {
  await unit.sql('subscription-begin', BEGIN, [
    tenantId, newId(unit.now), item.productKey, item.productKind, item.name, item.quantity, item.currency, item.prices, item.discountPercent, item.entitlements,
    item.startsOn, item.endsOn ?? null, item.contractId, item.origin, unit.now, whoOf(unit),
  ])
}

const END = `
  update subscription_item set ends_on = greatest($3::date, starts_on), ended_at = $4, ended_by = $5
  where tenant_id = $1 and id = any($2::uuid[]) and (ends_on is null or ends_on > $3::date)`

/** They cover the day before `endsOn` as their last; what ends earlier stays as it is. */
export async function endItems(unit: Unit, { tenantId, itemIds, endsOn }: { tenantId: string; itemIds: readonly string[]; endsOn: Day }): Promise<void> {
  await unit.sql('subscription-end', END, [tenantId, itemIds, endsOn, unit.now, whoOf(unit)])
}

const OVERRIDE = `
  with before as (
    update entitlement_override set ends_on = greatest(starts_on, $4::date) where tenant_id = $1 and feature = $3 and (ends_on is null or ends_on > $4::date))
  insert into entitlement_override (tenant_id, id, feature, value, starts_on, ends_on, reason, created_at, created_by) values ($1, $2, $3, $5::jsonb, $4, $6, $7, $8, $9)`

export async function keepOverride(unit: Unit, tenantId: string, { feature, value, startsOn, endsOn, reason }: Override & { reason: string }): Promise<void> {
  await unit.sql('override-keep', OVERRIDE, [tenantId, newId(unit.now), feature, startsOn, JSON.stringify(value), endsOn, reason, unit.now, whoOf(unit)])
}

const END_OVERRIDE = 'update entitlement_override set ends_on = greatest(starts_on, $3::date) where tenant_id = $1 and id = $2 and (ends_on is null or ends_on > $3::date) returning id'

/** Whether there was one that ran, or was still to run. */
export const endOverride = async (unit: Unit, { tenantId, id, endsOn }: { tenantId: string; id: string; endsOn: Day }): Promise<boolean> =>
  (await unit.sql('override-end', END_OVERRIDE, [tenantId, id, endsOn])).length > 0

/** Who did it, as it is kept beside what was done. */
export function whoOf({ actor }: ReadUnit): { kind: string; name?: string; userId?: string } {
  return { kind: actor.kind, name: actor.name, ...('userId' in actor && { userId: actor.userId }) }
}

const ALL_ITEMS = `select tenant_id as "tenantId", ${COLUMNS} from subscription_item where tenant_id = any($1::uuid[]) order by tenant_id, starts_on, id`
const ALL_OVERRIDES = `
  select tenant_id as "tenantId", feature, value, starts_on as "startsOn", ends_on as "endsOn" from entitlement_override
  where tenant_id = any($1::uuid[]) order by tenant_id, starts_on desc, id desc`

/** Of many tenants, in a unit of the platform: what each has, had and will have, the oldest first. */
export async function subscribedOfAll(unit: ReadUnit, tenantIds: readonly string[]): Promise<Map<string, Subscribed>> {
  const [items, overrides] = await Promise.all([
    unit.sql<KeptItem & { tenantId: string }>('subscriptions-items', ALL_ITEMS, [tenantIds]),
    unit.sql<Override & { tenantId: string }>('subscriptions-overrides', ALL_OVERRIDES, [tenantIds]),
  ])
  const [itemsBy, overridesBy] = [Map.groupBy(items, one => one.tenantId), Map.groupBy(overrides, one => one.tenantId)]
  return new Map(tenantIds.map(id => [id, { items: itemsBy.get(id) ?? [], overrides: overridesBy.get(id) ?? [] }]))
}
