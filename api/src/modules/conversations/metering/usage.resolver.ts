import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { Conversation, MeteredSession, MeteredSessionConnection, QueryMeteredSessionsArgs, QueryUsageArgs, Usage } from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { conversationsById } from '../conversation.queries.ts'
import { meteredSessions, usageOf, type MeteredSession as Session } from './usage.queries.ts'

@Resolver(() => MeteredSession)
export class UsageResolver {
  @Query(() => Usage)
  usage(@Args(() => QueryUsageArgs) { month }: QueryUsageArgs, @Ctx() ctx: Context) {
    return usageOf(ctx.unit, month)
  }

  @Query(() => MeteredSessionConnection)
  meteredSessions(@Args(() => QueryMeteredSessionsArgs) args: QueryMeteredSessionsArgs, @Ctx() ctx: Context) {
    return meteredSessions(ctx.unit, args)
  }

  @FieldResolver(() => Conversation, { nullable: true })
  conversation(@Root() { conversationId }: Session, @Ctx() ctx: Context) {
    return ctx.load(conversationsById, conversationId)
  }
}
