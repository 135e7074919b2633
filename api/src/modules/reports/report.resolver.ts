import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { AgentFigures, Member, PlatformFigures, TodayFigures } from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { loadMembers } from '../identity/index.ts'
import { loadTenants } from '../tenancy/index.ts'
import { platformFigures } from './platform.queries.ts'
import { todayFigures } from './today.queries.ts'

@Resolver(() => AgentFigures)
export class ReportResolver {
  @Query(() => TodayFigures)
  async today(@Ctx() ctx: Context) {
    const tenant = await ctx.load(loadTenants, ctx.unit.tenantId)
    return todayFigures(ctx.unit, tenant!.timeZone)
  }

  @Query(() => PlatformFigures)
  platformFigures(@Ctx() ctx: Context) {
    return platformFigures(ctx.unit)
  }

  @FieldResolver(() => Member)
  member(@Root() { memberId }: { memberId: string }, @Ctx() ctx: Context) {
    return ctx.load(loadMembers, memberId)
  }
}
