import { Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import {
  AddNoteResult, Attachment, Conversation, Member, Message, MutationAddNoteArgs, MutationMarkConversationReadArgs,
  MutationSendReplyArgs, SendReplyResult,
} from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { loadMembers } from '../../identity/index.ts'
import type { AgentMessageService } from './agent-message.service.ts'
import { attachmentsByMessage } from '../attachments/attachment.store.ts'
import { conversationById } from '../conversation.resolver.ts'
import type { Message as StoredMessage } from './message.ts'
import type { ReadingService } from './reading.service.ts'

@Resolver(() => Message)
export class MessageResolver {
  readonly #messages: AgentMessageService
  readonly #reading: ReadingService

  constructor({ messages, reading }: { messages: AgentMessageService; reading: ReadingService }) {
    this.#messages = messages
    this.#reading = reading
  }

  @Mutation(() => SendReplyResult)
  async sendReply(@Args(() => MutationSendReplyArgs) { input }: MutationSendReplyArgs, @Ctx() ctx: Context) {
    return named(await ctx.change(unit => this.#messages.reply(unit, input)))
  }

  @Mutation(() => AddNoteResult)
  async addNote(@Args(() => MutationAddNoteArgs) { input }: MutationAddNoteArgs, @Ctx() ctx: Context) {
    return named(await ctx.change(unit => this.#messages.note(unit, input)))
  }

  @Mutation(() => Conversation)
  async markConversationRead(
    @Args(() => MutationMarkConversationReadArgs) args: MutationMarkConversationReadArgs, @Ctx() ctx: Context,
  ) {
    return conversationById(ctx, await ctx.change(unit => this.#reading.markRead(unit, args)))
  }

  @FieldResolver(() => Member, { nullable: true })
  member(@Root() { memberId }: StoredMessage, @Ctx() ctx: Context) {
    return memberId && ctx.load(loadMembers, memberId)
  }

  @FieldResolver(() => Member, { nullable: true })
  noticeMember(@Root() { noticeMemberId }: StoredMessage, @Ctx() ctx: Context) {
    return noticeMemberId && ctx.load(loadMembers, noticeMemberId)
  }

  @FieldResolver(() => [Attachment])
  attachments(@Root() message: StoredMessage, @Ctx() ctx: Context) {
    return message.attachmentCount ? ctx.load(attachmentsByMessage, message.id) : []
  }
}

const named = (result: StoredMessage | Refusal) =>
  result instanceof Refusal ? result : { ...result, __typename: 'Message' as const }
