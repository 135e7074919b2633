import { useSession } from '@botpro/ui/session/session.ts'
import { computed, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { ContactConversationsDocument } from '../../contract/graphql.ts'
import type { Conversation } from '../../live/desk.ts'
import { useDesk } from '../../live/useDesk.ts'

const PAGE = 10

/** The contact's other conversations, the newest first. */
export function useContactHistory(contactId: MaybeRefOrGetter<string>, exceptId: MaybeRefOrGetter<string>) {
  const { client } = useSession()
  const { desk } = useDesk()
  const ids = shallowRef<string[] | null>(null)
  const after = shallowRef<string | null>(null)
  const isLoading = shallowRef(false)
  const hasFailed = shallowRef(false)

  async function load() {
    const id = toValue(contactId)
    isLoading.value = true
    const variables = { id, first: PAGE, after: after.value }
    const { data } = await client.value.query(ContactConversationsDocument, variables, { requestPolicy: 'network-only' }).toPromise()
    if (id !== toValue(contactId)) return
    isLoading.value = false
    hasFailed.value = !data
    if (!data) return
    const { edges, pageInfo } = data.contact.conversations
    edges.forEach(({ node }) => desk.tellConversation(node))
    ids.value = [...(ids.value ?? []), ...edges.map(({ node }) => node.id)]
    after.value = pageInfo.hasNextPage ? pageInfo.endCursor : null
  }
  watch(() => toValue(contactId), () => { ids.value = null; after.value = null; void load() }, { immediate: true })

  const conversations = computed(() => (ids.value ?? [])
    .filter(id => id !== toValue(exceptId))
    .map(id => desk.conversation(id))
    .filter((one): one is Conversation => one !== undefined))
  return { conversations, load, isLoading, hasFailed, isLoaded: computed(() => ids.value !== null), hasMore: computed(() => after.value !== null) }
}
