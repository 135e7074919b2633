import { useSession } from '@botpro/ui/session/session.ts'
import type { CombinedError } from '@urql/core'
import { computed, shallowReactive, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { InboxDocument, type InboxView } from '../../contract/graphql.ts'
import { useDesk } from '../../live/useDesk.ts'

const PAGE = 50

/** What stands in a view. Once fetched it is kept by what is told live, so coming back to it asks for nothing. */
export function useInbox(view: MaybeRefOrGetter<InboxView>) {
  const { client } = useSession()
  const { desk, isListening } = useDesk()
  const asking = shallowReactive(new Set<string>())
  const error = shallowRef<CombinedError>()
  const window = computed(() => desk.window(toValue(view)))
  const keyOf = (asked: InboxView) => `${desk.epoch.value}:${asked}`

  async function load() {
    const asked = toValue(view)
    const asOf = desk.epoch.value
    const key = keyOf(asked)
    if (asking.has(key)) return
    asking.add(key)
    error.value = undefined
    const variables = { view: asked, first: PAGE, after: desk.window(asked)?.after ?? null }
    const answer = await client.value.query(InboxDocument, variables, { requestPolicy: 'network-only' }).toPromise()
    asking.delete(key)
    if (answer.data) {
      const { edges, pageInfo } = answer.data.inbox
      const conversations = edges.map(({ node }) => node)
      desk.addPage(asked, { conversations, hasMore: pageInfo.hasNextPage, after: pageInfo.endCursor }, asOf)
    } else if (asked === toValue(view)) error.value = answer.error
  }

  watch([() => toValue(view), isListening, desk.epoch], () => {
    error.value = undefined
    if (isListening.value && !window.value) void load()
  }, { immediate: true })

  return {
    rows: computed(() => desk.list(toValue(view))),
    state: computed(() => (window.value ? 'ready' : error.value ? 'failed' : 'loading')),
    hasMore: computed(() => Boolean(window.value?.after)),
    isLoading: computed(() => asking.has(keyOf(toValue(view)))),
    error,
    load,
  }
}
