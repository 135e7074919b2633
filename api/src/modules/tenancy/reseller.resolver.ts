import { Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql'
import { QueryResellersArgs, Reseller, ResellerConnection } from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { listResellers } from './reseller.queries.ts'
import { loadTenantCounts } from './tenancy.loaders.ts'

@Resolver(() => Reseller)
export class ResellerResolver {
  @Query(() => ResellerConnection)
  resellers(@Args(() => QueryResellersArgs) args: QueryResellersArgs, @Ctx() ctx: Context) {
    return listResellers(ctx.unit, args)
  }

  @FieldResolver(() => Int)
  tenantCount(@Root() reseller: Reseller, @Ctx() ctx: Context) {
    return ctx.load(loadTenantCounts, reseller.id)
  }
}
