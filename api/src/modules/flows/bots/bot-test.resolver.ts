import { Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import { Bot, BotTest, BotTestDeleted, Member, MutationDeleteBotTestArgs, MutationSaveBotTestArgs, SaveBotTestResult } from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { scalars } from '../../../platform/contract/scalars.ts'
import { NotFound } from '../../../platform/errors.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { loadMembers } from '../../identity/index.ts'
import { botById } from './bot.resolver.ts'
import { loadTestDocuments, loadTests, type BotTestRow } from './bot-test.queries.ts'
import type { BotTestService } from './bot-test.service.ts'

@Resolver(() => BotTest)
export class BotTestResolver {
  readonly #tests: BotTestService

  constructor(tests: BotTestService) {
    this.#tests = tests
  }

  @Mutation(() => SaveBotTestResult)
  async saveBotTest(@Args(() => MutationSaveBotTestArgs) { input }: MutationSaveBotTestArgs, @Ctx() ctx: Context) {
    const saved = await ctx.change(unit => this.#tests.save(unit, input))
    if (saved instanceof Refusal) return saved
    const test = await ctx.load(loadTests, saved)
    if (!test) throw new NotFound('The test')
    return Object.assign(test, { __typename: 'BotTest' as const })
  }

  @Mutation(() => BotTestDeleted)
  deleteBotTest(@Args(() => MutationDeleteBotTestArgs) { input }: MutationDeleteBotTestArgs, @Ctx() ctx: Context) {
    return ctx.change(unit => this.#tests.delete(unit, input.testId))
  }

  @FieldResolver(() => scalars.JSON)
  document(@Root() { id }: BotTestRow, @Ctx() ctx: Context) {
    return ctx.load(loadTestDocuments, id)
  }

  @FieldResolver(() => Member, { nullable: true })
  changedBy(@Root() { changedById }: BotTestRow, @Ctx() ctx: Context) {
    return changedById && ctx.load(loadMembers, changedById)
  }
}

@Resolver(() => BotTestDeleted)
export class BotTestDeletedResolver {
  @FieldResolver(() => Bot)
  bot(@Root() { botId }: { botId: string }, @Ctx() ctx: Context) {
    return botById(ctx, botId)
  }
}
