import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import {
  Contact, ContactConversationsArgs, Conversation, ConversationConnection, ConversationHit, ConversationHitConnection,
  InboxCounts, Message, QueryInboxArgs, QuerySearchConversationsArgs,
} from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { scalars } from '../../platform/contract/scalars.ts'
import { presentCursor } from '../../platform/event-log.ts'
import { inboxCounts, messagesById } from './conversation.queries.ts'
import { conversationById } from './conversation.resolver.ts'
import { conversationsOfContact, inbox } from './inbox.queries.ts'
import { searchConversations, type Hit } from './search.queries.ts'

@Resolver(() => ConversationHit)
export class InboxResolver {
  @Query(() => ConversationConnection)
  inbox(@Args(() => QueryInboxArgs) args: QueryInboxArgs, @Ctx() ctx: Context) {
    return inbox(ctx.unit, args)
  }

  @Query(() => InboxCounts)
  inboxCounts(@Ctx() ctx: Context) {
    return inboxCounts(ctx.unit)
  }

  @Query(() => ConversationHitConnection)
  searchConversations(
    @Args(() => QuerySearchConversationsArgs) args: QuerySearchConversationsArgs, @Ctx() ctx: Context,
  ) {
    return searchConversations(ctx.unit, args)
  }

  @FieldResolver(() => Conversation)
  conversation(@Root() { conversationId }: Hit, @Ctx() ctx: Context) {
    return conversationById(ctx, conversationId)
  }

  @FieldResolver(() => Message, { nullable: true })
  message(@Root() { messageId }: Hit, @Ctx() ctx: Context) {
    return messageId && ctx.load(messagesById, messageId)
  }
}

@Resolver(() => ConversationConnection)
export class ConversationConnectionResolver {
  /** Read in the same transaction as the page: asked for by few, so by itself. */
  @FieldResolver(() => scalars.Cursor)
  eventCursor(@Ctx() ctx: Context) {
    return presentCursor(ctx.unit)
  }
}

@Resolver(() => Contact)
export class ContactConversationsResolver {
  @FieldResolver(() => ConversationConnection)
  conversations(
    @Root() { id }: { id: string }, @Args(() => ContactConversationsArgs) args: ContactConversationsArgs, @Ctx() ctx: Context,
  ) {
    return conversationsOfContact(ctx.unit, id, args)
  }
}
