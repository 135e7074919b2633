import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Bot, DraftTestRun } from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import type { BotRow } from '../bots/bot.queries.ts'
import { loadDraftTests } from './draft-test.store.ts'

@Resolver(() => Bot)
export class DraftTestsResolver {
  @FieldResolver(() => DraftTestRun, { nullable: true })
  async draftTests(@Root() { id }: BotRow, @Ctx() ctx: Context) {
    return (await ctx.load(loadDraftTests, id)) ?? null
  }
}
