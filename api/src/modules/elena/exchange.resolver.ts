import { Args, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import {
  ImportTrainingSetResult, MutationImportTrainingSetArgs, MutationStartFromSectorPackArgs, QueryExportTrainingSetArgs, SectorPack,
  StartFromSectorPackResult, TrainingSetExport,
} from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ExchangeService, TrainingSetImport } from './exchange.service.ts'

@Resolver()
export class ExchangeResolver {
  readonly #exchange: ExchangeService

  constructor(exchange: ExchangeService) {
    this.#exchange = exchange
  }

  @Query(() => TrainingSetExport)
  exportTrainingSet(@Args(() => QueryExportTrainingSetArgs) { format }: QueryExportTrainingSetArgs, @Ctx() ctx: Context) {
    return this.#exchange.export(ctx.unit, format)
  }

  @Query(() => [SectorPack])
  sectorPacks(@Ctx() ctx: Context) {
    return this.#exchange.packs(ctx.unit)
  }

  @Mutation(() => ImportTrainingSetResult)
  async importTrainingSet(@Args(() => MutationImportTrainingSetArgs) { input }: MutationImportTrainingSetArgs, @Ctx() ctx: Context) {
    return answer(await ctx.change(unit => this.#exchange.import(unit, input)))
  }

  @Mutation(() => StartFromSectorPackResult)
  async startFromSectorPack(@Args(() => MutationStartFromSectorPackArgs) { input }: MutationStartFromSectorPackArgs, @Ctx() ctx: Context) {
    return answer(await ctx.change(unit => this.#exchange.startFromPack(unit, input)))
  }
}

const answer = (done: TrainingSetImport | Refusal) => (done instanceof Refusal ? done : { __typename: 'TrainingSetImport', ...done })
