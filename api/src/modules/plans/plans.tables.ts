import type { Charge, Prices } from './charge.ts'
import type { CommercialNumbers } from './commercial-terms.ts'
import type { Entitlements, Feature } from './feature.ts'
import type { LocalText, ProductKind } from './subscription.ts'

/** Days are texts, as `platform/database.ts` reads them; amounts too. */
declare module '../../platform/database.ts' {
  interface Database {
    price_list: { id: string; reseller_id: string | null; created_at: Date }
    product: { id: string; key: string; kind: ProductKind; position: number; created_at: Date }
    product_version: {
      product_id: string; valid_from: string; name: LocalText; text: LocalText; entitlements: Entitlements; charges: Charge[]; is_sold: boolean; created_at: Date; created_by: object
    }
    product_price: { price_list_id: string; product_id: string; charge: Charge; currency: string; valid_from: string; amount: string | null; created_at: Date; created_by: object }
    reseller_discount: { reseller_id: string; valid_from: string; percent: string; created_at: Date; created_by: object }
    commercial_terms: { valid_from: string; terms: CommercialNumbers; created_at: Date; created_by: object }
    subscription_item: {
      tenant_id: string; id: string; product_key: string; product_kind: ProductKind; name: LocalText; quantity: number; currency: string; prices: Prices; discount_percent: string
      entitlements: Entitlements; starts_on: string; ends_on: string | null; contract_id: string | null; origin: string; created_at: Date; created_by: { kind: string; name?: string }
      ended_at: Date | null; ended_by: object | null
    }
    entitlement_override: {
      tenant_id: string; id: string; feature: Feature; value: boolean | number; starts_on: string; ends_on: string | null; reason: string; created_at: Date
      created_by: { kind: string; name?: string }
    }
  }
}
