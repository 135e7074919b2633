import type { Broadcast } from '../../platform/broadcast.ts'
import type { Clock } from '../../platform/clock.ts'
import type { News } from '../../platform/news.ts'
import { TenantAnswers } from '../../platform/tenant-answers.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import type { Units } from '../../platform/units.ts'
import { CatalogueResolver, ProductPriceResolver, ProductRevisionResolver, ResellerDiscountResolver } from './catalogue.resolver.ts'
import { CatalogueService } from './catalogue.service.ts'
import { EntitlementBook, type Standing } from './entitlement-book.ts'
import { demandSeat } from './seats.ts'
import { EntitlementOverrideResolver, SubscriptionItemResolver, SubscriptionResolver } from './subscription.resolver.ts'
import { SubscriptionService, type InForce } from './subscription.service.ts'
import { Subscriptions } from './subscriptions.ts'

export interface PlansOptions {
  /** With connections of their own, see `EntitlementBook`. */
  units: Pick<Units, 'readPlatform'>
  clock: Clock
  broadcast: Broadcast
  news: News
  /** What is in force between a tenant and BotPro; one floor up knows. */
  inForce: (unit: ReadUnit, tenantId: string) => Promise<InForce | undefined>
}

/** Builds the module, for the composition root. */
export function createPlans({ units, clock, broadcast, news, inForce }: PlansOptions) {
  const remembered = new TenantAnswers<Standing>(broadcast, 'plans.changed')
  const [catalogue, subscriptions] = [new CatalogueService(), new Subscriptions(remembered)]
  const book = new EntitlementBook({ units, remembered, clock })
  news.on('member.seat-taken', (unit, { role }) => demandSeat(unit, book, role))
  const changes = new SubscriptionService({ catalogue, subscriptions, inForce, forget: unit => remembered.forgetAfter(unit) })
  return {
    catalogue, subscriptions, book: book,
    resolvers: [
      new CatalogueResolver(catalogue), new ProductRevisionResolver(), new ProductPriceResolver(), new ResellerDiscountResolver(),
      new SubscriptionResolver(changes), new SubscriptionItemResolver(), new EntitlementOverrideResolver(),
    ] as object[],
  }
}

export { agreed, type AgreedLine, type NewLine } from './agreement.ts'
export { byCharge, charges, isAmount, isPercent, type Charge, type Prices } from './charge.ts'
export type { CatalogueService } from './catalogue.service.ts'
export { allTerms, termsAt, termsOn, type CommercialNumbers, type CommercialTerms } from './commercial-terms.ts'
export type { EntitlementBook } from './entitlement-book.ts'
export { FEATURES, featuresOf, type Entitlements, type Feature } from './feature.ts'
export { homeDay } from './home-day.ts'
export { moneyOf } from './money-view.ts'
export { PriceMissing } from './plans.errors.ts'
export { discountsOf, pricesOf, productsOn, type ProductView } from './product.queries.ts'
export { coversOn, entitledTo, isSettingUp, type LocalText, type Override, type ProductKind, type Stretch, type Subscribed, type SubscriptionItem } from './subscription.ts'
export type { InForce } from './subscription.service.ts'
export { overridesOf, subscribedOf, subscribedOfAll, whoOf, type KeptItem, type NewItem } from './subscription.store.ts'
export type { Subscriptions } from './subscriptions.ts'
