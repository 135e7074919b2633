import { memberIdOf } from '../../platform/actor.ts'
import { Forbidden, NotFound } from '../../platform/errors.ts'
import type { NewAuditEntry, Unit } from '../../platform/unit.ts'
import { holdMember, loadMembers } from '../identity/index.ts'
import type { Bot } from './bot/bot.ts'
import { sceneFor } from './bot/bot-scene.ts'
import { botPlace, messagesOf, settleTurn } from './bot/bot-turn.ts'
import { Conversation } from './conversation.entity.ts'
import { AlreadyClaimed, AnotherIsOpen, CannotTakeConversations, ConversationIsClosed, NotYourConversation } from './conversation.errors.ts'
import { isAnswering, mayAssign, mayEnd, mayHold } from './conversation.policy.ts'
import { conversationsHeldBy } from './conversation.queries.ts'
import type { NoticeKind } from './messages/message.ts'
import { appendMessages, lockThread, type NewMessage, type ThreadPlace } from './messages/message-store.ts'

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
    await assertMayHold(unit, memberId)
    const opened = await openConversation(unit, conversationId)
    const { conversation } = opened
    if (conversation.isClosed) return new ConversationIsClosed()
    if (conversation.isHeldBy(memberId)) return conversation.id
    if (conversation.owner === 'AGENT') return new AlreadyClaimed(conversation.assigneeId!)
    conversation.assignTo(memberId)
    return this.#tell(unit, opened, { action: 'conversation.claimed' }, notice('CLAIMED', memberId))
  }

  async assign(unit: Unit, { conversationId, memberId }: { conversationId: string; memberId: string }) {
    if (!isAnswering(unit.actor)) throw new Forbidden()
    const taker = await holdMember(unit, memberId)
    const opened = await openConversation(unit, conversationId)
    const { conversation } = opened
    if (conversation.isClosed) return new ConversationIsClosed()
    if (!mayAssign(unit.actor, conversation)) return new NotYourConversation(conversation)
    if (!taker) throw new NotFound('The member')
    if (!mayHold(taker)) return new CannotTakeConversations()
    if (conversation.isHeldBy(memberId)) return conversation.id
    conversation.assignTo(memberId)
    const done = { action: 'conversation.assigned', detail: { memberId, name: taker.name } }
    return this.#tell(unit, opened, done, { ...notice('ASSIGNED', unit.actor.memberId), noticeMemberId: memberId })
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
    const turn = await this.#bot.resume(scene, botPlace(unit, opened.place))
    const told = await this.#tell(unit, opened, { action: 'conversation.handed-back' }, notice('RETURNED_TO_BOT', unit.actor.memberId), ...messagesOf(turn))
    await settleTurn(unit, conversationId, turn)
    return told
  }

  async close(unit: Unit, conversationId: string) {
    const opened = await openConversation(unit, conversationId)
    const { conversation } = opened
    if (!isAnswering(unit.actor)) throw new Forbidden()
    if (conversation.isClosed) return new ConversationIsClosed()
    if (!mayEnd(unit.actor, conversation)) return new NotYourConversation(conversation)
    conversation.close(unit.now)
    return this.#tell(unit, opened, { action: 'conversation.closed' }, notice('CLOSED', unit.actor.memberId))
  }

  async reopen(unit: Unit, conversationId: string) {
    if (!isAnswering(unit.actor)) throw new Forbidden()
    await assertMayHold(unit, unit.actor.memberId)
    const opened = await openConversation(unit, conversationId)
    const { conversation } = opened
    if (!conversation.isClosed) return conversation.id
    const other = await unit.em.findOne(Conversation, { identityId: conversation.identityId, threadKey: conversation.threadKey, status: 'OPEN' })
    if (other) return new AnotherIsOpen(other.id)
    conversation.reopenFor(unit.actor.memberId)
    // Visitors are not told of the notice, but their screen has to show who answers now.
    unit.record({ kind: 'CONVERSATION_CHANGED', conversationId })
    return this.#tell(unit, opened, { action: 'conversation.reopened' }, notice('REOPENED', unit.actor.memberId))
  }

  /** Whoever may answer no longer has nothing any more: what she had waits for a colleague. */
  async releaseFrom(unit: Unit, memberId: string): Promise<void> {
    const [member] = await loadMembers(unit, [memberId])
    if (member && mayHold(member)) return
    for (const id of await conversationsHeldBy(unit, memberId)) await this.#release(unit, id, memberId)
  }

  async #release(unit: Unit, conversationId: string, memberId: string) {
    const opened = await openConversation(unit, conversationId)
    const { conversation } = opened
    if (conversation.isClosed || !conversation.isHeldBy(memberId)) return
    conversation.returnToQueue(unit.now)
    // Visitors are not told of the notice, but their screen has to show that nobody has it now.
    unit.record({ kind: 'CONVERSATION_CHANGED', conversationId })
    const by = memberIdOf(unit.actor)
    await this.#append(unit, opened, { ...notice('RETURNED_TO_QUEUE', by), noticeMemberId: memberId })
  }

  async #tell(unit: Unit, opened: Opened, done: Pick<NewAuditEntry, 'action' | 'detail'>, ...messages: NewMessage[]) {
    unit.audit({ ...done, targetType: 'conversation', targetId: opened.conversation.id })
    return this.#append(unit, opened, ...messages)
  }

  async #append(unit: Unit, { conversation, place }: Opened, ...messages: NewMessage[]): Promise<string> {
    await unit.em.flush()
    await appendMessages(unit, place, messages)
    return conversation.id
  }
}

/** Her rights are read again, since she may be losing them at this moment. */
async function assertMayHold(unit: Unit, memberId: string) {
  const member = await holdMember(unit, memberId)
  if (!member || !mayHold(member)) throw new Forbidden()
}

const notice = (kind: NoticeKind, memberId: string | null): NewMessage =>
  ({ author: 'SYSTEM', text: '', status: 'SENT', notice: kind, memberId })

/** The conversation with its thread locked: whoever comes next sees what was decided here. */
export async function openConversation(unit: Unit, conversationId: string): Promise<Opened> {
  const place = await lockThread(unit, conversationId)
  if (!place) throw new NotFound('The conversation')
  const conversation = await unit.em.findOneOrFail(Conversation, { id: conversationId })
  return { conversation, place }
}
