import { Ctx, Query, Resolver } from 'type-graphql'
import { SurveyQuestion } from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { surveyQuestions } from './survey-questions.queries.ts'

@Resolver(() => SurveyQuestion)
export class SurveyQuestionsResolver {
  @Query(() => [SurveyQuestion])
  surveyQuestions(@Ctx() ctx: Context) {
    return surveyQuestions(ctx.unit)
  }
}
