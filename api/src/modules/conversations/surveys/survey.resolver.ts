import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { Conversation, Member, QuerySurveyAnswersArgs, QuerySurveyReportArgs, SurveyAnswer, SurveyAnswerConnection, SurveyReport } from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { loadMembers } from '../../identity/index.ts'
import { loadTenants } from '../../tenancy/index.ts'
import { conversationById } from '../conversation.resolver.ts'
import { surveyAnswers, surveyReport, type SurveyAnswerRow } from './survey.queries.ts'

@Resolver(() => SurveyAnswer)
export class SurveyResolver {
  @Query(() => SurveyReport)
  async surveyReport(@Args(() => QuerySurveyReportArgs) args: QuerySurveyReportArgs, @Ctx() ctx: Context) {
    return surveyReport(ctx.unit, { ...args, timeZone: await timeZoneOf(ctx) })
  }

  @Query(() => SurveyAnswerConnection)
  async surveyAnswers(@Args(() => QuerySurveyAnswersArgs) args: QuerySurveyAnswersArgs, @Ctx() ctx: Context) {
    return surveyAnswers(ctx.unit, { ...args, timeZone: await timeZoneOf(ctx) })
  }

  @FieldResolver(() => Conversation)
  conversation(@Root() { conversationId }: SurveyAnswerRow, @Ctx() ctx: Context) {
    return conversationById(ctx, conversationId)
  }

  @FieldResolver(() => Member, { nullable: true })
  agent(@Root() { agentId }: SurveyAnswerRow, @Ctx() ctx: Context) {
    return agentId && ctx.load(loadMembers, agentId)
  }
}

const timeZoneOf = async (ctx: Context) => (await ctx.load(loadTenants, ctx.unit.tenantId))!.timeZone
