import { Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import {
  AppChannel, AppToken, ChangeAppChannelResult, ChannelAccount, CreateAppChannelResult, Member, MutationChangeAppChannelArgs,
  MutationCreateAppChannelArgs, MutationRenewAppTokenArgs, MutationRevokeAppTokenArgs, RenewAppTokenResult,
} from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { loadMembers } from '../../identity/index.ts'
import { loadTenants } from '../../tenancy/index.ts'
import type { AppChannelRow } from '../account/channel-account.queries.ts'
import { accountById } from '../account/channel-account.resolver.ts'
import type { AppChannelService } from './app-channel.service.ts'
import { appTokens, type AppTokenRow } from './app-token.queries.ts'

@Resolver(() => AppChannel)
export class AppChannelResolver {
  readonly #apps: AppChannelService
  readonly #publicUrl: () => string

  constructor({ apps, publicUrl }: { apps: AppChannelService; publicUrl: () => string }) {
    this.#apps = apps
    this.#publicUrl = publicUrl
  }

  @Mutation(() => CreateAppChannelResult)
  async createAppChannel(@Args(() => MutationCreateAppChannelArgs) { input }: MutationCreateAppChannelArgs, @Ctx() ctx: Context) {
    const tenant = await ctx.load(loadTenants, ctx.unit.tenantId)
    const made = await ctx.change(unit => this.#apps.create(unit, { ...input, tenantName: tenant!.name }))
    return made instanceof Refusal ? made : accountById(ctx, made)
  }

  @Mutation(() => ChangeAppChannelResult)
  async changeAppChannel(@Args(() => MutationChangeAppChannelArgs) { input }: MutationChangeAppChannelArgs, @Ctx() ctx: Context) {
    const changed = await ctx.change(unit => this.#apps.change(unit, input))
    return changed instanceof Refusal ? changed : accountById(ctx, changed)
  }

  @Mutation(() => RenewAppTokenResult)
  async renewAppToken(@Args(() => MutationRenewAppTokenArgs) { input }: MutationRenewAppTokenArgs, @Ctx() ctx: Context) {
    const secret = await ctx.change(unit => this.#apps.renewToken(unit, input))
    if (secret instanceof Refusal) return secret
    return { __typename: 'AppTokenMade', secret, channelAccount: await accountById(ctx, input.channelAccountId) }
  }

  @Mutation(() => ChannelAccount)
  async revokeAppToken(@Args(() => MutationRevokeAppTokenArgs) { id }: MutationRevokeAppTokenArgs, @Ctx() ctx: Context) {
    return accountById(ctx, await ctx.change(unit => this.#apps.revokeToken(unit, id)))
  }

  @FieldResolver(() => String)
  endpoint() {
    return `${this.#publicUrl()}/app/graphql`
  }

  @FieldResolver(() => String)
  appKey(@Root() { siteKey }: AppChannelRow) {
    return siteKey
  }

  @FieldResolver(() => [AppToken])
  tokens(@Root() { channelAccountId }: AppChannelRow, @Ctx() ctx: Context) {
    return ctx.load(appTokens, channelAccountId)
  }
}

@Resolver(() => AppToken)
export class AppTokenResolver {
  @FieldResolver(() => Member, { nullable: true })
  createdBy(@Root() { createdById }: AppTokenRow, @Ctx() ctx: Context) {
    return createdById && ctx.load(loadMembers, createdById)
  }
}
