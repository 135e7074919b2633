import { useAsk } from '@botpro/ui/graphql/useAsk.ts'
import { useDocumentVisibility, useIntervalFn } from '@vueuse/core'
import { computed, ref, watch } from 'vue'
import { TodayDocument } from '../../contract/graphql.ts'

const EVERY = 30_000

/** Today's figures, asked again every half minute while somebody looks. */
export function useToday() {
  const asked = useAsk({ query: TodayDocument, variables: {}, requestPolicy: 'cache-and-network' })
  const visibility = useDocumentVisibility()
  const readAt = ref(new Date())
  const askAgain = () => { if (visibility.value === 'visible') asked.refresh() }
  useIntervalFn(askAgain, EVERY)
  watch(visibility, askAgain)
  watch(asked.fetching, isFetching => { if (!isFetching && !asked.error.value) readAt.value = new Date() })
  return { ...asked, readAt, today: computed(() => asked.data.value?.today) }
}
