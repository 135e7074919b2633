import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import {
  Attachment, MutationAcknowledgeMessagesArgs, MutationSendVisitorMessageArgs, SendVisitorMessageResult, VisitorMessage,
  VisitorMessageConnection, VisitorSession, VisitorThread, VisitorThreadMessagesArgs, VisitorWelcome,
} from '../../../contract.ts'
import type { Context } from '../../../platform/contract/operation.ts'
import { presentCursor } from '../../../platform/event-log.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { VisitorSession as StartedSession } from '../../channels/index.ts'
import { attachmentsByMessage } from '../attachments/attachment.store.ts'
import type { ServiceReader } from '../../tenancy/index.ts'
import type { Bot } from '../bot/bot.ts'
import { sceneFor } from '../bot/bot-scene.ts'
import type { BotUnderstanding } from '../bot/bot-understanding.ts'
import { visitorOf } from '../conversation.policy.ts'
import { firstNameOf } from '../member-name.ts'
import type { Message } from '../messages/message.ts'
import type { ReadingService } from '../messages/reading.service.ts'
import { visitorMessages, visitorThread, type VisitorThreadRow } from './visitor.queries.ts'
import type { VisitorMessageService } from './visitor-message.service.ts'

@Resolver(() => VisitorThread)
export class VisitorThreadResolver {
  readonly #messages: VisitorMessageService
  readonly #reading: ReadingService
  readonly #understanding: BotUnderstanding

  constructor({ messages, reading, understanding }: { messages: VisitorMessageService; reading: ReadingService; understanding: BotUnderstanding }) {
    this.#messages = messages
    this.#reading = reading
    this.#understanding = understanding
  }

  /** Whoever opens the chat is about to ask something. */
  @Query(() => VisitorThread)
  visitorThread(@Ctx() ctx: Context) {
    this.#understanding.warm(visitorOf(ctx.actor).tenantId)
    return visitorThread(ctx.unit)
  }

  @Mutation(() => SendVisitorMessageResult)
  async sendVisitorMessage(
    @Args(() => MutationSendVisitorMessageArgs) { input }: MutationSendVisitorMessageArgs, @Ctx() ctx: Context,
  ) {
    const language = input.language ?? visitorOf(ctx.actor).language
    const stored = await ctx.change(unit => this.#messages.receive(unit, { ...input, language }))
    if (stored instanceof Refusal) return stored
    const messages = stored.toSorted((a, b) => a.position - b.position)
    return { __typename: 'VisitorMessageStored', message: stored[0], messages }
  }

  @Mutation(() => Boolean)
  async acknowledgeMessages(
    @Args(() => MutationAcknowledgeMessagesArgs) args: MutationAcknowledgeMessagesArgs, @Ctx() ctx: Context,
  ) {
    await ctx.change(unit => this.#reading.acknowledge(unit, args))
    return true
  }

  @FieldResolver(() => String, { nullable: true })
  agentName(@Root() { assigneeId }: VisitorThreadRow, @Ctx() ctx: Context) {
    return firstNameOf(ctx, assigneeId)
  }

  @FieldResolver(() => VisitorMessageConnection)
  messages(
    @Root() { identityId }: VisitorThreadRow, @Args(() => VisitorThreadMessagesArgs) args: VisitorThreadMessagesArgs,
    @Ctx() ctx: Context,
  ) {
    return visitorMessages(ctx.unit, identityId, args)
  }

  @FieldResolver(() => String)
  eventCursor(@Ctx() ctx: Context) {
    return presentCursor(ctx.unit)
  }
}

@Resolver(() => VisitorMessage)
export class VisitorMessageResolver {
  @FieldResolver(() => String, { nullable: true })
  agentName(@Root() { notice, noticeMemberId, memberId }: Message, @Ctx() ctx: Context) {
    return firstNameOf(ctx, notice === 'ASSIGNED' ? noticeMemberId : memberId)
  }

  @FieldResolver(() => [Attachment])
  attachments(@Root() message: Message, @Ctx() ctx: Context) {
    return message.attachmentCount ? ctx.load(attachmentsByMessage, message.id) : []
  }
}

@Resolver(() => VisitorSession)
export class VisitorWelcomeResolver {
  readonly #bot: Bot
  readonly #service: ServiceReader

  constructor(bot: Bot, service: ServiceReader) {
    this.#bot = bot
    this.#service = service
  }

  @FieldResolver(() => VisitorWelcome)
  async welcome(@Root() { claims }: StartedSession, @Ctx() ctx: Context) {
    const scene = await sceneFor(ctx.unit, claims.channelAccountId, claims.language)
    const { isServed } = await this.#service.rules(ctx.unit.tenantId)
    const welcome = await this.#bot.welcome(scene, { unit: ctx.unit, channelAccountId: claims.channelAccountId, channelKind: 'WEB' })
    // Nobody would answer what she chose.
    return { ...welcome, ...!isServed && { menu: null }, isOpen: scene.calendar.isOpen(scene.now) }
  }
}
