import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql'
import {
  Bot, BotDraftChange, BotFlow, CreateFlowResult, DuplicateFlowResult, FlowChangedMeanwhile, FlowDeleted, Member, MutationCreateFlowArgs, MutationDeleteFlowArgs,
  MutationDuplicateFlowArgs, MutationEditingFlowArgs, MutationReorderFlowsArgs, MutationRestoreFlowArgs, MutationSaveFlowArgs, QueryBotFlowArgs, ReorderFlowsResult,
  RestoreFlowResult, SaveFlowResult, SubscriptionBotDraftChangedArgs,
} from '../../../contract.ts'
import { Feed } from '../../../platform/contract/feed.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { scalars } from '../../../platform/contract/scalars.ts'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { loadMembers } from '../../identity/index.ts'
import { mayConfigureBots } from './bot.policy.ts'
import { botById, botOr } from './bot.resolver.ts'
import { loadFlowDocuments, loadFlows, type BotFlowRow } from './bot-flow.queries.ts'
import type { BotFlowService } from './bot-flow.service.ts'
import type { DraftChange, DraftNews } from './draft-news.ts'
import type { FlowEditors } from './flow-editors.ts'

@Resolver(() => BotFlow)
export class BotFlowResolver {
  readonly #flows: BotFlowService
  readonly #editors: FlowEditors
  readonly #news: DraftNews

  constructor({ flows, editors, news }: { flows: BotFlowService; editors: FlowEditors; news: DraftNews }) {
    this.#flows = flows
    this.#editors = editors
    this.#news = news
  }

  @Query(() => BotFlow)
  botFlow(@Args(() => QueryBotFlowArgs) { id }: QueryBotFlowArgs, @Ctx() ctx: Context) {
    return flowById(ctx, id)
  }

  @Mutation(() => CreateFlowResult)
  async createFlow(@Args(() => MutationCreateFlowArgs) { input }: MutationCreateFlowArgs, @Ctx() ctx: Context) {
    return flowOr(ctx, await ctx.change(unit => this.#flows.create(unit, input)))
  }

  @Mutation(() => SaveFlowResult)
  async saveFlow(@Args(() => MutationSaveFlowArgs) { input }: MutationSaveFlowArgs, @Ctx() ctx: Context) {
    return flowOr(ctx, await ctx.change(unit => this.#flows.save(unit, input)))
  }

  @Mutation(() => DuplicateFlowResult)
  async duplicateFlow(@Args(() => MutationDuplicateFlowArgs) { input }: MutationDuplicateFlowArgs, @Ctx() ctx: Context) {
    return flowOr(ctx, await ctx.change(unit => this.#flows.duplicate(unit, input)))
  }

  @Mutation(() => FlowDeleted)
  deleteFlow(@Args(() => MutationDeleteFlowArgs) { input }: MutationDeleteFlowArgs, @Ctx() ctx: Context) {
    return ctx.change(unit => this.#flows.delete(unit, input.flowId))
  }

  @Mutation(() => RestoreFlowResult)
  async restoreFlow(@Args(() => MutationRestoreFlowArgs) { input }: MutationRestoreFlowArgs, @Ctx() ctx: Context) {
    return flowOr(ctx, await ctx.change(unit => this.#flows.restore(unit, input.flowId)))
  }

  @Mutation(() => ReorderFlowsResult)
  async reorderFlows(@Args(() => MutationReorderFlowsArgs) { input }: MutationReorderFlowsArgs, @Ctx() ctx: Context) {
    return botOr(ctx, await ctx.change(unit => this.#flows.reorder(unit, input)))
  }

  @Mutation(() => BotFlow)
  async editingFlow(@Args(() => MutationEditingFlowArgs) { input: { flowId, isOver } }: MutationEditingFlowArgs, @Ctx() ctx: Context) {
    const { actor } = ctx
    if (actor.kind !== 'MEMBER' || !mayConfigureBots(actor)) throw new Forbidden()
    const flow = await flowById(ctx, flowId)
    const { tenantId, memberId } = actor
    if (this.#editors.tell({ tenantId, flowId, memberId, isOver })) {
      const { botId, revision } = flow
      this.#news.tell(tenantId, { botId, flowId, revision, kind: 'EDITORS_CHANGED', byId: memberId, at: ctx.unit.now.toISOString() })
    }
    return flow
  }

  @FieldResolver(() => scalars.JSON)
  document(@Root() { id }: BotFlowRow, @Ctx() ctx: Context) {
    return ctx.load(loadFlowDocuments, id)
  }

  @FieldResolver(() => Member, { nullable: true })
  changedBy(@Root() { changedById }: BotFlowRow, @Ctx() ctx: Context) {
    return changedById && ctx.load(loadMembers, changedById)
  }

  @FieldResolver(() => [Member])
  async editors(@Root() { id }: BotFlowRow, @Ctx() ctx: Context) {
    const ids = this.#editors.of({ tenantId: ctx.unit.tenantId, flowId: id })
    return (await Promise.all(ids.map(memberId => ctx.load(loadMembers, memberId)))).filter(member => member !== undefined)
  }
}

@Resolver(() => FlowChangedMeanwhile)
export class FlowChangedMeanwhileResolver {
  @FieldResolver(() => BotFlow)
  theirs(@Root() { flowId }: { flowId: string }, @Ctx() ctx: Context) {
    return flowById(ctx, flowId)
  }

  @FieldResolver(() => Member, { nullable: true })
  by(@Root() { byId }: { byId: string | null }, @Ctx() ctx: Context) {
    return byId && ctx.load(loadMembers, byId)
  }
}

@Resolver(() => FlowDeleted)
export class FlowDeletedResolver {
  @FieldResolver(() => Bot)
  bot(@Root() { botId }: { botId: string }, @Ctx() ctx: Context) {
    return botById(ctx, botId)
  }
}

@Resolver(() => BotDraftChange)
export class BotDraftChangeResolver {
  @Subscription(() => BotDraftChange, { subscribe: ({ context, args }) => draftFeed(context as Context, args['botId'] as string) })
  botDraftChanged(@Root() change: DraftChange, @Args(() => SubscriptionBotDraftChangedArgs) _args: SubscriptionBotDraftChangedArgs) {
    return { ...change, at: new Date(change.at) }
  }

  @FieldResolver(() => BotFlow, { nullable: true })
  async flow(@Root() { flowId }: DraftChange, @Ctx() ctx: Context) {
    return (flowId && await ctx.load(loadFlows, flowId)) ?? null
  }

  @FieldResolver(() => Member, { nullable: true })
  by(@Root() { byId }: DraftChange, @Ctx() ctx: Context) {
    return byId && ctx.load(loadMembers, byId)
  }
}

async function draftFeed(context: Context, botId: string) {
  await botById(context, botId)
  const { tenantId } = context.unit
  return new Feed({ live: () => context.feeds.botDrafts.of(tenantId, botId) })
}

async function flowById(ctx: Context, id: string) {
  const flow = await ctx.load(loadFlows, id)
  if (!flow) throw new NotFound('The flow')
  return Object.assign(flow, { __typename: 'BotFlow' as const })
}

const flowOr = (ctx: Context, result: string | Refusal) => (result instanceof Refusal ? result : flowById(ctx, result))
