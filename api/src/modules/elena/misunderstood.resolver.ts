import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  AssignMisunderstoodResult, DismissMisunderstoodResult, IntentGuess, MisunderstoodGroup, MisunderstoodGroupConnection,
  MutationAssignMisunderstoodArgs, MutationDismissMisunderstoodArgs, MutationReportMisunderstoodArgs,
  MutationReturnMisunderstoodArgs, QueryMisunderstoodArgs, ReportMisunderstoodResult,
  ReturnMisunderstoodResult,
} from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { Refusal } from '../../platform/refusal.ts'
import { loadIntentsByName } from './intent.queries.ts'
import { listMisunderstood, type MisunderstoodGroup as GroupRow } from './misunderstood.queries.ts'
import type { MisunderstoodService } from './misunderstood.service.ts'
import { phrasesById } from './phrase.resolver.ts'

@Resolver(() => MisunderstoodGroup)
export class MisunderstoodResolver {
  readonly #misunderstood: MisunderstoodService

  constructor(misunderstood: MisunderstoodService) {
    this.#misunderstood = misunderstood
  }

  @Query(() => MisunderstoodGroupConnection)
  misunderstood(@Args(() => QueryMisunderstoodArgs) args: QueryMisunderstoodArgs, @Ctx() ctx: Context) {
    return listMisunderstood(ctx.unit, args)
  }

  @Mutation(() => ReportMisunderstoodResult)
  async reportMisunderstood(@Args(() => MutationReportMisunderstoodArgs) { input }: MutationReportMisunderstoodArgs, @Ctx() ctx: Context) {
    const done = await ctx.change(unit => this.#misunderstood.report(unit, input))
    return done instanceof Refusal ? done : { __typename: 'MisunderstoodReported', ...done }
  }

  @Mutation(() => AssignMisunderstoodResult)
  async assignMisunderstood(@Args(() => MutationAssignMisunderstoodArgs) { input }: MutationAssignMisunderstoodArgs, @Ctx() ctx: Context) {
    const done = await ctx.change(unit => this.#misunderstood.assign(unit, input))
    return done instanceof Refusal ? done : { __typename: 'MisunderstoodAssigned', ...done, phrases: await phrasesById(ctx, done.phrases) }
  }

  @Mutation(() => DismissMisunderstoodResult)
  async dismissMisunderstood(@Args(() => MutationDismissMisunderstoodArgs) { input }: MutationDismissMisunderstoodArgs, @Ctx() ctx: Context) {
    const done = await ctx.change(unit => this.#misunderstood.dismiss(unit, input.misunderstoodIds))
    return done instanceof Refusal ? done : { __typename: 'MisunderstoodDismissed', ...done }
  }

  @Mutation(() => ReturnMisunderstoodResult)
  async returnMisunderstood(@Args(() => MutationReturnMisunderstoodArgs) { input }: MutationReturnMisunderstoodArgs, @Ctx() ctx: Context) {
    const done = await ctx.change(unit => this.#misunderstood.return(unit, input.misunderstoodIds))
    return done instanceof Refusal ? done : { __typename: 'MisunderstoodReturned', ...done }
  }

  /** Only those that there still are. */
  @FieldResolver(() => [IntentGuess])
  async guesses(@Root() { guesses }: GroupRow, @Ctx() ctx: Context) {
    const found = await Promise.all(guesses.map(async ({ intent, probability }) => ({ intent: await ctx.load(loadIntentsByName, intent), probability })))
    return found.filter(({ intent }) => intent)
  }
}
