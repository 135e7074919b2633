import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import { AssignBotResult, Bot, BotChannel, BotChannelTaken, ChannelAccount, MutationAssignBotArgs, MutationUnassignBotArgs } from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { channelAccountsById } from '../../channels/index.ts'
import type { BotRow } from '../bots/bot.queries.ts'
import { botById, botOr } from '../bots/bot.resolver.ts'
import { listBotChannels, loadBotChannels, loadChannelsOfBots, type BotChannelRow } from './bot-channel.queries.ts'
import type { BotChannelService } from './bot-channel.service.ts'

@Resolver(() => BotChannel)
export class BotChannelResolver {
  readonly #channels: BotChannelService

  constructor(channels: BotChannelService) {
    this.#channels = channels
  }

  @Query(() => [BotChannel])
  botChannels(@Ctx() ctx: Context) {
    return listBotChannels(ctx.unit)
  }

  @Mutation(() => AssignBotResult)
  async assignBot(@Args(() => MutationAssignBotArgs) { input }: MutationAssignBotArgs, @Ctx() ctx: Context) {
    return botOr(ctx, await ctx.change(unit => this.#channels.assign(unit, input)))
  }

  @Mutation(() => Bot)
  async unassignBot(@Args(() => MutationUnassignBotArgs) { input }: MutationUnassignBotArgs, @Ctx() ctx: Context) {
    return botById(ctx, await ctx.change(unit => this.#channels.unassign(unit, input)))
  }

  @FieldResolver(() => ChannelAccount)
  channelAccount(@Root() { channelAccountId }: BotChannelRow, @Ctx() ctx: Context) {
    return ctx.load(channelAccountsById, channelAccountId)
  }
}

@Resolver(() => Bot)
export class BotChannelsResolver {
  @FieldResolver(() => [BotChannel])
  channels(@Root() { id }: BotRow, @Ctx() ctx: Context) {
    return ctx.load(loadChannelsOfBots, id)
  }
}

@Resolver(() => BotChannelTaken)
export class BotChannelTakenResolver {
  @FieldResolver(() => BotChannel)
  theirs(@Root() { botChannelId }: { botChannelId: string }, @Ctx() ctx: Context) {
    return ctx.load(loadBotChannels, botChannelId)
  }
}
