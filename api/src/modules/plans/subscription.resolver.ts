import { Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  AgreedPrice, ChangeSubscriptionResult, MutationChangeSubscriptionArgs, MutationEndEntitlementOverrideArgs, MutationOverrideEntitlementArgs, OverrideEntitlementResult, ProductFeature,
  EntitlementOverride, QuerySubscriptionArgs, SubscriptionItem, TenantEntitlement, TenantSubscription,
} from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { byCharge, type Charge } from './charge.ts'
import { featuresOf } from './feature.ts'
import { moneyOf } from './money-view.ts'
import type { SubscriptionService } from './subscription.service.ts'
import type { KeptItem, KeptOverride } from './subscription.store.ts'

@Resolver(() => TenantSubscription)
export class SubscriptionResolver {
  readonly #subscriptions: SubscriptionService

  constructor(subscriptions: SubscriptionService) {
    this.#subscriptions = subscriptions
  }

  @Query(() => TenantSubscription)
  subscription(@Args(() => QuerySubscriptionArgs) { tenantId }: QuerySubscriptionArgs, @Ctx() ctx: Context) {
    return this.#subscriptions.see(ctx.unit, tenantId)
  }

  @Query(() => [TenantEntitlement])
  entitlements(@Ctx() ctx: Context) {
    return this.#subscriptions.entitlements(ctx.unit)
  }

  @Mutation(() => ChangeSubscriptionResult)
  changeSubscription(@Args(() => MutationChangeSubscriptionArgs) { input }: MutationChangeSubscriptionArgs, @Ctx() ctx: Context) {
    return ctx.change(unit => this.#subscriptions.change(unit, input))
  }

  @Mutation(() => OverrideEntitlementResult)
  overrideEntitlement(@Args(() => MutationOverrideEntitlementArgs) { input }: MutationOverrideEntitlementArgs, @Ctx() ctx: Context) {
    return ctx.change(unit => this.#subscriptions.override(unit, input))
  }

  @Mutation(() => TenantSubscription)
  endEntitlementOverride(@Args(() => MutationEndEntitlementOverrideArgs) ended: MutationEndEntitlementOverrideArgs, @Ctx() ctx: Context) {
    return ctx.change(unit => this.#subscriptions.endOverride(unit, ended))
  }
}

@Resolver(() => SubscriptionItem)
export class SubscriptionItemResolver {
  @FieldResolver(() => [AgreedPrice])
  prices(@Root() { prices, currency }: KeptItem) {
    return (Object.keys(prices) as Charge[]).toSorted(byCharge).map(charge => ({ charge, price: moneyOf(prices[charge]!, currency) }))
  }

  @FieldResolver(() => [ProductFeature])
  features(@Root() { entitlements }: KeptItem) {
    return featuresOf(entitlements)
  }
}

@Resolver(() => EntitlementOverride)
export class EntitlementOverrideResolver {
  @FieldResolver(() => Boolean)
  isIncluded(@Root() { value }: KeptOverride) {
    return value !== false && value !== 0
  }

  @FieldResolver(() => Int, { nullable: true })
  amount(@Root() { value }: KeptOverride) {
    return typeof value === 'number' ? value : null
  }
}
