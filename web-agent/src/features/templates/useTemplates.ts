import { useAsk } from '@botpro/ui/graphql/useAsk.ts'
import { computed } from 'vue'
import { ConversationTemplatesDocument } from '../../contract/graphql.ts'

/** The approved wordings of the line that a conversation runs on. */
export function useTemplates(conversationId: string) {
  const { data, error, state, refresh } = useAsk({ query: ConversationTemplatesDocument, variables: { id: conversationId }, requestPolicy: 'cache-and-network' })
  return { templates: computed(() => data.value?.conversation.channelAccount.templates ?? []), error, state, refresh }
}
