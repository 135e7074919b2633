import type { Priority } from '@botpro/graphql/flows'
import { Forbidden } from '../../../platform/errors.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Conversation } from '../conversation.entity.ts'
import { isAnswering } from '../conversation.policy.ts'
import { openConversation } from '../conversation.service.ts'
import { checkedTags, MAX_QUEUE, MAX_TAGS, queueNamed, retagged, type TagChange } from './labels.ts'

/** How people sort conversations: whoever answers customers may, whoever has the conversation. Returns its id. */
export class SortingService {
  async tag(unit: Unit, { conversationId, ...change }: TagChange & { conversationId: string }): Promise<string | InvalidInput> {
    const checked = checkedTags(change)
    if (checked instanceof InvalidInput) return checked
    return this.#sort(unit, conversationId, conversation => {
      const tags = retagged(conversation.tags, checked)
      if (tags.length > MAX_TAGS) return new InvalidInput('add', `A conversation has at most ${MAX_TAGS} tags.`)
      if (tags.join('\n') !== conversation.tags.join('\n')) conversation.retag(tags)
      return conversation.id
    })
  }

  prioritize(unit: Unit, { conversationId, priority }: { conversationId: string; priority: Priority }): Promise<string> {
    return this.#sort(unit, conversationId, conversation => {
      if (conversation.priority !== priority) conversation.prioritize(priority)
      return conversation.id
    })
  }

  async moveToQueue(unit: Unit, { conversationId, queue }: { conversationId: string; queue?: string | null }): Promise<string | InvalidInput> {
    if (queue && queue.trim().length > MAX_QUEUE) return new InvalidInput('queue', `The name of a queue has at most ${MAX_QUEUE} characters.`)
    const name = queue ? queueNamed(queue) : null
    return this.#sort(unit, conversationId, conversation => {
      if (conversation.queue !== name) conversation.moveToQueue(name)
      return conversation.id
    })
  }

  async #sort<Result>(unit: Unit, conversationId: string, sort: (conversation: Conversation) => Result): Promise<Result> {
    if (!isAnswering(unit.actor)) throw new Forbidden()
    const { conversation } = await openConversation(unit, conversationId)
    const { version } = conversation
    const result = sort(conversation)
    if (conversation.version !== version) unit.record({ kind: 'CONVERSATION_CHANGED', conversationId })
    return result
  }
}
