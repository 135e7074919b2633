import { useAsk } from '@botpro/ui/graphql/useAsk.ts'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { ConversationLabelsDocument } from '../../contract/graphql.ts'

/** Tags and queues that the company uses, the most used first; asked for where somebody looks. */
export function useLabels(wanted: MaybeRefOrGetter<boolean>) {
  const { data, error, state, refresh } = useAsk({ query: ConversationLabelsDocument, variables: {}, requestPolicy: 'cache-and-network', pause: () => !toValue(wanted) })
  return {
    tags: computed(() => data.value?.conversationTags ?? []),
    queues: computed(() => data.value?.conversationQueues ?? []),
    state, error, refresh,
  }
}
