import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  ComingPrice, CommercialTerms, CreateProductResult, Money, MutationCreateProductArgs, MutationReviseProductArgs, MutationSetCommercialTermsArgs, MutationSetPriceArgs, MutationSetResellerDiscountArgs,
  MutationWithdrawPriceArgs, Product, ProductFeature, ProductPrice, ProductRevision, QueryCatalogueArgs, QueryCommercialTermsArgs, Reseller, ReviseProductResult, SetCommercialTermsResult,
  SetPriceResult, SetResellerDiscountResult, WithdrawPriceResult,
} from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { maySeeDiscounts } from './catalogue.policy.ts'
import type { CatalogueService } from './catalogue.service.ts'
import { featuresOf } from './feature.ts'
import { moneyOf } from './money-view.ts'
import { loadDiscounts, type PriceView, type ProductVersion, type ProductView } from './product.queries.ts'

@Resolver(() => Product)
export class CatalogueResolver {
  readonly #catalogue: CatalogueService

  constructor(catalogue: CatalogueService) {
    this.#catalogue = catalogue
  }

  @Query(() => [Product])
  catalogue(@Args(() => QueryCatalogueArgs) args: QueryCatalogueArgs, @Ctx() ctx: Context) {
    return this.#catalogue.list(ctx.unit, args)
  }

  @Query(() => [CommercialTerms])
  commercialTerms(@Args(() => QueryCommercialTermsArgs) { on }: QueryCommercialTermsArgs, @Ctx() ctx: Context) {
    return this.#catalogue.terms(ctx.unit, on)
  }

  @FieldResolver(() => [ProductFeature])
  features(@Root() { entitlements }: ProductView) {
    return featuresOf(entitlements)
  }

  @Mutation(() => CreateProductResult)
  createProduct(@Args(() => MutationCreateProductArgs) { input }: MutationCreateProductArgs, @Ctx() ctx: Context) {
    return ctx.change(unit => this.#catalogue.create(unit, input))
  }

  @Mutation(() => ReviseProductResult)
  reviseProduct(@Args(() => MutationReviseProductArgs) { input }: MutationReviseProductArgs, @Ctx() ctx: Context) {
    return ctx.change(unit => this.#catalogue.revise(unit, input))
  }

  @Mutation(() => SetPriceResult)
  setPrice(@Args(() => MutationSetPriceArgs) { input }: MutationSetPriceArgs, @Ctx() ctx: Context) {
    return ctx.change(unit => this.#catalogue.setPrice(unit, input))
  }

  @Mutation(() => WithdrawPriceResult)
  withdrawPrice(@Args(() => MutationWithdrawPriceArgs) { input }: MutationWithdrawPriceArgs, @Ctx() ctx: Context) {
    return ctx.change(unit => this.#catalogue.withdrawPrice(unit, input))
  }

  @Mutation(() => SetResellerDiscountResult)
  setResellerDiscount(@Args(() => MutationSetResellerDiscountArgs) { input }: MutationSetResellerDiscountArgs, @Ctx() ctx: Context) {
    return ctx.change(unit => this.#catalogue.setDiscount(unit, input))
  }

  @Mutation(() => SetCommercialTermsResult)
  setCommercialTerms(@Args(() => MutationSetCommercialTermsArgs) { input }: MutationSetCommercialTermsArgs, @Ctx() ctx: Context) {
    return ctx.change(unit => this.#catalogue.setTerms(unit, input))
  }
}

@Resolver(() => ProductRevision)
export class ProductRevisionResolver {
  @FieldResolver(() => [ProductFeature])
  features(@Root() { entitlements }: ProductVersion) {
    return featuresOf(entitlements)
  }
}

@Resolver(() => ProductPrice)
export class ProductPriceResolver {
  @FieldResolver(() => Money, { nullable: true })
  price(@Root() { amount, currency }: PriceView) {
    return moneyOf(amount, currency)
  }

  @FieldResolver(() => Money, { nullable: true })
  listPrice(@Root() { listAmount, currency }: PriceView, @Ctx() ctx: Context) {
    return maySeeDiscounts(ctx.unit.actor) ? moneyOf(listAmount, currency) : null
  }

  @FieldResolver(() => [ComingPrice])
  coming(@Root() { coming }: PriceView) {
    return coming.map(({ validFrom, amount, currency }) => ({ validFrom, price: moneyOf(amount, currency) }))
  }
}

@Resolver(() => Reseller)
export class ResellerDiscountResolver {
  @FieldResolver(() => String, { nullable: true })
  discountPercent(@Root() { id }: Reseller, @Ctx() ctx: Context) {
    return maySeeDiscounts(ctx.unit.actor) ? ctx.load(loadDiscounts, id) : null
  }
}
