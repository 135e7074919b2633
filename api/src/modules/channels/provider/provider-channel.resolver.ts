import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  AcceptChannelPoliciesResult, ChannelAccount, ChannelAlarm, ChannelCapabilities, ChannelCheck, ChannelExists, ChannelHealth, ChannelKindFacts, ChannelSetting,
  ChangeChannelResult, ConnectChannelResult, MutationAcceptChannelPoliciesArgs, MutationChangeChannelArgs, MutationCheckChannelArgs,
  MutationConnectChannelArgs, MutationPauseChannelArgs, MutationRemoveChannelArgs, MutationStartChannelArgs, PolicyAcceptance, ProviderChannel,
  StartChannelResult,
} from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { NotFound } from '../../../platform/errors.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { loadTenants } from '../../tenancy/index.ts'
import { mayConfigureChannels } from '../account/channel-account.policy.ts'
import type { ChannelAccountRow } from '../account/channel-account.queries.ts'
import { accountById } from '../account/channel-account.resolver.ts'
import { isProviderKind } from '../channel-kind.ts'
import { capabilitiesOf, factsOf } from './channel-facts.ts'
import { ChannelCheckService } from './channel-check.service.ts'
import type { Lines } from './lines.ts'
import type { ProviderChannelService } from './provider-channel.service.ts'
import { channelTraffic, openAlarms, policyAcceptances, providerChannels, type ProviderChannelRow } from './provider-channel.queries.ts'

interface Parts {
  channels: ProviderChannelService
  checks: ChannelCheckService
  lines: Lines
}

@Resolver(() => ChannelAccount)
export class ProviderChannelResolver {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  @Query(() => [ChannelKindFacts])
  channelKinds() {
    return this.#parts.lines.kinds.map(factsOf)
  }

  @Mutation(() => ConnectChannelResult)
  async connectChannel(@Args(() => MutationConnectChannelArgs) { input }: MutationConnectChannelArgs, @Ctx() ctx: Context) {
    const tenant = await ctx.load(loadTenants, ctx.unit.tenantId)
    return named(ctx, await ctx.change(unit => this.#parts.channels.connect(unit, { ...input, tenantName: tenant!.name })))
  }

  @Mutation(() => ChangeChannelResult)
  async changeChannel(@Args(() => MutationChangeChannelArgs) { input }: MutationChangeChannelArgs, @Ctx() ctx: Context) {
    return named(ctx, await ctx.change(unit => this.#parts.channels.change(unit, input)))
  }

  @Mutation(() => ChannelCheck)
  async checkChannel(@Args(() => MutationCheckChannelArgs) { channelAccountId }: MutationCheckChannelArgs, @Ctx() ctx: Context) {
    const { facts = {}, ...checked } = await this.#parts.checks.check(ctx, channelAccountId)
    return { ...checked, facts, channelAccount: await accountById(ctx, channelAccountId) }
  }

  @Mutation(() => AcceptChannelPoliciesResult)
  async acceptChannelPolicies(@Args(() => MutationAcceptChannelPoliciesArgs) { input }: MutationAcceptChannelPoliciesArgs, @Ctx() ctx: Context) {
    return named(ctx, await ctx.change(unit => this.#parts.channels.acceptPolicies(unit, input)))
  }

  @Mutation(() => StartChannelResult)
  async startChannel(@Args(() => MutationStartChannelArgs) { channelAccountId }: MutationStartChannelArgs, @Ctx() ctx: Context) {
    return named(ctx, await this.#parts.checks.start(ctx, channelAccountId))
  }

  @Mutation(() => ChannelAccount)
  async pauseChannel(@Args(() => MutationPauseChannelArgs) { channelAccountId }: MutationPauseChannelArgs, @Ctx() ctx: Context) {
    return accountById(ctx, await ctx.change(unit => this.#parts.channels.pause(unit, channelAccountId)))
  }

  @Mutation(() => ChannelAccount)
  async removeChannel(@Args(() => MutationRemoveChannelArgs) { channelAccountId }: MutationRemoveChannelArgs, @Ctx() ctx: Context) {
    return accountById(ctx, await this.#parts.checks.remove(ctx, channelAccountId))
  }

  @FieldResolver(() => ChannelCapabilities)
  capabilities(@Root() { kind }: ChannelAccountRow, @Ctx() ctx: Context) {
    return capabilitiesOf(this.#parts.lines, kind, ctx.unit.now)
  }

  @FieldResolver(() => ProviderChannel, { nullable: true })
  async provider(@Root() { id, kind }: ChannelAccountRow, @Ctx() ctx: Context) {
    return isProviderKind(kind) ? (await ctx.load(providerChannels, id)) ?? null : null
  }
}

@Resolver(() => ProviderChannel)
export class ProviderChannelFieldsResolver {
  readonly #lines: Lines
  readonly #verifyTokenOf: (row: ProviderChannelRow) => string

  constructor({ lines, verifyTokenOf }: { lines: Lines; verifyTokenOf: (row: ProviderChannelRow) => string }) {
    this.#lines = lines
    this.#verifyTokenOf = verifyTokenOf
  }

  @FieldResolver(() => [ChannelSetting])
  settings(@Root() { kind, settings, lastFour }: ProviderChannelRow) {
    return this.#lines.adapterOf(kind)!.fields.map(({ name, isSecret = false }) =>
      ({ name, isSecret, value: isSecret ? null : settings[name] ?? null, lastFour: lastFour[name] ?? null }))
  }

  @FieldResolver(() => String, { nullable: true })
  webhookUrl(@Root() { kind, hookKey }: ProviderChannelRow) {
    return this.#lines.adapterOf(kind)?.webhook?.isGenuine && !this.#lines.adapterOf(kind)?.receive ? this.#lines.webhookUrl(hookKey) : null
  }

  /** For whoever configures: everybody else has no use for it. */
  @FieldResolver(() => String, { nullable: true })
  verifyToken(@Root() row: ProviderChannelRow, @Ctx() ctx: Context) {
    return mayConfigureChannels(ctx.actor) ? this.#verifyTokenOf(row) : null
  }

  @FieldResolver(() => PolicyAcceptance, { nullable: true })
  async policies(@Root() { channelAccountId }: ProviderChannelRow, @Ctx() ctx: Context) {
    return (await ctx.load(policyAcceptances, channelAccountId)) ?? null
  }

  @FieldResolver(() => ChannelHealth)
  async health(@Root() { channelAccountId, checkedAt, problem, quality, stoppedAt }: ProviderChannelRow, @Ctx() ctx: Context) {
    const traffic = await ctx.load(channelTraffic, channelAccountId)
    return { ...traffic, lastCheckedAt: checkedAt, problem, quality, stoppedAt, channelAccountId }
  }
}

@Resolver(() => ChannelHealth)
export class ChannelHealthResolver {
  @FieldResolver(() => [ChannelAlarm])
  alarms(@Root() { channelAccountId }: { channelAccountId: string }, @Ctx() ctx: Context) {
    return ctx.load(openAlarms, channelAccountId)
  }
}

@Resolver(() => ChannelExists)
export class ChannelExistsResolver {
  @FieldResolver(() => ChannelAccount)
  channelAccount(@Root() { channelAccountId }: { channelAccountId: string }, @Ctx() ctx: Context) {
    return accountById(ctx, channelAccountId)
  }
}

export async function named(ctx: Context, result: string | Refusal) {
  if (result instanceof Refusal) return result
  const account = await accountById(ctx, result)
  if (!account) throw new NotFound('The channel')
  return account
}
