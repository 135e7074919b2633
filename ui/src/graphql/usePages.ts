import { refDebounced } from '@vueuse/core'
import type { DocumentInput } from '@urql/vue'
import { computed, ref, watch } from 'vue'
import { useAsk } from './useAsk.ts'

interface Connection<Node> {
  edges: { node: Node }[]
  pageInfo: { hasNextPage: boolean; endCursor?: string | null }
}
interface PageVariables { [name: string]: unknown; first: number; after?: string | null; search?: string | null }

interface PageOptions<More> {
  first?: number
  /** What else the query asks by; the list starts over when it changes. */
  more?: () => More
}

/** A list that is searched and goes on below. The cache joins the pages, see `createCache`. */
export function usePages<Data, Node, More extends object = object>(
  query: DocumentInput<Data, PageVariables & More>, pick: (data: Data) => Connection<Node>, { first = 50, more }: PageOptions<More> = {},
) {
  const search = ref('')
  const term = refDebounced(search, 250)
  const after = ref<string | null>()
  const variables = () =>
    ({ ...more?.(), first, after: after.value, search: term.value.trim() || undefined }) as PageVariables & More
  const asked = useAsk({ query, variables, requestPolicy: 'cache-and-network' })
  const connection = computed(() => (asked.data.value ? pick(asked.data.value) : undefined))
  const items = computed(() => connection.value?.edges.map(edge => edge.node) ?? [])
  const hasMore = computed(() => connection.value?.pageInfo.hasNextPage ?? false)
  watch([term, () => JSON.stringify(more?.())], () => (after.value = undefined))
  const showMore = () => { after.value = connection.value?.pageInfo.endCursor }
  return { ...asked, search, items, hasMore, showMore }
}
