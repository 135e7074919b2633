import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  ElenaModel, ElenaModelConnection, EvaluationDifference, EvaluationReport, Member, ModelRegression, MutationPublishModelArgs,
  MutationWithdrawModelArgs, PublishModelResult, QueryElenaModelArgs, QueryElenaModelsArgs, WithdrawModelResult,
} from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { NotFound } from '../../platform/errors.ts'
import { Refusal } from '../../platform/refusal.ts'
import { loadMembers } from '../identity/index.ts'
import type { EvaluationReport as Report } from './evaluation/report.ts'
import { assertMayRead } from './intent.queries.ts'
import { languageOfCode } from './languages.ts'
import { listModels, liveModelId, loadModels, loadReports, type ModelRow } from './learnt-model.queries.ts'
import { loadRegressions, type LearntModelService } from './learnt-model.service.ts'
import { differenceOf } from './model-regressions.ts'

@Resolver(() => ElenaModel)
export class LearntModelResolver {
  readonly #models: LearntModelService

  constructor(models: LearntModelService) {
    this.#models = models
  }

  @Query(() => ElenaModelConnection)
  elenaModels(@Args(() => QueryElenaModelsArgs) args: QueryElenaModelsArgs, @Ctx() ctx: Context) {
    return listModels(ctx.unit, args)
  }

  @Query(() => ElenaModel)
  elenaModel(@Args(() => QueryElenaModelArgs) { id }: QueryElenaModelArgs, @Ctx() ctx: Context) {
    assertMayRead(ctx.unit)
    return modelById(ctx, id)
  }

  @Query(() => ElenaModel, { nullable: true })
  async liveModel(@Ctx() ctx: Context) {
    assertMayRead(ctx.unit)
    const id = await liveModelId(ctx.unit)
    return id && modelById(ctx, id)
  }

  @Mutation(() => PublishModelResult)
  async publishModel(@Args(() => MutationPublishModelArgs) { input }: MutationPublishModelArgs, @Ctx() ctx: Context) {
    const published = await ctx.change(unit => this.#models.publish(unit, input))
    return published instanceof Refusal ? published : modelById(ctx, published)
  }

  @Mutation(() => WithdrawModelResult)
  async withdrawModel(@Args(() => MutationWithdrawModelArgs) { input }: MutationWithdrawModelArgs, @Ctx() ctx: Context) {
    return modelById(ctx, await ctx.change(unit => this.#models.withdraw(unit, input.modelId)))
  }

  @FieldResolver(() => Member, { nullable: true })
  trainedBy(@Root() { trainedById }: ModelRow, @Ctx() ctx: Context) {
    return trainedById && ctx.load(loadMembers, trainedById)
  }

  @FieldResolver(() => Member, { nullable: true })
  publishedBy(@Root() { publishedById }: ModelRow, @Ctx() ctx: Context) {
    return publishedById && ctx.load(loadMembers, publishedById)
  }

  @FieldResolver(() => [ModelRegression])
  regressions(@Root() { id }: ModelRow, @Ctx() ctx: Context) {
    return ctx.load(loadRegressions, id)
  }

  @FieldResolver(() => EvaluationReport)
  async evaluation(@Root() { id }: ModelRow, @Ctx() ctx: Context) {
    const report = await ctx.load(loadReports, id)
    if (!report) throw new NotFound('The model')
    return { ...toldInHouse(report), modelId: id, report }
  }
}

/** The core's report, with languages by the names of the house. */
const toldInHouse = (report: Report) => ({
  ...report,
  languages: report.languages.map(figures => ({ ...figures, language: languageOfCode(figures.language) })),
  advice: report.advice.map(advice => ({ ...advice, language: advice.language && languageOfCode(advice.language) })),
})

@Resolver(() => EvaluationReport)
export class EvaluationReportResolver {
  @FieldResolver(() => EvaluationDifference, { nullable: true })
  async difference(@Root() { modelId, report }: { modelId: string; report: Report }, @Ctx() ctx: Context) {
    const live = await liveModelId(ctx.unit)
    const before = live && live !== modelId ? await ctx.load(loadReports, live) : undefined
    return before ? { ...differenceOf(before, report), with: await modelById(ctx, live!) } : null
  }
}

export async function modelById(ctx: Context, id: string) {
  const model = await ctx.load(loadModels, id)
  if (!model) throw new NotFound('The model')
  return Object.assign(model, { __typename: 'ElenaModel' as const })
}
