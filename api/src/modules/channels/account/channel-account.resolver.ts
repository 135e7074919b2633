import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  ChangeWebChannelResult, ChannelAccount, ContactIdentity, CreateWebChannelResult, IdentitySecret, MutationChangeWebChannelArgs,
  MutationCreateWebChannelArgs, MutationRenewIdentitySecretArgs, QueryChannelAccountArgs, WebChannel, WidgetLook,
} from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { NotFound } from '../../../platform/errors.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { loadTenants } from '../../tenancy/index.ts'
import { assertMayRead, channelAccounts, channelAccountsById, type WebChannelRow } from './channel-account.queries.ts'
import type { ChannelAccountService } from './channel-account.service.ts'

@Resolver(() => ChannelAccount)
export class ChannelAccountResolver {
  readonly #accounts: ChannelAccountService

  constructor(accounts: ChannelAccountService) {
    this.#accounts = accounts
  }

  @Query(() => [ChannelAccount])
  channelAccounts(@Ctx() ctx: Context) {
    return channelAccounts(ctx.unit)
  }

  @Query(() => ChannelAccount)
  channelAccount(@Args(() => QueryChannelAccountArgs) { id }: QueryChannelAccountArgs, @Ctx() ctx: Context) {
    assertMayRead(ctx.unit)
    return accountById(ctx, id)
  }

  @Mutation(() => CreateWebChannelResult)
  async createWebChannel(
    @Args(() => MutationCreateWebChannelArgs) { input }: MutationCreateWebChannelArgs, @Ctx() ctx: Context,
  ) {
    const tenant = await ctx.load(loadTenants, ctx.unit.tenantId)
    const made = await ctx.change(unit => this.#accounts.createWeb(unit, { ...input, tenantName: tenant!.name }))
    return made instanceof Refusal ? made : accountById(ctx, made)
  }

  @Mutation(() => ChangeWebChannelResult)
  async changeWebChannel(
    @Args(() => MutationChangeWebChannelArgs) { input }: MutationChangeWebChannelArgs, @Ctx() ctx: Context,
  ) {
    const changed = await ctx.change(unit => this.#accounts.changeWeb(unit, input))
    return changed instanceof Refusal ? changed : accountById(ctx, changed)
  }

  @Mutation(() => IdentitySecret)
  async renewIdentitySecret(
    @Args(() => MutationRenewIdentitySecretArgs) { channelAccountId }: MutationRenewIdentitySecretArgs, @Ctx() ctx: Context,
  ) {
    const secret = await ctx.change(unit => this.#accounts.renewIdentitySecret(unit, channelAccountId))
    return { secret, channelAccount: await accountById(ctx, channelAccountId) }
  }
}

@Resolver(() => WebChannel)
export class WebChannelResolver {
  readonly #publicUrl: () => string

  constructor(publicUrl: () => string) {
    this.#publicUrl = publicUrl
  }

  @FieldResolver(() => WidgetLook)
  look(@Root() { color, side, botName }: WebChannelRow) {
    return { color, side, botName }
  }

  @FieldResolver(() => String)
  installSnippet(@Root() { siteKey }: WebChannelRow) {
    return `<script async src="${this.#publicUrl()}/widget/loader.js" data-site-key="${siteKey}"></script>`
  }
}

@Resolver(() => ContactIdentity)
export class ContactIdentityChannelResolver {
  @FieldResolver(() => ChannelAccount)
  channelAccount(@Root() { channelAccountId }: { channelAccountId: string }, @Ctx() ctx: Context) {
    return ctx.load(channelAccountsById, channelAccountId)
  }
}

export async function accountById(ctx: Context, id: string) {
  const account = await ctx.load(channelAccountsById, id)
  if (!account) throw new NotFound('The channel')
  return Object.assign(account, { __typename: 'ChannelAccount' as const })
}
