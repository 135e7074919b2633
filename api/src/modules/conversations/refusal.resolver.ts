import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { AlreadyClaimed, AnotherIsOpen, Conversation, Member, NotYourConversation } from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { loadMembers } from '../identity/index.ts'
import { conversationById } from './conversation.resolver.ts'

interface Held {
  assigneeId: string | null
}

@Resolver(() => NotYourConversation)
export class NotYourConversationResolver {
  @FieldResolver(() => Member, { nullable: true })
  assignee(@Root() { assigneeId }: Held, @Ctx() ctx: Context) {
    return assigneeId && ctx.load(loadMembers, assigneeId)
  }
}

@Resolver(() => AlreadyClaimed)
export class AlreadyClaimedResolver {
  @FieldResolver(() => Member)
  assignee(@Root() { assigneeId }: Held, @Ctx() ctx: Context) {
    return ctx.load(loadMembers, assigneeId!)
  }
}

@Resolver(() => AnotherIsOpen)
export class AnotherIsOpenResolver {
  @FieldResolver(() => Conversation)
  conversation(@Root() { conversationId }: { conversationId: string }, @Ctx() ctx: Context) {
    return conversationById(ctx, conversationId)
  }
}
