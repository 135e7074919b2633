import { Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  ChangeChannelLinkResult, ChannelAccount, ChannelLink, CreateChannelLinkResult, LinkLogo, MutationChangeChannelLinkArgs,
  MutationCreateChannelLinkArgs, MutationDeleteChannelLinkArgs, MutationPauseChannelLinkArgs, MutationResumeChannelLinkArgs,
  QueryChannelLinkArgs, QueryChannelLinksArgs,
} from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { NotFound } from '../../../platform/errors.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { assertMayRead, channelAccountsById } from '../account/channel-account.queries.ts'
import { openedByDay } from './link-days.ts'
import { linkLogo, removeLogo } from './link-logo.ts'
import { channelLinksById, linksOfAccount, type ChannelLinkRow } from './link.queries.ts'
import type { LinkService } from './link.service.ts'
import { linkAddress } from './link-token.ts'

@Resolver(() => ChannelLink)
export class ChannelLinkResolver {
  readonly #links: LinkService
  readonly #publicUrl: () => string

  constructor({ links, publicUrl }: { links: LinkService; publicUrl: () => string }) {
    this.#links = links
    this.#publicUrl = publicUrl
  }

  @Query(() => [ChannelLink])
  channelLinks(@Args(() => QueryChannelLinksArgs) { channelAccountId }: QueryChannelLinksArgs, @Ctx() ctx: Context) {
    return linksOfAccount(ctx.unit, channelAccountId)
  }

  @Query(() => ChannelLink)
  channelLink(@Args(() => QueryChannelLinkArgs) { id }: QueryChannelLinkArgs, @Ctx() ctx: Context) {
    assertMayRead(ctx.unit)
    return linkById(ctx, id)
  }

  @Query(() => LinkLogo, { nullable: true })
  linkLogo(@Ctx() ctx: Context) {
    return linkLogo(ctx.unit)
  }

  @Mutation(() => CreateChannelLinkResult)
  async createChannelLink(@Args(() => MutationCreateChannelLinkArgs) { input }: MutationCreateChannelLinkArgs, @Ctx() ctx: Context) {
    return answer(ctx, await ctx.change(unit => this.#links.create(unit, input)))
  }

  @Mutation(() => ChangeChannelLinkResult)
  async changeChannelLink(@Args(() => MutationChangeChannelLinkArgs) { input }: MutationChangeChannelLinkArgs, @Ctx() ctx: Context) {
    return answer(ctx, await ctx.change(unit => this.#links.change(unit, input)))
  }

  @Mutation(() => ChannelLink)
  async pauseChannelLink(@Args(() => MutationPauseChannelLinkArgs) { input }: MutationPauseChannelLinkArgs, @Ctx() ctx: Context) {
    return linkById(ctx, await ctx.change(unit => this.#links.pause(unit, input.channelLinkId)))
  }

  @Mutation(() => ChannelLink)
  async resumeChannelLink(@Args(() => MutationResumeChannelLinkArgs) { input }: MutationResumeChannelLinkArgs, @Ctx() ctx: Context) {
    return linkById(ctx, await ctx.change(unit => this.#links.resume(unit, input.channelLinkId)))
  }

  @Mutation(() => ChannelLink)
  async deleteChannelLink(@Args(() => MutationDeleteChannelLinkArgs) { input }: MutationDeleteChannelLinkArgs, @Ctx() ctx: Context) {
    return linkById(ctx, await ctx.change(unit => this.#links.delete(unit, input.channelLinkId)))
  }

  @Mutation(() => Boolean)
  removeLinkLogo(@Ctx() ctx: Context) {
    return ctx.change(removeLogo)
  }

  @FieldResolver(() => ChannelAccount)
  channelAccount(@Root() { channelAccountId }: ChannelLinkRow, @Ctx() ctx: Context) {
    return ctx.load(channelAccountsById, channelAccountId)
  }

  @FieldResolver(() => String)
  url(@Root() { token }: ChannelLinkRow) {
    return linkAddress(this.#publicUrl(), token)
  }

  @FieldResolver(() => [Int])
  openedByDay(@Root() { id }: ChannelLinkRow, @Ctx() ctx: Context) {
    return ctx.load(openedByDay, id)
  }
}

export async function linkById(ctx: Context, id: string) {
  const link = await ctx.load(channelLinksById, id)
  if (!link) throw new NotFound('The link')
  return Object.assign(link, { __typename: 'ChannelLink' as const })
}

const answer = (ctx: Context, result: string | Refusal) => (result instanceof Refusal ? result : linkById(ctx, result))
