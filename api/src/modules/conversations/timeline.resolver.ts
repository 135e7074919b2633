import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Contact, ContactMergePreview, ContactTimelineArgs, ContactTimelineConnection, ContactTimelineEdge, Conversation } from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { conversationById } from './conversation.resolver.ts'
import type { Message } from './messages/message.ts'
import { conversationCounts, timelineOf } from './timeline.queries.ts'

@Resolver(() => Contact)
export class ContactTimelineResolver {
  @FieldResolver(() => ContactTimelineConnection)
  timeline(@Root() { id }: { id: string }, @Args(() => ContactTimelineArgs) args: ContactTimelineArgs, @Ctx() ctx: Context) {
    return timelineOf(ctx.unit, id, args)
  }
}

@Resolver(() => ContactTimelineEdge)
export class ContactTimelineEdgeResolver {
  @FieldResolver(() => Conversation)
  conversation(@Root() { node }: { node: Message }, @Ctx() ctx: Context) {
    return conversationById(ctx, node.conversationId)
  }
}

@Resolver(() => ContactMergePreview)
export class MergePreviewConversationsResolver {
  @FieldResolver(() => Number)
  async conversationCount(@Root() { contact, absorbed }: Record<'contact' | 'absorbed', { id: string }>, @Ctx() ctx: Context) {
    const counts = await Promise.all([...new Set([contact.id, absorbed.id])].map(id => ctx.load(conversationCounts, id)))
    return counts.reduce((sum, count) => sum + count, 0)
  }
}
