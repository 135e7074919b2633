import { Args, Ctx, Query, Resolver, Root, Subscription } from 'type-graphql'
import { ConversationEvent, SubscriptionConversationEventsArgs } from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { scalars } from '../../../platform/contract/scalars.ts'
import { presentCursor } from '../../../platform/event-log.ts'
import { staffFeed, type LiveEvent } from './live.feeds.ts'

@Resolver(() => ConversationEvent)
export class ConversationEventsResolver {
  @Query(() => scalars.Cursor)
  eventCursor(@Ctx() ctx: Context) {
    return presentCursor(ctx.unit)
  }

  @Subscription(() => ConversationEvent, {
    subscribe: ({ context, args }) => staffFeed(context as Context, args['after']),
  })
  conversationEvents(
    @Root() event: LiveEvent, @Args(() => SubscriptionConversationEventsArgs) _args: SubscriptionConversationEventsArgs,
  ) {
    return event
  }
}
