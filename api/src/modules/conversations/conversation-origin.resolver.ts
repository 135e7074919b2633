import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import { ChannelLink, Conversation, ConversationOrigin } from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { channelLinksById, type ConversationOrigin as Origin } from '../channels/index.ts'
import { conversationsOfLinks } from './conversation-origin.queries.ts'
import type { ConversationRow } from './conversation.queries.ts'

@Resolver(() => Conversation)
export class ConversationOriginOfResolver {
  @FieldResolver(() => ConversationOrigin, { nullable: true })
  origin(@Root() { linkId, referral }: ConversationRow): Origin | null {
    return linkId || referral ? { linkId, referral } : null
  }
}

@Resolver(() => ConversationOrigin)
export class ConversationOriginResolver {
  @FieldResolver(() => ChannelLink, { nullable: true })
  link(@Root() { linkId }: Origin, @Ctx() ctx: Context) {
    return linkId && ctx.load(channelLinksById, linkId)
  }
}

@Resolver(() => ChannelLink)
export class LinkConversationsResolver {
  @FieldResolver(() => Int)
  async conversationCount(@Root() { id }: { id: string }, @Ctx() ctx: Context) {
    return (await ctx.load(conversationsOfLinks, id)).count
  }

  @FieldResolver(() => [Int])
  async conversationsByDay(@Root() { id }: { id: string }, @Ctx() ctx: Context) {
    return (await ctx.load(conversationsOfLinks, id)).byDay
  }
}
