import { Args, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { BotSettings, ChangeBotSettingsResult, MutationChangeBotSettingsArgs } from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { BotTexts } from './bot.ts'
import type { BotSettingsService } from './bot-settings.service.ts'

@Resolver(() => BotSettings)
export class BotSettingsResolver {
  readonly #settings: BotSettingsService

  constructor(settings: BotSettingsService) {
    this.#settings = settings
  }

  @Query(() => BotSettings)
  botSettings(@Ctx() ctx: Context) {
    return this.#settings.read(ctx.unit)
  }

  @Mutation(() => ChangeBotSettingsResult)
  async changeBotSettings(
    @Args(() => MutationChangeBotSettingsArgs) { input }: MutationChangeBotSettingsArgs, @Ctx() ctx: Context,
  ) {
    const result = await ctx.change(unit => this.#settings.change(unit, { ...input, texts: input.texts as BotTexts[] }))
    return result instanceof Refusal ? result : { ...result, __typename: 'BotSettings' }
  }
}
