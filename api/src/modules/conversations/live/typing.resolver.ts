import { Args, Ctx, FieldResolver, Mutation, Resolver, Root, Subscription } from 'type-graphql'
import {
  Member, MutationShowAgentTypingArgs, SubscriptionConversationTypingArgs, Typing, VisitorTyping,
} from '../../../contract.ts'
import { Feed } from '../../../platform/contract/feed.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import { loadMembers } from '../../identity/index.ts'
import type { ContactSignals } from '../channel/contact-signals.ts'
import { liveConversations } from './conversation-live.queries.ts'
import { isAnswering, visitorOf } from '../conversation.policy.ts'
import { assertMayRead } from '../conversation.queries.ts'
import { firstNameOf } from '../member-name.ts'
import { visitorThread } from '../visitor/visitor.queries.ts'

@Resolver(() => Typing)
export class TypingResolver {
  readonly #signals: ContactSignals

  constructor(signals: ContactSignals) {
    this.#signals = signals
  }

  @Mutation(() => Boolean)
  async showAgentTyping(
    @Args(() => MutationShowAgentTypingArgs) { conversationId }: MutationShowAgentTypingArgs, @Ctx() ctx: Context,
  ) {
    if (!isAnswering(ctx.actor)) throw new Forbidden()
    const { tenantId, memberId } = ctx.actor
    const [conversation] = await liveConversations(ctx.unit, [conversationId])
    if (!conversation) throw new NotFound('The conversation')
    ctx.feeds.typing.tellStaff(tenantId, conversationId, memberId)
    if (conversation.assigneeId !== memberId) return true
    ctx.feeds.typing.tellVisitor(tenantId, conversation, memberId)
    this.#signals.typing({ tenantId, conversationId })
    return true
  }

  @Mutation(() => Boolean)
  async showVisitorTyping(@Ctx() ctx: Context) {
    const { tenantId } = visitorOf(ctx.actor)
    const { conversationId } = await visitorThread(ctx.unit)
    if (conversationId) ctx.feeds.typing.tellStaff(tenantId, conversationId, null)
    return true
  }

  @Subscription(() => Typing, {
    subscribe: ({ context, args }) => staffTyping(context as Context, args['conversationId']),
  })
  conversationTyping(
    @Root() signal: object, @Args(() => SubscriptionConversationTypingArgs) _args: SubscriptionConversationTypingArgs,
  ) {
    return signal
  }

  @FieldResolver(() => Member, { nullable: true })
  member(@Root() { memberId }: { memberId: string | null }, @Ctx() ctx: Context) {
    return memberId && ctx.load(loadMembers, memberId)
  }
}

@Resolver(() => VisitorTyping)
export class VisitorTypingResolver {
  @Subscription(() => VisitorTyping, { subscribe: ({ context }) => visitorTyping(context as Context) })
  visitorTyping(@Root() signal: object) {
    return signal
  }

  @FieldResolver(() => String)
  async agentName(@Root() { memberId }: { memberId: string }, @Ctx() ctx: Context) {
    return await firstNameOf(ctx, memberId) ?? ''
  }
}

async function staffTyping(context: Context, conversationId: string) {
  assertMayRead(context.unit)
  const { tenantId } = context.unit
  const [conversation] = await liveConversations(context.unit, [conversationId])
  if (!conversation) throw new NotFound('The conversation')
  return new Feed({ live: () => context.feeds.typing.toStaff(tenantId, conversationId) })
}

function visitorTyping(context: Context) {
  const visitor = visitorOf(context.actor)
  return new Feed({ live: () => context.feeds.typing.toVisitor(visitor.tenantId, visitor) })
}
