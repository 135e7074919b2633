import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { Conversation, FlowFigures, FlowVisit, FlowVisitConnection, QueryFlowFiguresArgs, QueryFlowVisitsArgs } from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { conversationsById } from '../../conversations/index.ts'
import { flowFigures, flowVisits, type VisitRow } from './flow-figures.queries.ts'

@Resolver(() => FlowFigures)
export class FlowFiguresResolver {
  @Query(() => FlowFigures)
  flowFigures(@Args(() => QueryFlowFiguresArgs) { input }: QueryFlowFiguresArgs, @Ctx() ctx: Context) {
    return flowFigures(ctx.unit, input)
  }

  @Query(() => FlowVisitConnection)
  flowVisits(@Args(() => QueryFlowVisitsArgs) { input, ...page }: QueryFlowVisitsArgs, @Ctx() ctx: Context) {
    return flowVisits(ctx.unit, input, page)
  }
}

@Resolver(() => FlowVisit)
export class FlowVisitResolver {
  @FieldResolver(() => Conversation, { nullable: true })
  conversation(@Root() { conversationId }: VisitRow, @Ctx() ctx: Context) {
    return ctx.load(conversationsById, conversationId)
  }
}
