import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { computed } from 'vue'
import { MoveConversationToQueueDocument, PrioritizeConversationDocument, TagConversationDocument, type Priority } from '../../contract/graphql.ts'
import type { Conversation } from '../../live/desk.ts'
import { useDesk } from '../../live/useDesk.ts'

type Answer = Conversation & { __typename?: string } | { __typename: 'InvalidInput'; message: string } | undefined

/** How a conversation is sorted: whoever answers customers may do it, whoever has the conversation. */
export function useSorting(conversationId: string) {
  const { desk } = useDesk()
  const notify = useNotify()
  const [tagging, prioritizing, moving] = [useChange(TagConversationDocument), useChange(PrioritizeConversationDocument), useChange(MoveConversationToQueueDocument)]

  function take(answer: Answer) {
    if (answer?.__typename === 'InvalidInput') notify.failed((answer as { message: string }).message)
    else if (answer) desk.tellConversation(answer as Conversation)
  }
  const tag = async (add: string[], remove: string[] = []) =>
    take((await tagging.change({ input: { conversationId, add, remove } }))?.tagConversation as Answer)
  const prioritize = async (priority: Priority) =>
    take((await prioritizing.change({ input: { conversationId, priority } }))?.prioritizeConversation as Answer)
  const moveTo = async (queue: string | null) =>
    take((await moving.change({ input: { conversationId, queue } }))?.moveConversationToQueue as Answer)
  const busy = computed(() => tagging.busy.value || prioritizing.busy.value || moving.busy.value)
  return { tag, prioritize, moveTo, busy }
}
