import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  ChannelAccount, MutationDismissQuarantinedUpdateArgs, MutationReplayQuarantinedUpdateArgs, QuarantinedUpdate, QuarantinedUpdateConnection,
  QueryQuarantinedUpdatesArgs,
} from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { assertMayRead } from '../account/channel-account.queries.ts'
import { accountById } from '../account/channel-account.resolver.ts'
import { quarantinedUpdates, type QuarantinedRow } from '../provider/provider-channel.queries.ts'
import type { QuarantineService } from './quarantine.service.ts'

@Resolver(() => QuarantinedUpdate)
export class QuarantineResolver {
  readonly #quarantine: QuarantineService

  constructor(quarantine: QuarantineService) {
    this.#quarantine = quarantine
  }

  @Query(() => QuarantinedUpdateConnection)
  async quarantinedUpdates(@Args(() => QueryQuarantinedUpdatesArgs) { channelAccountId, ...page }: QueryQuarantinedUpdatesArgs, @Ctx() ctx: Context) {
    assertMayRead(ctx.unit)
    await accountById(ctx, channelAccountId)
    return quarantinedUpdates(ctx.unit, channelAccountId, page)
  }

  @Mutation(() => ChannelAccount)
  async replayQuarantinedUpdate(@Args(() => MutationReplayQuarantinedUpdateArgs) { id }: MutationReplayQuarantinedUpdateArgs, @Ctx() ctx: Context) {
    return accountById(ctx, await this.#quarantine.replay(work => ctx.change(work), id))
  }

  @Mutation(() => ChannelAccount)
  async dismissQuarantinedUpdate(@Args(() => MutationDismissQuarantinedUpdateArgs) { id }: MutationDismissQuarantinedUpdateArgs, @Ctx() ctx: Context) {
    return accountById(ctx, await ctx.change(unit => this.#quarantine.dismiss(unit, id)))
  }

  @FieldResolver(() => ChannelAccount)
  channelAccount(@Root() { channelAccountId }: QuarantinedRow, @Ctx() ctx: Context) {
    return accountById(ctx, channelAccountId)
  }
}
