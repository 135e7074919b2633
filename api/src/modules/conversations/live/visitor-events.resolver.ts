import { Args, Ctx, FieldResolver, Resolver, Root, Subscription } from 'type-graphql'
import { ConversationOwner, SubscriptionVisitorEventsArgs, VisitorEvent } from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import { visitorFeed, type LiveEvent } from './live.feeds.ts'
import { firstNameOf } from '../member-name.ts'
import { visitorThread } from '../visitor/visitor.queries.ts'

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
  async owner(@Root() event: LiveEvent, @Ctx() ctx: Context) {
    return (await openIn(event, ctx))?.owner ?? null
  }

  @FieldResolver(() => String, { nullable: true })
  async agentName(@Root() event: LiveEvent, @Ctx() ctx: Context) {
    return firstNameOf(ctx, (await openIn(event, ctx))?.assigneeId ?? null)
  }
}

/** What is open in her thread: a change of a closed conversation says nothing about the one she is in. */
async function openIn(event: LiveEvent, ctx: Context) {
  if (event.kind === 'READY') return null
  return event.conversation.status === 'OPEN' ? event.conversation : ctx.load(presentThread, 'present')
}

const presentThread = async (unit: ReadUnit, keys: readonly 'present'[]) => {
  const thread = await visitorThread(unit)
  return keys.map(() => thread)
}
