import { useAsk } from '@botpro/ui/graphql/useAsk.ts'
import { refDebounced } from '@vueuse/core'
import { computed, toRef, toValue, type MaybeRefOrGetter } from 'vue'
import { ColleaguesDocument } from '../contract/graphql.ts'

const SHOWN = 50

/** Who may be given a conversation, by name. */
export function useColleagues(search: MaybeRefOrGetter<string>) {
  const term = refDebounced(toRef(() => toValue(search).trim()), 200)
  const { data, state, error, fetching, refresh } = useAsk({
    query: ColleaguesDocument, variables: () => ({ first: SHOWN, search: term.value || undefined }), requestPolicy: 'cache-and-network',
  })
  const colleagues = computed(() => (data.value?.members.edges ?? [])
    .map(({ node }) => node)
    .filter(({ status, role }) => status === 'ACTIVE' && role !== 'ANALYST'))
  return { colleagues, state, error, fetching, refresh }
}
