import { useClientHandle } from '@urql/vue'
import { ref, shallowRef, watch, type Ref } from 'vue'
import { MisunderstoodDocument, type Language, type MisunderstoodReason, type ReviewQueue_MisunderstoodGroupFragment as Group } from '../contract/graphql.ts'

export interface MisunderstoodFilters { reasons?: MisunderstoodReason[]; language?: Language; search?: string }
type Deliver = (groups: Group[], waiting: number, isFresh: boolean) => void
const PAGE = 20

/** Asks for the queue page by page, always anew: it shrinks while it is worked. A late answer to an older question is dropped. */
export function useMisunderstoodPages(filters: Ref<MisunderstoodFilters>, deliver: Deliver) {
  const client = useClientHandle().client
  const state = ref<'loading' | 'failed' | 'ready'>('loading')
  const error = shallowRef<unknown>()
  const isBusy = ref(false)
  const hasMore = ref(false)
  let end: string | null | undefined
  let question = 0

  async function ask(after?: string | null) {
    const mine = ++question
    isBusy.value = true
    const variables = { ...filters.value, first: PAGE, after }
    const { data, error: failure } = await client.query(MisunderstoodDocument, variables, { requestPolicy: 'network-only' }).toPromise()
    if (mine !== question) return
    isBusy.value = false
    error.value = failure
    if (!data) { state.value = state.value === 'ready' && after ? 'ready' : 'failed'; return }
    const { edges, pageInfo, messageCount } = data.misunderstood
    end = pageInfo.endCursor
    hasMore.value = pageInfo.hasNextPage
    state.value = 'ready'
    deliver(edges.map(({ node }) => node), messageCount, !after)
  }
  const refresh = () => ask()
  const showMore = async () => { if (hasMore.value && !isBusy.value) await ask(end) }
  watch(filters, refresh, { immediate: true })
  return { state, error, isBusy, hasMore, refresh, showMore }
}
