import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql'
import { ElenaModel, Member, ModelTraining, MutationStartTrainingArgs, QueryModelTrainingArgs, StartTrainingResult, TrainingUnderWay } from '../../contract.ts'
import { Feed } from '../../platform/contract/feed.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { NotFound } from '../../platform/errors.ts'
import { Refusal } from '../../platform/refusal.ts'
import { loadMembers } from '../identity/index.ts'
import { assertMayRead } from './intent.queries.ts'
import { loadModelIdsOfTrainings, loadModels } from './learnt-model.queries.ts'
import { latestTraining, loadTrainings, type TrainingRow } from './training.queries.ts'
import type { TrainingService } from './training.service.ts'

@Resolver(() => ModelTraining)
export class TrainingResolver {
  readonly #trainings: TrainingService

  constructor(trainings: TrainingService) {
    this.#trainings = trainings
  }

  @Query(() => ModelTraining, { nullable: true })
  latestTraining(@Ctx() ctx: Context) {
    return latestTraining(ctx.unit)
  }

  @Query(() => ModelTraining)
  modelTraining(@Args(() => QueryModelTrainingArgs) { id }: QueryModelTrainingArgs, @Ctx() ctx: Context) {
    assertMayRead(ctx.unit)
    return trainingById(ctx, id)
  }

  @Mutation(() => StartTrainingResult)
  async startTraining(@Args(() => MutationStartTrainingArgs) { input }: MutationStartTrainingArgs, @Ctx() ctx: Context) {
    const started = await ctx.change(unit => this.#trainings.start(unit, input))
    return started instanceof Refusal ? started : trainingById(ctx, started)
  }

  @Subscription(() => ModelTraining, { subscribe: ({ context }) => trainingFeed(context as Context) })
  modelTrainingProgressed(@Root() { trainingId }: { trainingId: string }, @Ctx() ctx: Context) {
    return trainingById(ctx, trainingId)
  }

  @FieldResolver(() => Member, { nullable: true })
  requestedBy(@Root() { requestedById }: TrainingRow, @Ctx() ctx: Context) {
    return requestedById && ctx.load(loadMembers, requestedById)
  }

  @FieldResolver(() => ElenaModel, { nullable: true })
  async model(@Root() { id }: TrainingRow, @Ctx() ctx: Context) {
    const modelId = await ctx.load(loadModelIdsOfTrainings, id)
    return modelId && ctx.load(loadModels, modelId)
  }
}

@Resolver(() => TrainingUnderWay)
export class TrainingUnderWayResolver {
  @FieldResolver(() => ModelTraining)
  training(@Root() { trainingId }: { trainingId: string }, @Ctx() ctx: Context) {
    return trainingById(ctx, trainingId)
  }
}

async function trainingById(ctx: Context, id: string) {
  const training = await ctx.load(loadTrainings, id)
  if (!training) throw new NotFound('The training')
  return Object.assign(training, { __typename: 'ModelTraining' as const })
}

function trainingFeed(context: Context) {
  assertMayRead(context.unit)
  const { tenantId } = context.unit
  return new Feed({ live: () => context.feeds.trainings.of(tenantId) })
}
