import { useSession } from '@botpro/ui/session/session.ts'
import { computed, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { ContactTimelineDocument, type ContactTimelineQuery } from '../../contract/graphql.ts'

const PAGE = 20
type Entry = ContactTimelineQuery['contact']['timeline']['edges'][number]

/** Messages of all conversations of a contact, page after page. */
export function useTimeline(contactId: MaybeRefOrGetter<string>) {
  const { client } = useSession()
  const entries = shallowRef<Entry[]>([])
  const after = shallowRef<string | null>(null)
  const isLoaded = shallowRef(false)
  const isLoading = shallowRef(false)
  const error = shallowRef<unknown>()

  async function load() {
    const id = toValue(contactId)
    isLoading.value = true
    const variables = { id, first: PAGE, after: after.value }
    const { data, error: failed } = await client.value.query(ContactTimelineDocument, variables, { requestPolicy: 'network-only' }).toPromise()
    if (id !== toValue(contactId)) return
    isLoading.value = false
    error.value = data ? undefined : failed
    if (!data) return
    const { edges, pageInfo } = data.contact.timeline
    const known = new Set(entries.value.map(({ node }) => node.id))
    entries.value = [...entries.value, ...edges.filter(({ node }) => !known.has(node.id))]
    after.value = pageInfo.hasNextPage ? pageInfo.endCursor ?? null : null
    isLoaded.value = true
  }
  watch(() => toValue(contactId), () => {
    entries.value = []
    after.value = null
    isLoaded.value = false
    void load()
  }, { immediate: true })
  const state = computed(() => (isLoaded.value ? 'ready' : error.value ? 'failed' : 'loading'))
  return { entries, state, error, isLoading, hasMore: computed(() => after.value !== null), load }
}
