import { useSession } from '@botpro/ui/session/session.ts'
import type { CombinedError } from '@urql/core'
import { useDebounceFn } from '@vueuse/core'
import { computed, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { SearchConversationsDocument, type SearchConversationsQuery } from '../../contract/graphql.ts'
import { useDesk } from '../../live/useDesk.ts'

export type Hit = SearchConversationsQuery['searchConversations']['edges'][number]['node']
const PAGE = 20
const PAUSE_MILLISECONDS = 250

/** What is found. A late answer to an earlier text is dropped. */
export function useSearch(text: MaybeRefOrGetter<string>) {
  const { client } = useSession()
  const { desk } = useDesk()
  const hits = shallowRef<Hit[] | null>(null)
  const after = shallowRef<string | null>(null)
  const error = shallowRef<CombinedError>()
  const isLoading = shallowRef(false)
  const searched = () => toValue(text).trim()

  async function load(more: boolean) {
    const asked = searched()
    if (!asked) return
    isLoading.value = true
    const variables = { text: asked, first: PAGE, after: more ? after.value : null }
    const answer = await client.value.query(SearchConversationsDocument, variables, { requestPolicy: 'network-only' }).toPromise()
    if (asked !== searched()) return
    isLoading.value = false
    error.value = answer.error
    if (!answer.data) return
    const { edges, pageInfo } = answer.data.searchConversations
    edges.forEach(({ node }) => desk.tellConversation(node.conversation))
    hits.value = [...(more ? hits.value ?? [] : []), ...edges.map(({ node }) => node)]
    after.value = pageInfo.hasNextPage ? pageInfo.endCursor : null
  }
  const loadSoon = useDebounceFn(() => load(false), PAUSE_MILLISECONDS)
  watch(searched, now => {
    hits.value = null
    after.value = null
    error.value = undefined
    if (now) void loadSoon()
  }, { immediate: true })

  return {
    hits,
    error,
    isLoading,
    hasMore: computed(() => after.value !== null),
    state: computed(() => (hits.value ? 'ready' : error.value ? 'failed' : 'loading')),
    loadMore: () => load(true),
    retry: () => load(false),
  }
}
