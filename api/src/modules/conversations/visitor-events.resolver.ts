import { Args, Ctx, FieldResolver, Resolver, Root, Subscription } from 'type-graphql'
import { ConversationOwner, SubscriptionVisitorEventsArgs, VisitorEvent } from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { visitorFeed, type LiveEvent } from './live.feeds.ts'
import { firstNameOf } from './member-name.ts'

@Resolver(() => VisitorEvent)
export class VisitorEventsResolver {
  @Subscription(() => VisitorEvent, {
    subscribe: ({ context, args }) => visitorFeed(context as Context, args['after']),
  })
  visitorEvents(
    @Root() event: LiveEvent, @Args(() => SubscriptionVisitorEventsArgs) _args: SubscriptionVisitorEventsArgs,
  ) {
    return event.kind === 'CONVERSATION_CHANGED' ? { ...event, kind: 'THREAD_CHANGED' } : event
  }

  @FieldResolver(() => ConversationOwner, { nullable: true })
  owner(@Root() event: LiveEvent) {
    const conversation = 'conversation' in event ? event.conversation : null
    return conversation?.status === 'OPEN' ? conversation.owner : null
  }

  @FieldResolver(() => String, { nullable: true })
  agentName(@Root() event: LiveEvent, @Ctx() ctx: Context) {
    return 'conversation' in event ? firstNameOf(ctx, event.conversation.assigneeId) : null
  }
}
