import { Forbidden, NotFound } from '../../platform/errors.ts'
import type { Unit } from '../../platform/unit.ts'
import { loadMembers } from '../identity/index.ts'
import type { Bot } from './bot.ts'
import { sceneFor } from './bot-scene.ts'
import { Conversation } from './conversation.entity.ts'
import { AlreadyClaimed, AnotherIsOpen, CannotTakeConversations, ConversationIsClosed, NotYourConversation } from './conversation.errors.ts'
import { answeringRoles, isAnswering, mayAssign, mayEnd } from './conversation.policy.ts'
import type { NoticeKind } from './message.ts'
import { appendMessages, lockThread, type NewMessage, type ThreadPlace } from './message-store.ts'

export interface Opened {
  conversation: Conversation
  place: ThreadPlace
}

/** Who has a conversation, and whether it goes on. Each verb returns the conversation's id, or why not. */
export class ConversationService {
  readonly #bot: Bot

  constructor(bot: Bot) {
    this.#bot = bot
  }

  async claim(unit: Unit, conversationId: string) {
    if (!isAnswering(unit.actor)) throw new Forbidden()
    const { memberId } = unit.actor
    const opened = await openConversation(unit, conversationId)
    const { conversation } = opened
    if (conversation.isClosed) return new ConversationIsClosed()
    if (conversation.isHeldBy(memberId)) return conversation.id
    if (conversation.owner === 'AGENT') return new AlreadyClaimed(conversation.assigneeId!)
    conversation.assignTo(memberId)
    return this.#tell(unit, opened, notice('CLAIMED', memberId))
  }

  async assign(unit: Unit, { conversationId, memberId }: { conversationId: string; memberId: string }) {
    const opened = await openConversation(unit, conversationId)
    const { conversation } = opened
    if (!isAnswering(unit.actor)) throw new Forbidden()
    if (conversation.isClosed) return new ConversationIsClosed()
    if (!mayAssign(unit.actor, conversation)) return new NotYourConversation(conversation)
    const [taker] = await loadMembers(unit, [memberId])
    if (!taker) throw new NotFound('The member')
    if (taker.status !== 'ACTIVE' || !answeringRoles.includes(taker.role)) return new CannotTakeConversations()
    if (conversation.isHeldBy(memberId)) return conversation.id
    conversation.assignTo(memberId)
    return this.#tell(unit, opened, { ...notice('ASSIGNED', unit.actor.memberId), noticeMemberId: memberId })
  }

  async handBackToBot(unit: Unit, conversationId: string) {
    const opened = await openConversation(unit, conversationId)
    const { conversation } = opened
    if (!isAnswering(unit.actor)) throw new Forbidden()
    if (conversation.isClosed) return new ConversationIsClosed()
    if (!mayEnd(unit.actor, conversation)) return new NotYourConversation(conversation)
    if (conversation.owner === 'BOT') return conversation.id
    conversation.returnToBot()
    const scene = await sceneFor(unit, conversation.channelAccountId, conversation.language)
    const { text, menu } = this.#bot.resume(scene)
    return this.#tell(unit, opened, notice('RETURNED_TO_BOT', unit.actor.memberId), { author: 'BOT', text, menu, status: 'SENT' })
  }

  async close(unit: Unit, conversationId: string) {
    const opened = await openConversation(unit, conversationId)
    const { conversation } = opened
    if (!isAnswering(unit.actor)) throw new Forbidden()
    if (conversation.isClosed) return new ConversationIsClosed()
    if (!mayEnd(unit.actor, conversation)) return new NotYourConversation(conversation)
    conversation.close(unit.now)
    return this.#tell(unit, opened, notice('CLOSED', unit.actor.memberId))
  }

  async reopen(unit: Unit, conversationId: string) {
    if (!isAnswering(unit.actor)) throw new Forbidden()
    const opened = await openConversation(unit, conversationId)
    const { conversation } = opened
    if (!conversation.isClosed) return conversation.id
    const other = await unit.em.findOne(Conversation, { identityId: conversation.identityId, status: 'OPEN' })
    if (other) return new AnotherIsOpen(other.id)
    conversation.reopenFor(unit.actor.memberId)
    // Visitors are not told of the notice, but their screen has to show who answers now.
    unit.record({ kind: 'CONVERSATION_CHANGED', conversationId })
    return this.#tell(unit, opened, notice('REOPENED', unit.actor.memberId))
  }

  async #tell(unit: Unit, { conversation, place }: Opened, ...messages: NewMessage[]): Promise<string> {
    await unit.em.flush()
    await appendMessages(unit, place, messages)
    return conversation.id
  }
}

const notice = (kind: NoticeKind, memberId: string): NewMessage =>
  ({ author: 'SYSTEM', text: '', status: 'SENT', notice: kind, memberId })

/** The conversation with its thread locked: whoever comes next sees what was decided here. */
export async function openConversation(unit: Unit, conversationId: string): Promise<Opened> {
  const place = await lockThread(unit, conversationId)
  if (!place) throw new NotFound('The conversation')
  const conversation = await unit.em.findOneOrFail(Conversation, { id: conversationId })
  return { conversation, place }
}
