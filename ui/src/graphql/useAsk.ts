import { useQuery, type UseQueryArgs } from '@urql/vue'
import { computed } from 'vue'

type Asked = 'loading' | 'failed' | 'ready'

/** A query with the three states that every screen shows. Data once shown stays while it is asked again. */
export function useAsk<Data, Variables extends Record<string, unknown>>(args: UseQueryArgs<Data, Variables>) {
  const { data, error, fetching, stale, executeQuery } = useQuery<Data, Variables>(args)
  const state = computed<Asked>(() => (data.value ? 'ready' : error.value ? 'failed' : 'loading'))
  const isRefreshing = computed(() => Boolean(data.value) && (fetching.value || stale.value))
  const refresh = () => executeQuery({ requestPolicy: 'network-only' })
  return { data, error, state, fetching, isRefreshing, refresh }
}
