import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  AssignConversationResult, ChannelAccount, ClaimConversationResult, CloseConversationResult, Contact, Conversation,
  ConversationMessagesArgs, HandBackToBotResult, Member, Message, MessageConnection, MutationAssignConversationArgs,
  MutationClaimConversationArgs, MutationCloseConversationArgs, MutationHandBackToBotArgs,
  MutationReopenConversationArgs, QueryConversationArgs, ReopenConversationResult,
} from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { NotFound } from '../../platform/errors.ts'
import { Refusal } from '../../platform/refusal.ts'
import { channelAccountsById } from '../channels/index.ts'
import { loadContacts } from '../contacts/index.ts'
import { loadMembers } from '../identity/index.ts'
import { assertMayRead, conversationsById, messagesById, type ConversationRow } from './conversation.queries.ts'
import type { ConversationService } from './conversation.service.ts'
import { messagePage } from './messages/message.page.ts'

@Resolver(() => Conversation)
export class ConversationResolver {
  readonly #conversations: ConversationService

  constructor(conversations: ConversationService) {
    this.#conversations = conversations
  }

  @Query(() => Conversation)
  conversation(@Args(() => QueryConversationArgs) { id }: QueryConversationArgs, @Ctx() ctx: Context) {
    assertMayRead(ctx.unit)
    return conversationById(ctx, id)
  }

  @Mutation(() => ClaimConversationResult)
  async claimConversation(
    @Args(() => MutationClaimConversationArgs) { input }: MutationClaimConversationArgs, @Ctx() ctx: Context,
  ) {
    return answer(ctx, await ctx.change(unit => this.#conversations.claim(unit, input.conversationId)))
  }

  @Mutation(() => AssignConversationResult)
  async assignConversation(
    @Args(() => MutationAssignConversationArgs) { input }: MutationAssignConversationArgs, @Ctx() ctx: Context,
  ) {
    return answer(ctx, await ctx.change(unit => this.#conversations.assign(unit, input)))
  }

  @Mutation(() => HandBackToBotResult)
  async handBackToBot(
    @Args(() => MutationHandBackToBotArgs) { input }: MutationHandBackToBotArgs, @Ctx() ctx: Context,
  ) {
    return answer(ctx, await ctx.change(unit => this.#conversations.handBackToBot(unit, input.conversationId)))
  }

  @Mutation(() => CloseConversationResult)
  async closeConversation(
    @Args(() => MutationCloseConversationArgs) { input }: MutationCloseConversationArgs, @Ctx() ctx: Context,
  ) {
    return answer(ctx, await ctx.change(unit => this.#conversations.close(unit, input.conversationId)))
  }

  @Mutation(() => ReopenConversationResult)
  async reopenConversation(
    @Args(() => MutationReopenConversationArgs) { input }: MutationReopenConversationArgs, @Ctx() ctx: Context,
  ) {
    return answer(ctx, await ctx.change(unit => this.#conversations.reopen(unit, input.conversationId)))
  }

  @FieldResolver(() => Contact)
  contact(@Root() { contactId }: ConversationRow, @Ctx() ctx: Context) {
    return ctx.load(loadContacts, contactId)
  }

  @FieldResolver(() => ChannelAccount)
  channelAccount(@Root() { channelAccountId }: ConversationRow, @Ctx() ctx: Context) {
    return ctx.load(channelAccountsById, channelAccountId)
  }

  @FieldResolver(() => Member, { nullable: true })
  assignee(@Root() { assigneeId }: ConversationRow, @Ctx() ctx: Context) {
    return assigneeId && ctx.load(loadMembers, assigneeId)
  }

  @FieldResolver(() => Message, { nullable: true })
  lastMessage(@Root() { lastMessageId }: ConversationRow, @Ctx() ctx: Context) {
    return lastMessageId && ctx.load(messagesById, lastMessageId)
  }

  @FieldResolver(() => MessageConnection)
  messages(
    @Root() { id }: ConversationRow, @Args(() => ConversationMessagesArgs) args: ConversationMessagesArgs,
    @Ctx() ctx: Context,
  ) {
    return messagePage(ctx.unit, id, args)
  }
}

export async function conversationById(ctx: Context, id: string) {
  const conversation = await ctx.load(conversationsById, id)
  if (!conversation) throw new NotFound('The conversation')
  return Object.assign(conversation, { __typename: 'Conversation' as const })
}

const answer = (ctx: Context, result: string | Refusal) =>
  result instanceof Refusal ? result : conversationById(ctx, result)
