import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  ApproveGoLiveItemResult, Bot, BotApproval, BotApprovalConnection, BotApprovalsArgs, BotReview, BotReviewConnection, GoLiveItem, Member, MoveBotStageResult,
  MutationApproveGoLiveItemArgs, MutationMoveBotStageArgs, MutationReviewBotArgs, QueryBotReviewsArgs, ReviewBotResult, Tenant,
} from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { loadMembers } from '../../identity/index.ts'
import { loadWholeTenants } from '../../tenancy/index.ts'
import type { BotRow } from '../bots/bot.queries.ts'
import { botOr } from '../bots/bot.resolver.ts'
import { listApprovals, type BotApprovalRow } from './bot-approval.queries.ts'
import { listReviews, type BotReviewRow } from './bot-review.queries.ts'
import { botProItems, reviewItems, type BotReviewService } from './bot-review.service.ts'
import type { GoLiveService } from './golive.service.ts'

@Resolver(() => Bot)
export class GoLiveResolver {
  readonly #golive: GoLiveService

  constructor(golive: GoLiveService) {
    this.#golive = golive
  }

  /** Facts are read before the bot is locked, and tests run while no unit is open. */
  @Mutation(() => MoveBotStageResult)
  async moveBotStage(@Args(() => MutationMoveBotStageArgs) { input }: MutationMoveBotStageArgs, @Ctx() ctx: Context) {
    const seen = await this.#golive.look(ctx.unit, input.botId)
    await ctx.close()
    const items = await this.#golive.checklist(seen)
    return botOr(ctx, await ctx.change(unit => this.#golive.move(unit, input, items)))
  }

  @Mutation(() => ApproveGoLiveItemResult)
  async approveGoLiveItem(@Args(() => MutationApproveGoLiveItemArgs) { input }: MutationApproveGoLiveItemArgs, @Ctx() ctx: Context) {
    return botOr(ctx, await ctx.change(unit => this.#golive.approve(unit, input)))
  }

  @FieldResolver(() => [GoLiveItem])
  async checklist(@Root() { id }: BotRow, @Ctx() ctx: Context) {
    return (await this.#golive.checklist(await this.#golive.look(ctx.unit, id))).items
  }

  @FieldResolver(() => BotApprovalConnection)
  approvals(@Root() { id }: BotRow, @Args(() => BotApprovalsArgs) args: BotApprovalsArgs, @Ctx() ctx: Context) {
    return listApprovals(ctx.unit, { ...args, botId: id })
  }
}

@Resolver(() => BotApproval)
export class BotApprovalResolver {
  /** Operators are in no company, and see no members. */
  @FieldResolver(() => Member, { nullable: true })
  by(@Root() { memberId }: BotApprovalRow, @Ctx() ctx: Context) {
    return memberId && ctx.actor.kind !== 'OPERATOR' ? ctx.load(loadMembers, memberId) : null
  }
}

@Resolver(() => BotReview)
export class BotReviewResolver {
  readonly #reviews: BotReviewService

  constructor(reviews: BotReviewService) {
    this.#reviews = reviews
  }

  @Query(() => BotReviewConnection)
  botReviews(@Args(() => QueryBotReviewsArgs) args: QueryBotReviewsArgs, @Ctx() ctx: Context) {
    return listReviews(ctx.unit, args, botProItems.length)
  }

  @Mutation(() => ReviewBotResult)
  async reviewBot(@Args(() => MutationReviewBotArgs) { input }: MutationReviewBotArgs, @Ctx() ctx: Context) {
    const review = await ctx.change(unit => this.#reviews.review(unit, input))
    return review instanceof Refusal ? review : { ...review, __typename: 'BotReview' as const }
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() { tenantId }: BotReviewRow, @Ctx() ctx: Context) {
    return ctx.load(loadWholeTenants, tenantId)
  }

  @FieldResolver(() => [GoLiveItem])
  items(@Root() review: BotReviewRow, @Ctx() ctx: Context) {
    return reviewItems(ctx.unit, review)
  }
}
