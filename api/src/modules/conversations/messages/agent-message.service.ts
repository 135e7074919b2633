import type { Actor } from '../../../platform/actor.ts'
import { Conflict, Forbidden } from '../../../platform/errors.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import type { Unit } from '../../../platform/unit.ts'
import { isProviderKind } from '../../channels/index.ts'
import { attachFiles, carriesFiles } from '../attachments/attachment.store.ts'
import { CannotSendNow, ConversationIsClosed, NotYourConversation } from '../conversation.errors.ts'
import { isAnswering, mayReply, uploaderOf } from '../conversation.policy.ts'
import { openConversation, type Opened } from '../conversation.service.ts'
import type { Message } from './message.ts'
import { checkedContent } from './message-content.ts'
import { appendMessages, messageByClientId, type NewMessage } from './message-store.ts'
import type { SendingDecisions } from '../channel/sending.ts'

export interface AgentWrites {
  conversationId: string
  clientId: string
  text: string
  attachmentIds?: string[]
}

/** What agents write: to the contact, and among themselves. */
export class AgentMessageService {
  readonly #decisions?: SendingDecisions

  constructor(decisions?: SendingDecisions) {
    this.#decisions = decisions
  }

  async reply(unit: Unit, typed: AgentWrites): Promise<Message | NotYourConversation | ConversationIsClosed | CannotSendNow | InvalidInput> {
    const writes = checkedContent({ attachmentIds: [], ...typed })
    if (writes instanceof InvalidInput) return writes
    const opened = await openConversation(unit, writes.conversationId)
    const before = await sentBefore(unit, opened, { ...writes, visibility: 'PUBLIC' })
    if (before) return before
    const { conversation } = opened
    if (conversation.isClosed) return new ConversationIsClosed()
    if (!mayReply(unit.actor, conversation)) return new NotYourConversation(conversation)
    const decision = isProviderKind(opened.place.channel.kind) ? await this.#decisions?.of(unit, conversation.id) : undefined
    if (decision?.mayWrite === false) return new CannotSendNow(decision)
    conversation.answered(unit.now)
    return this.#add(unit, opened, { ...writes, visibility: 'PUBLIC' })
  }

  /** A note may be added to any conversation, a closed one too. */
  async note(unit: Unit, typed: AgentWrites): Promise<Message | InvalidInput> {
    const writes = checkedContent({ attachmentIds: [], ...typed })
    if (writes instanceof InvalidInput) return writes
    const opened = await openConversation(unit, writes.conversationId)
    const before = await sentBefore(unit, opened, { ...writes, visibility: 'INTERNAL' })
    return before ?? this.#add(unit, opened, { ...writes, visibility: 'INTERNAL' })
  }

  async #add(unit: Unit, { place }: Opened, { clientId, text, attachmentIds, visibility }: Addition): Promise<Message> {
    if (!isAnswering(unit.actor)) throw new Forbidden()
    await unit.em.flush()
    const { memberId } = unit.actor
    const message: NewMessage = {
      author: 'AGENT', text, visibility, memberId, status: 'SENT', clientId,
      attachmentCount: attachmentIds.length, fileIds: attachmentIds,
    }
    const [stored] = await appendMessages(unit, place, [message])
    await attachFiles(unit, { messageId: stored!.id, attachmentIds, uploadedBy: uploaderOf(unit.actor) })
    return stored!
  }
}

type Addition = Required<AgentWrites> & Pick<Message, 'visibility'>

async function sentBefore(
  unit: Unit, { place }: Opened, sent: Addition,
): Promise<Message | undefined> {
  const before = await messageByClientId(unit, place.identityId, { author: 'AGENT', clientId: sent.clientId })
  if (!before) return undefined
  const same = before.text === sent.text && before.visibility === sent.visibility &&
    before.conversationId === sent.conversationId && isBy(before, unit.actor) && await carriesFiles(unit, before, sent.attachmentIds)
  if (!same) throw new Conflict('This id was used for another message.')
  return before
}

const isBy = ({ memberId }: Message, actor: Actor) => actor.kind === 'MEMBER' && actor.memberId === memberId
