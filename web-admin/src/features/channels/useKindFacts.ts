import { useAsk } from '@botpro/ui/graphql/useAsk.ts'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { ChannelKindsDocument } from '../../contract/graphql.ts'

/** What has to be filled in and done to connect a kind of channel. */
export function useKindFacts(kind: MaybeRefOrGetter<string | undefined>) {
  const { data, error, state, refresh } = useAsk({ query: ChannelKindsDocument, variables: {} })
  const kinds = computed(() => data.value?.channelKinds ?? [])
  const facts = computed(() => kinds.value.find(one => one.kind === toValue(kind)))
  return { kinds, facts, error, state, refresh }
}
