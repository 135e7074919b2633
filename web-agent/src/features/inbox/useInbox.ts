import { useSession } from '@botpro/ui/session/session.ts'
import type { CombinedError } from '@urql/core'
import { useLocalStorage } from '@vueuse/core'
import { computed, shallowReactive, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { InboxDocument, type InboxView } from '../../contract/graphql.ts'
import { UNSORTED, type Sorting } from '../../live/list.ts'
import { useDesk } from '../../live/useDesk.ts'

const PAGE = 50

/** Whether urgent conversations come first is a choice of whoever looks, in all views. */
export const useUrgentFirst = () => useLocalStorage('botpro-urgent-first', false)

/** What stands in a view. Once fetched it is kept by what is told live, so coming back to it asks for nothing. */
export function useInbox(view: MaybeRefOrGetter<InboxView>, sorting: MaybeRefOrGetter<Sorting>) {
  const { client } = useSession()
  const { desk, isListening } = useDesk()
  const asking = shallowReactive(new Set<string>())
  const isUrgentFirst = useUrgentFirst()
  const error = shallowRef<CombinedError>()
  const window = computed(() => desk.window(toValue(view), toValue(sorting)))
  const keyOf = (asked: InboxView, { tag, queue }: Sorting) => JSON.stringify([desk.epoch.value, asked, tag, queue])
  const isShown = (asked: InboxView, sorted: Sorting) => keyOf(asked, sorted) === keyOf(toValue(view), toValue(sorting))

  async function load(asked = toValue(view), sorted = toValue(sorting)) {
    const asOf = desk.epoch.value
    const key = keyOf(asked, sorted)
    if (asking.has(key)) return
    asking.add(key)
    error.value = undefined
    const variables = { view: asked, first: PAGE, after: desk.window(asked, sorted)?.after ?? null, ...sorted }
    const answer = await client.value.query(InboxDocument, variables, { requestPolicy: 'network-only' }).toPromise()
    asking.delete(key)
    if (answer.data) {
      const { edges, pageInfo } = answer.data.inbox
      const conversations = edges.map(({ node }) => node)
      desk.addPage(asked, { conversations, hasMore: pageInfo.hasNextPage, after: pageInfo.endCursor, sorting: sorted }, asOf)
    } else if (isShown(asked, sorted)) error.value = answer.error
  }

  watch([() => toValue(view), () => keyOf(toValue(view), toValue(sorting)), isListening, desk.epoch, isUrgentFirst], () => {
    error.value = undefined
    if (isListening.value && !window.value) void load()
    if (isListening.value && isUrgentFirst.value && !desk.window('URGENT')) void load('URGENT', UNSORTED)
  }, { immediate: true })

  return {
    rows: computed(() => desk.list(toValue(view), { urgentFirst: isUrgentFirst.value, sorting: toValue(sorting) })),
    state: computed(() => (window.value ? 'ready' : error.value ? 'failed' : 'loading')),
    hasMore: computed(() => Boolean(window.value?.after)),
    isLoading: computed(() => asking.has(keyOf(toValue(view), toValue(sorting)))),
    error,
    load: () => load(),
  }
}
