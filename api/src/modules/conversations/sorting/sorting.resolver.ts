import { Args, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import {
  Conversation, ConversationLabel, MoveConversationToQueueResult, MutationMoveConversationToQueueArgs, MutationPrioritizeConversationArgs,
  MutationTagConversationArgs, TagConversationResult,
} from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { conversationById } from '../conversation.resolver.ts'
import { conversationQueues, conversationTags } from './sorting.queries.ts'
import type { SortingService } from './sorting.service.ts'

@Resolver()
export class SortingResolver {
  readonly #sorting: SortingService

  constructor(sorting: SortingService) {
    this.#sorting = sorting
  }

  @Query(() => [ConversationLabel])
  conversationTags(@Ctx() ctx: Context) {
    return conversationTags(ctx.unit)
  }

  @Query(() => [ConversationLabel])
  conversationQueues(@Ctx() ctx: Context) {
    return conversationQueues(ctx.unit)
  }

  @Mutation(() => TagConversationResult)
  async tagConversation(@Args(() => MutationTagConversationArgs) { input }: MutationTagConversationArgs, @Ctx() ctx: Context) {
    return answer(ctx, await ctx.change(unit => this.#sorting.tag(unit, input)))
  }

  @Mutation(() => Conversation)
  async prioritizeConversation(@Args(() => MutationPrioritizeConversationArgs) { input }: MutationPrioritizeConversationArgs, @Ctx() ctx: Context) {
    return conversationById(ctx, await ctx.change(unit => this.#sorting.prioritize(unit, input)))
  }

  @Mutation(() => MoveConversationToQueueResult)
  async moveConversationToQueue(@Args(() => MutationMoveConversationToQueueArgs) { input }: MutationMoveConversationToQueueArgs, @Ctx() ctx: Context) {
    return answer(ctx, await ctx.change(unit => this.#sorting.moveToQueue(unit, input)))
  }
}

const answer = (ctx: Context, result: string | Refusal) => (result instanceof Refusal ? result : conversationById(ctx, result))
