import { Args, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import {
  ChangePredictiveModelResult, CreatePredictiveModelResult, MutationChangePredictiveModelArgs, MutationCreatePredictiveModelArgs,
  MutationDeletePredictiveModelArgs, MutationTestPredictiveModelArgs, PredictiveModel, PredictiveModelDeleted, PredictiveTest,
  PredictivePurpose, PredictiveUsage, QueryPredictiveUsageArgs,
} from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { NotFound } from '../../platform/errors.ts'
import { Refusal } from '../../platform/refusal.ts'
import { listPredictiveModels, loadPredictiveModels } from './predictive-model.queries.ts'
import type { PredictiveModelService } from './predictive-model.service.ts'
import type { PredictiveTestService } from './predictive-test.service.ts'
import { predictiveUsage } from './predictive-usage.queries.ts'
import type { ServingModels } from './serving-models.ts'

@Resolver(() => PredictiveModel)
export class PredictiveModelResolver {
  readonly #models: PredictiveModelService
  readonly #tests: PredictiveTestService
  readonly #serving: ServingModels

  constructor({ models, tests, serving }: { models: PredictiveModelService; tests: PredictiveTestService; serving: ServingModels }) {
    this.#serving = serving
    this.#models = models
    this.#tests = tests
  }

  @Query(() => [PredictiveModel])
  predictiveModels(@Ctx() ctx: Context) {
    return listPredictiveModels(ctx.unit)
  }

  @Query(() => [PredictivePurpose])
  servedPurposes(@Ctx() ctx: Context) {
    return this.#serving.purposes(ctx.unit)
  }

  @Query(() => [PredictiveUsage])
  predictiveUsage(@Args(() => QueryPredictiveUsageArgs) args: QueryPredictiveUsageArgs, @Ctx() ctx: Context) {
    return predictiveUsage(ctx.unit, args)
  }

  @Mutation(() => CreatePredictiveModelResult)
  async createPredictiveModel(@Args(() => MutationCreatePredictiveModelArgs) { input }: MutationCreatePredictiveModelArgs, @Ctx() ctx: Context) {
    return answer(ctx, await ctx.change(unit => this.#models.create(unit, input)))
  }

  @Mutation(() => ChangePredictiveModelResult)
  async changePredictiveModel(@Args(() => MutationChangePredictiveModelArgs) { input }: MutationChangePredictiveModelArgs, @Ctx() ctx: Context) {
    return answer(ctx, await ctx.change(unit => this.#models.change(unit, input)))
  }

  @Mutation(() => PredictiveModelDeleted)
  deletePredictiveModel(@Args(() => MutationDeletePredictiveModelArgs) { input }: MutationDeletePredictiveModelArgs, @Ctx() ctx: Context) {
    return ctx.change(unit => this.#models.delete(unit, input.predictiveModelId))
  }

  /** The unit is over before the server is asked. */
  @Mutation(() => PredictiveTest)
  async testPredictiveModel(@Args(() => MutationTestPredictiveModelArgs) { input }: MutationTestPredictiveModelArgs, @Ctx() ctx: Context) {
    const { tenantId, model } = await ctx.change(async unit =>
      ({ tenantId: unit.tenantId, model: await this.#tests.model(unit, input.predictiveModelId) }))
    return this.#tests.test(tenantId, model, input.purpose)
  }
}

async function answer(ctx: Context, result: string | Refusal) {
  if (result instanceof Refusal) return result
  const model = await ctx.load(loadPredictiveModels, result)
  if (!model) throw new NotFound('The model')
  return Object.assign(model, { __typename: 'PredictiveModel' as const })
}
