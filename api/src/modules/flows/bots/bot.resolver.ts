import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  ArchiveBotResult, Bot, BotFinding, BotFlow, BotSettingsChangedMeanwhile, BotTemplate, BotTest, CreateBotResult, Language, Member, MutationArchiveBotArgs,
  MutationCreateBotArgs, MutationRenameBotArgs, MutationRestoreBotArgs, MutationSaveBotSettingsArgs, QueryBotArgs, QueryBotsArgs, RenameBotResult, RestoreBotResult,
  SaveBotSettingsResult,
} from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { scalars } from '../../../platform/contract/scalars.ts'
import { NotFound } from '../../../platform/errors.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { loadMembers } from '../../identity/index.ts'
import { loadTenants } from '../../tenancy/index.ts'
import type { PublishingService } from '../versions/publishing.service.ts'
import { assertMaySeeBots, listBots, loadBots, type BotRow } from './bot.queries.ts'
import type { BotService } from './bot.service.ts'
import { loadFlowsOfBots } from './bot-flow.queries.ts'
import { templatesFor, type BotTemplates } from './bot-templates.ts'
import { loadTestsOfBots } from './bot-test.queries.ts'

@Resolver(() => Bot)
export class BotResolver {
  readonly #bots: BotService
  readonly #publishing: PublishingService
  readonly #templates: BotTemplates

  constructor({ bots, publishing, templates }: { bots: BotService; publishing: PublishingService; templates: BotTemplates }) {
    this.#bots = bots
    this.#publishing = publishing
    this.#templates = templates
  }

  @Query(() => [Bot])
  bots(@Args(() => QueryBotsArgs) args: QueryBotsArgs, @Ctx() ctx: Context) {
    return listBots(ctx.unit, args)
  }

  @Query(() => Bot)
  bot(@Args(() => QueryBotArgs) { id }: QueryBotArgs, @Ctx() ctx: Context) {
    return botById(ctx, id)
  }

  @Query(() => [BotTemplate])
  async botTemplates(@Ctx() ctx: Context) {
    assertMaySeeBots(ctx.unit)
    const tenant = await ctx.load(loadTenants, ctx.unit.tenantId)
    return templatesFor(this.#templates, tenant!.sector)
  }

  @Mutation(() => CreateBotResult)
  async createBot(@Args(() => MutationCreateBotArgs) { input }: MutationCreateBotArgs, @Ctx() ctx: Context) {
    return botOr(ctx, await ctx.change(unit => this.#bots.create(unit, input)))
  }

  @Mutation(() => RenameBotResult)
  async renameBot(@Args(() => MutationRenameBotArgs) { input }: MutationRenameBotArgs, @Ctx() ctx: Context) {
    return botOr(ctx, await ctx.change(unit => this.#bots.rename(unit, input)))
  }

  @Mutation(() => ArchiveBotResult)
  async archiveBot(@Args(() => MutationArchiveBotArgs) { input }: MutationArchiveBotArgs, @Ctx() ctx: Context) {
    return botOr(ctx, await ctx.change(unit => this.#bots.archive(unit, input.botId)))
  }

  @Mutation(() => RestoreBotResult)
  async restoreBot(@Args(() => MutationRestoreBotArgs) { input }: MutationRestoreBotArgs, @Ctx() ctx: Context) {
    return botOr(ctx, await ctx.change(unit => this.#bots.restore(unit, input.botId)))
  }

  @Mutation(() => SaveBotSettingsResult)
  async saveBotSettings(@Args(() => MutationSaveBotSettingsArgs) { input }: MutationSaveBotSettingsArgs, @Ctx() ctx: Context) {
    return botOr(ctx, await ctx.change(unit => this.#bots.saveSettings(unit, input)))
  }

  @FieldResolver(() => [Language])
  languages(@Root() { settings }: BotRow) {
    return settings.languages
  }

  @FieldResolver(() => [BotFlow])
  flows(@Root() { id }: BotRow, @Ctx() ctx: Context) {
    return ctx.load(loadFlowsOfBots, id)
  }

  @FieldResolver(() => [BotTest])
  tests(@Root() { id }: BotRow, @Ctx() ctx: Context) {
    return ctx.load(loadTestsOfBots, id)
  }

  @FieldResolver(() => [BotFinding])
  async draftFindings(@Root() { id }: BotRow, @Ctx() ctx: Context) {
    return (await this.#publishing.lint(ctx.unit, id)).findings
  }

  @FieldResolver(() => Member, { nullable: true })
  draftChangedBy(@Root() { draftChangedById }: BotRow, @Ctx() ctx: Context) {
    return draftChangedById && ctx.load(loadMembers, draftChangedById)
  }

  @FieldResolver(() => Member, { nullable: true })
  createdBy(@Root() { createdById }: BotRow, @Ctx() ctx: Context) {
    return createdById && ctx.load(loadMembers, createdById)
  }
}

@Resolver(() => BotFinding)
export class BotFindingResolver {
  @FieldResolver(() => scalars.JSON)
  facts(@Root() { facts }: { facts?: object }) {
    return facts ?? {}
  }
}

@Resolver(() => BotSettingsChangedMeanwhile)
export class BotSettingsChangedMeanwhileResolver {
  @FieldResolver(() => Bot)
  theirs(@Root() { botId }: { botId: string }, @Ctx() ctx: Context) {
    return botById(ctx, botId)
  }

  @FieldResolver(() => Member, { nullable: true })
  by(@Root() { byId }: { byId: string | null }, @Ctx() ctx: Context) {
    return byId && ctx.load(loadMembers, byId)
  }
}

export async function botById(ctx: Context, id: string) {
  const bot = await ctx.load(loadBots, id)
  if (!bot) throw new NotFound('The bot')
  return Object.assign(bot, { __typename: 'Bot' as const })
}

export const botOr = (ctx: Context, result: string | Refusal) => (result instanceof Refusal ? result : botById(ctx, result))
