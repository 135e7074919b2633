import { BadInput, Conflict, Forbidden } from '../../platform/errors.ts'
import { InvalidInput } from '../../platform/refusal.ts'
import type { Unit } from '../../platform/unit.ts'
import { attachFiles } from './attachment.store.ts'
import { ConversationIsClosed, NotYourConversation } from './conversation.errors.ts'
import { isAnswering, mayReply, uploaderOf } from './conversation.policy.ts'
import { openConversation, type Opened } from './conversation.service.ts'
import { MAX_TEXT, type Message } from './message.ts'
import { appendMessages, messageByClientId, type NewMessage } from './message-store.ts'

export interface AgentWrites {
  conversationId: string
  clientId: string
  text: string
  attachmentIds?: string[]
}

/** What agents write: to the contact, and among themselves. */
export class AgentMessageService {
  async reply(unit: Unit, writes: AgentWrites): Promise<Message | NotYourConversation | ConversationIsClosed | InvalidInput> {
    const text = written(writes)
    if (text instanceof InvalidInput) return text
    const opened = await openConversation(unit, writes.conversationId)
    const before = await sentBefore(unit, opened, { ...writes, text, visibility: 'PUBLIC' })
    if (before) return before
    const { conversation } = opened
    if (conversation.isClosed) return new ConversationIsClosed()
    if (!mayReply(unit.actor, conversation)) return new NotYourConversation(conversation)
    conversation.answered(unit.now)
    return this.#add(unit, opened, { writes, text, visibility: 'PUBLIC' })
  }

  /** A note may be added to any conversation, a closed one too. */
  async note(unit: Unit, writes: AgentWrites): Promise<Message | InvalidInput> {
    const text = written(writes)
    if (text instanceof InvalidInput) return text
    const opened = await openConversation(unit, writes.conversationId)
    const before = await sentBefore(unit, opened, { ...writes, text, visibility: 'INTERNAL' })
    return before ?? this.#add(unit, opened, { writes, text, visibility: 'INTERNAL' })
  }

  async #add(unit: Unit, { place }: Opened, { writes, text, visibility }: Addition): Promise<Message> {
    if (!isAnswering(unit.actor)) throw new Forbidden()
    await unit.em.flush()
    const { memberId } = unit.actor
    const attachmentIds = writes.attachmentIds ?? []
    const message: NewMessage = {
      author: 'AGENT', text, visibility, memberId, status: 'SENT', clientId: writes.clientId,
      attachmentCount: attachmentIds.length,
    }
    const [stored] = await appendMessages(unit, place, [message])
    await attachFiles(unit, { messageId: stored!.id, attachmentIds, uploadedBy: uploaderOf(unit.actor) })
    return stored!
  }
}

interface Addition {
  writes: AgentWrites
  text: string
  visibility: Message['visibility']
}

function written({ text, attachmentIds = [] }: AgentWrites): string | InvalidInput {
  const trimmed = text.trim()
  if (trimmed.length > MAX_TEXT) return new InvalidInput('text', `At most ${MAX_TEXT} characters.`)
  if (!trimmed && attachmentIds.length === 0) return new InvalidInput('text', 'Write something or attach a file.')
  if (attachmentIds.length > 10) throw new BadInput('attachmentIds', 'At most 10 files in one message.')
  return trimmed
}

async function sentBefore(
  unit: Unit, { place }: Opened, sent: AgentWrites & { visibility: Message['visibility'] },
): Promise<Message | undefined> {
  const before = await messageByClientId(unit, place.identityId, { author: 'AGENT', clientId: sent.clientId })
  if (!before) return undefined
  const same = before.text === sent.text && before.visibility === sent.visibility &&
    before.conversationId === sent.conversationId && before.attachmentCount === (sent.attachmentIds ?? []).length
  if (!same) throw new Conflict('This id was used for another message.')
  return before
}
