import { Conflict, Forbidden, NotFound } from '../../../platform/errors.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import type { Unit } from '../../../platform/unit.ts'
import { fileIdsIn, fileRefusal, previewOf, requeue, templateById, templateText } from '../../channels/index.ts'
import { attachFiles, attachmentsById } from '../attachments/attachment.store.ts'
import { CannotSendNow, ConversationIsClosed, NotYourConversation, StillUncertain } from '../conversation.errors.ts'
import { isAnswering, mayReply, uploaderOf } from '../conversation.policy.ts'
import { messagesById } from '../conversation.queries.ts'
import { openConversation } from '../conversation.service.ts'
import { messageProgressed } from './channel-message.store.ts'
import type { Message } from '../messages/message.ts'
import { appendMessages, messageByClientId, type ThreadPlace } from '../messages/message-store.ts'
import type { SendingDecisions } from './sending.ts'

export interface TemplateToSend {
  conversationId: string
  clientId: string
  templateId: string
  values: Readonly<Record<string, string>>
}

/** What an agent can do where words alone do not get through. */
export class SendingService {
  readonly #decisions: SendingDecisions

  constructor(decisions: SendingDecisions) {
    this.#decisions = decisions
  }

  async template(unit: Unit, { conversationId, clientId, templateId, values }: TemplateToSend) {
    if (!isAnswering(unit.actor)) throw new Forbidden()
    const { conversation, place } = await openConversation(unit, conversationId)
    const before = await messageByClientId(unit, place.identityId, { author: 'AGENT', clientId })
    if (before) return sameTemplate(before, templateId)
    if (conversation.isClosed) return new ConversationIsClosed()
    if (!mayReply(unit.actor, conversation)) return new NotYourConversation(conversation)
    const decision = await this.#decisions.of(unit, conversationId)
    if (!decision.mayUseTemplate) return new CannotSendNow(decision)
    const template = await templateById(unit, templateId)
    if (template?.channelAccountId !== place.channel.id || template.status !== 'APPROVED') throw new NotFound('The template')
    const preview = previewOf(template.components, values)
    const [problem] = preview.problems
    if (problem) return new InvalidInput(`values.${problem.gap}`, problem.message)
    const fileIds = fileIdsIn(template.components, values)
    const refusal = fileRefusal(template.components, await attachmentsById(unit, fileIds), this.#decisions.capabilities(place.channel.kind, unit.now))
    if (refusal) return new InvalidInput(`values.${refusal.field}`, refusal.message)
    conversation.answered(unit.now)
    await unit.em.flush()
    const { name, language, category } = template
    return this.#add(unit, place, {
      text: templateText(preview), memberId: unit.actor.memberId, clientId, fileIds,
      content: { kind: 'TEMPLATE', templateId, name, language, category, values },
    })
  }

  /** With the file above it, which nobody else has uploaded and no other message carries. */
  async #add(unit: Unit, place: ThreadPlace, message: Pick<Message, 'text' | 'memberId' | 'clientId' | 'content'> & { fileIds: string[] }): Promise<Message> {
    const { fileIds } = message
    const [stored] = await appendMessages(unit, place, [{ ...message, author: 'AGENT', status: 'QUEUED', attachmentCount: fileIds.length }])
    await attachFiles(unit, { messageId: stored!.id, attachmentIds: fileIds, uploadedBy: uploaderOf(unit.actor) })
    return stored!
  }

  /** What has left stays; the contact may get twice what had arrived after all, which is why a person decides, once waiting tells nothing more. */
  async retry(unit: Unit, messageId: string): Promise<Message | NotYourConversation | CannotSendNow | StillUncertain> {
    if (!isAnswering(unit.actor)) throw new Forbidden()
    const [message] = await messagesById(unit, [messageId])
    if (!message) throw new NotFound('The message')
    const { conversation } = await openConversation(unit, message.conversationId)
    if (!mayReply(unit.actor, conversation)) return new NotYourConversation(conversation)
    const decision = await this.#decisions.of(unit, message.conversationId)
    const mayGo = message.content?.kind === 'TEMPLATE' ? decision.mayUseTemplate : decision.mayWrite
    if (!mayGo) return new CannotSendNow(decision)
    const asked = await requeue(unit, messageId)
    if (asked.kind === 'UNCERTAIN') return new StillUncertain(asked.until)
    if (asked.kind === 'UNDER_WAY') throw new Conflict('It is on its way, or arrived.')
    await messageProgressed(unit, messageId, { status: 'QUEUED', failure: null })
    unit.audit({ action: 'message.retried', targetType: 'conversation', targetId: message.conversationId })
    return (await messagesById(unit, [messageId]))[0]!
  }
}

function sameTemplate(before: Message, templateId: string): Message {
  const { content } = before
  if (content?.kind !== 'TEMPLATE' || content.templateId !== templateId) throw new Conflict('This id was used for another message.')
  return before
}
