import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  ChangeIntentResult, CreateIntentResult, DeleteIntentResult, Intent, IntentConnection, IntentPhrasesArgs, MutationChangeIntentArgs,
  MutationCreateIntentArgs, MutationDeleteIntentArgs, MutationRestoreIntentArgs, PhraseConnection, PhraseCount, QueryIntentArgs,
  QueryIntentsArgs, RestoreIntentResult,
} from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { NotFound } from '../../platform/errors.ts'
import { Refusal } from '../../platform/refusal.ts'
import { assertMayRead, listIntents, loadIntents, loadPhraseCounts, type IntentRow } from './intent.queries.ts'
import type { IntentService } from './intent.service.ts'
import { listPhrases } from './phrase.queries.ts'

@Resolver(() => Intent)
export class IntentResolver {
  readonly #intents: IntentService

  constructor(intents: IntentService) {
    this.#intents = intents
  }

  @Query(() => IntentConnection)
  intents(@Args(() => QueryIntentsArgs) args: QueryIntentsArgs, @Ctx() ctx: Context) {
    return listIntents(ctx.unit, args)
  }

  @Query(() => Intent)
  intent(@Args(() => QueryIntentArgs) { id }: QueryIntentArgs, @Ctx() ctx: Context) {
    assertMayRead(ctx.unit)
    return intentById(ctx, id)
  }

  @Mutation(() => CreateIntentResult)
  async createIntent(@Args(() => MutationCreateIntentArgs) { input }: MutationCreateIntentArgs, @Ctx() ctx: Context) {
    const { description = null } = input
    return answer(ctx, await ctx.change(unit => this.#intents.create(unit, { ...input, description })))
  }

  @Mutation(() => ChangeIntentResult)
  async changeIntent(@Args(() => MutationChangeIntentArgs) { input }: MutationChangeIntentArgs, @Ctx() ctx: Context) {
    const { description = null } = input
    return answer(ctx, await ctx.change(unit => this.#intents.change(unit, { ...input, description })))
  }

  @Mutation(() => DeleteIntentResult)
  async deleteIntent(@Args(() => MutationDeleteIntentArgs) { input }: MutationDeleteIntentArgs, @Ctx() ctx: Context) {
    const deleted = await ctx.change(unit => this.#intents.delete(unit, input.intentId))
    return { __typename: 'IntentDeleted', ...deleted }
  }

  @Mutation(() => RestoreIntentResult)
  async restoreIntent(@Args(() => MutationRestoreIntentArgs) { input }: MutationRestoreIntentArgs, @Ctx() ctx: Context) {
    return answer(ctx, await ctx.change(unit => this.#intents.restore(unit, input.intentId)))
  }

  @FieldResolver(() => [PhraseCount])
  phraseCounts(@Root() { id }: IntentRow, @Ctx() ctx: Context) {
    return ctx.load(loadPhraseCounts, id)
  }

  @FieldResolver(() => PhraseConnection)
  phrases(@Root() { id }: IntentRow, @Args(() => IntentPhrasesArgs) args: IntentPhrasesArgs, @Ctx() ctx: Context) {
    return listPhrases(ctx.unit, id, args)
  }
}

export async function intentById(ctx: Context, id: string) {
  const intent = await ctx.load(loadIntents, id)
  if (!intent) throw new NotFound('The intent')
  return Object.assign(intent, { __typename: 'Intent' as const })
}

const answer = (ctx: Context, result: string | Refusal) => (result instanceof Refusal ? result : intentById(ctx, result))
