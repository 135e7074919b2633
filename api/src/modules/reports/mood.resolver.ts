import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { Conversation, MoodAttention, MoodReport, QueryMoodsArgs } from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { conversationsById } from '../conversations/index.ts'
import { loadTenants } from '../tenancy/index.ts'
import { moodReport, type MoodAttention as Attention } from './mood.queries.ts'

@Resolver(() => MoodReport)
export class MoodReportResolver {
  @Query(() => MoodReport)
  async moods(@Args(() => QueryMoodsArgs) { days }: QueryMoodsArgs, @Ctx() ctx: Context) {
    const tenant = await ctx.load(loadTenants, ctx.unit.tenantId)
    return moodReport(ctx.unit, { days, timeZone: tenant!.timeZone })
  }
}

@Resolver(() => MoodAttention)
export class MoodAttentionResolver {
  @FieldResolver(() => Conversation)
  conversation(@Root() { conversationId }: Attention, @Ctx() ctx: Context) {
    return ctx.load(conversationsById, conversationId)
  }
}
