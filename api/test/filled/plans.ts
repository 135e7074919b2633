import type pg from 'pg'
import { newId } from '../../src/platform/ids.ts'

/** Something of the catalogue that it will have one day: until then it is being set up, and everything is included. */
export async function fillPlans(owner: pg.Pool, { tenantId, canary }: { tenantId: string; canary: string }) {
  const [subscriptionItem, entitlementOverride] = [newId(), newId()]
  const by = JSON.stringify({ kind: 'OPERATOR', name: canary })
  await owner.query(`insert into subscription_item (tenant_id, id, product_key, product_kind, name, quantity, currency, prices, discount_percent, entitlements, starts_on, origin, created_at, created_by)
    values ($1, $2, 'QR', 'ADD_ON', $3, 1, 'USD', '{"MONTHLY": "15"}', 0, '{"QR": true}', '2098-01-01', $4, now(), $5)`,
  [tenantId, subscriptionItem, JSON.stringify({ es: canary, en: canary }), canary, by])
  await owner.query(`insert into entitlement_override (tenant_id, id, feature, value, starts_on, reason, created_at, created_by)
    values ($1, $2, 'QR', 'true', '2098-01-01', $3, now(), $4)`, [tenantId, entitlementOverride, canary, by])
  return { subscriptionItem, entitlementOverride }
}
