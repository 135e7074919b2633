import { refDebounced } from '@vueuse/core'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { computed, ref, watch } from 'vue'
import { useAsk } from './useAsk.ts'

interface Connection<Node> {
  edges: { node: Node }[]
  pageInfo: { hasNextPage: boolean; endCursor?: string | null }
}
interface PageVariables { [name: string]: unknown; first: number; after?: string | null; search?: string | null }

/** A list that is searched and goes on below. The cache joins the pages, see `createCache`. */
export function usePages<Data, Node>(
  query: TypedDocumentNode<Data, PageVariables>, pick: (data: Data) => Connection<Node>, first = 50,
) {
  const search = ref('')
  const term = refDebounced(search, 250)
  const after = ref<string | null>()
  const variables = () => ({ first, after: after.value, search: term.value.trim() || undefined })
  const asked = useAsk({ query, variables, requestPolicy: 'cache-and-network' })
  const connection = computed(() => (asked.data.value ? pick(asked.data.value) : undefined))
  const items = computed(() => connection.value?.edges.map(edge => edge.node) ?? [])
  const hasMore = computed(() => connection.value?.pageInfo.hasNextPage ?? false)
  watch(term, () => (after.value = undefined))
  const showMore = () => { after.value = connection.value?.pageInfo.endCursor }
  return { ...asked, search, items, hasMore, showMore }
}
