import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  Bot, BotApproval, BotExport, BotVersion, BotVersionConnection, BotVersionKind, BotVersionsArgs, ImportBotResult, Member, MutationImportBotArgs,
  MutationPublishBotArgs, MutationRestoreVersionArgs, MutationUseBotVersionArgs, PublishBotResult, QueryBotVersionArgs, QueryExportBotArgs, RestoreVersionResult,
  UseBotVersionResult, VersionRestored,
} from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { scalars } from '../../../platform/contract/scalars.ts'
import { NotFound } from '../../../platform/errors.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { loadMembers } from '../../identity/index.ts'
import { draftOf, type BotRow } from '../bots/bot.queries.ts'
import { botById } from '../bots/bot.resolver.ts'
import { loadApprovalsOfVersions } from '../golive/bot-approval.queries.ts'
import { fileNameFor, writeBotFile } from './bot-file.ts'
import { digestOfContent } from './bot-version.store.ts'
import { listVersions, loadVersionCounts, loadVersions, versionContent, type BotVersionRow } from './bot-version.queries.ts'
import type { GoLiveService } from '../golive/golive.service.ts'
import type { PublishingService } from './publishing.service.ts'
import type { Replaced, RestoringService } from './restoring.service.ts'

@Resolver(() => BotVersion)
export class BotVersionResolver {
  readonly #publishing: PublishingService
  readonly #restoring: RestoringService
  readonly #golive: GoLiveService

  constructor({ publishing, restoring, golive }: { publishing: PublishingService; restoring: RestoringService; golive: GoLiveService }) {
    this.#publishing = publishing
    this.#golive = golive
    this.#restoring = restoring
  }

  @Query(() => BotVersion)
  botVersion(@Args(() => QueryBotVersionArgs) { id }: QueryBotVersionArgs, @Ctx() ctx: Context) {
    return versionById(ctx, id)
  }

  @Query(() => BotExport)
  async exportBot(@Args(() => QueryExportBotArgs) { botId, versionId }: QueryExportBotArgs, @Ctx() ctx: Context) {
    const bot = await botById(ctx, botId)
    const version = versionId ? await versionOfBot(ctx, botId, versionId) : null
    const { content } = version ? await versionContent(ctx.unit, version.id) : await draftOf(ctx.unit, botId)
    return { fileName: fileNameFor(bot.name, version?.number ?? null), mediaType: 'application/json', content: writeBotFile(bot, content) }
  }

  /** Checked before it is locked, and tests run while no unit is open. */
  @Mutation(() => PublishBotResult)
  async publishBot(@Args(() => MutationPublishBotArgs) { input }: MutationPublishBotArgs, @Ctx() ctx: Context) {
    const seen = await this.#golive.look(ctx.unit, input.botId)
    await ctx.close()
    const { tests, items } = await this.#golive.checklist(seen)
    return versionOr(ctx, await ctx.change(unit => this.#publishing.publish(unit, input, { ...seen, tests, items })))
  }

  @Mutation(() => UseBotVersionResult)
  async useBotVersion(@Args(() => MutationUseBotVersionArgs) { input }: MutationUseBotVersionArgs, @Ctx() ctx: Context) {
    return versionOr(ctx, await ctx.change(unit => this.#publishing.use(unit, input)))
  }

  @Mutation(() => RestoreVersionResult)
  async restoreVersion(@Args(() => MutationRestoreVersionArgs) { input }: MutationRestoreVersionArgs, @Ctx() ctx: Context) {
    return replacedOr(await ctx.change(unit => this.#restoring.restore(unit, input.versionId)))
  }

  @Mutation(() => ImportBotResult)
  async importBot(@Args(() => MutationImportBotArgs) { input }: MutationImportBotArgs, @Ctx() ctx: Context) {
    return replacedOr(await ctx.change(unit => this.#restoring.import(unit, input)))
  }

  @FieldResolver(() => BotVersionKind)
  kind(@Root() { number }: BotVersionRow) {
    return number === null ? 'SNAPSHOT' : 'PUBLISHED'
  }

  @FieldResolver(() => Member, { nullable: true })
  author(@Root() { authorId }: BotVersionRow, @Ctx() ctx: Context) {
    return authorId && ctx.load(loadMembers, authorId)
  }

  @FieldResolver(() => scalars.JSON)
  async content(@Root() { id }: BotVersionRow, @Ctx() ctx: Context) {
    return (await versionContent(ctx.unit, id)).content
  }

  @FieldResolver(() => [BotApproval])
  approvals(@Root() { id }: BotVersionRow, @Ctx() ctx: Context) {
    return ctx.load(loadApprovalsOfVersions, id)
  }
}

@Resolver(() => Bot)
export class BotVersionsResolver {
  @FieldResolver(() => BotVersionConnection)
  async versions(@Root() { id }: BotRow, @Args(() => BotVersionsArgs) args: BotVersionsArgs, @Ctx() ctx: Context) {
    return { ...await listVersions(ctx.unit, { ...args, botId: id }), totalCount: () => ctx.load(loadVersionCounts, id) }
  }

  @FieldResolver(() => BotVersion, { nullable: true })
  liveVersion(@Root() { liveVersionId }: BotRow, @Ctx() ctx: Context) {
    return liveVersionId && ctx.load(loadVersions, liveVersionId)
  }

  @FieldResolver(() => BotVersion, { nullable: true })
  latestVersion(@Root() { latestVersionId }: BotRow, @Ctx() ctx: Context) {
    return latestVersionId && ctx.load(loadVersions, latestVersionId)
  }

  @FieldResolver(() => Boolean)
  async hasUnpublishedChanges(@Root() { id, latestVersionId }: BotRow, @Ctx() ctx: Context) {
    const latest = latestVersionId ? await ctx.load(loadVersions, latestVersionId) : undefined
    return latest?.digest !== digestOfContent((await draftOf(ctx.unit, id)).content)
  }
}

@Resolver(() => VersionRestored)
export class VersionRestoredResolver {
  @FieldResolver(() => Bot)
  bot(@Root() { botId }: Replaced, @Ctx() ctx: Context) {
    return botById(ctx, botId)
  }

  @FieldResolver(() => BotVersion)
  snapshot(@Root() { snapshotId }: Replaced, @Ctx() ctx: Context) {
    return versionById(ctx, snapshotId)
  }
}

export async function versionById(ctx: Context, id: string) {
  const version = await ctx.load(loadVersions, id)
  if (!version) throw new NotFound('The version')
  return Object.assign(version, { __typename: 'BotVersion' as const })
}

/** One of this bot's. */
export async function versionOfBot(ctx: Context, botId: string, id: string) {
  const version = await versionById(ctx, id)
  if (version.botId !== botId) throw new NotFound('The version')
  return version
}

const versionOr = (ctx: Context, result: string | Refusal) => (result instanceof Refusal ? result : versionById(ctx, result))

const replacedOr = (result: Replaced | Refusal) => (result instanceof Refusal ? result : { ...result, __typename: 'VersionRestored' as const })
