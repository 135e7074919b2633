import type { Day } from '../../platform/day.ts'
import type { Prices } from './charge.ts'
import { FEATURES, features, type Entitlements, type Feature } from './feature.ts'

export type ProductKind = 'PLAN' | 'WHATSAPP' | 'ADD_ON' | 'SERVICE'

export interface LocalText { es: string; en: string }

/** A stretch of days: the first is covered, `endsOn` is the first that is not; null where nothing ends it. */
export interface Stretch { startsOn: Day; endsOn: Day | null }

/** What a tenant has, from a day to a day, as it was agreed. Never changed but for its end: history stays. */
export interface SubscriptionItem extends Stretch {
  id: string
  productKey: string
  productKind: ProductKind
  name: LocalText
  quantity: number
  currency: string
  prices: Prices
  /** Off set-up, monthly and one-time prices. */
  discountPercent: string
  /** Of one. */
  entitlements: Entitlements
  contractId: string | null
}

/** What an operator gave in the place of what the subscription says. */
export interface Override extends Stretch {
  feature: Feature
  value: boolean | number
}

export interface Subscribed {
  items: readonly SubscriptionItem[]
  overrides: readonly Override[]
}

export const coversOn = ({ startsOn, endsOn }: Stretch, day: Day): boolean => startsOn <= day && (endsOn === null || day < endsOn)

/** Before its first contract is in force a tenant is set up: everything is included, and nothing is invoiced. */
export const isSettingUp = ({ items }: Subscribed, day: Day): boolean => !items.some(({ startsOn }) => startsOn <= day)

/** Of a feature on a day: whether it is there, or how many. Null: as many as one likes. */
export function entitledTo(subscribed: Subscribed, feature: Feature, day: Day): boolean | number | null {
  const override = subscribed.overrides.find(one => one.feature === feature && coversOn(one, day))
  if (override) return override.value
  if (isSettingUp(subscribed, day)) return FEATURES[feature] === 'FLAG' ? true : null
  const given = subscribed.items.filter(item => coversOn(item, day)).map(({ entitlements, quantity }) => ({ value: entitlements[feature], quantity }))
  if (FEATURES[feature] === 'FLAG') return given.some(({ value }) => value === true)
  return given.reduce((total, { value, quantity }) => total + (typeof value === 'number' ? value * quantity : 0), 0)
}

export interface TenantEntitlement {
  feature: Feature
  kind: (typeof FEATURES)[Feature]
  isIncluded: boolean
  amount: number | null
  isOverridden: boolean
}

/** Every feature that there is, as it stands on a day. */
export const entitlementsOn = (subscribed: Subscribed, day: Day): TenantEntitlement[] => features.map(feature => {
  const value = entitledTo(subscribed, feature, day)
  return {
    feature, kind: FEATURES[feature], isIncluded: value !== false && value !== 0, amount: typeof value === 'number' ? value : null,
    isOverridden: subscribed.overrides.some(one => one.feature === feature && coversOn(one, day)),
  }
})
