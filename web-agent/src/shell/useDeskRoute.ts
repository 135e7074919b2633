import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { InboxView } from '../contract/graphql.ts'
import type { Sorting } from '../live/list.ts'

export const VIEWS: InboxView[] = ['MINE', 'UNASSIGNED', 'ALL', 'URGENT', 'BOT', 'CLOSED']
export const VIEW_ICONS: Record<InboxView, string> = {
  MINE: 'i-lucide-inbox',
  UNASSIGNED: 'i-lucide-hand',
  ALL: 'i-lucide-layers',
  URGENT: 'i-lucide-siren',
  BOT: 'i-lucide-bot',
  CLOSED: 'i-lucide-archive',
}
export const pathOf = (view: InboxView) => `/inbox/${view.toLowerCase()}`

/** Where one is: the view, the conversation and the search stand in the address, so that they can be shared. */
export function useDeskRoute() {
  const route = useRoute()
  const router = useRouter()
  const view = computed(() => VIEWS.find(one => one.toLowerCase() === route.params.view) ?? 'MINE')
  const conversationId = computed(() => (route.params.conversation as string | undefined) || null)
  const search = computed(() => (route.query.q as string | undefined) ?? '')
  const sorting = computed<Sorting>(() => ({ tag: (route.query.tag as string | undefined) || null, queue: (route.query.queue as string | undefined) || null }))
  /** On a narrow screen the contact is a pane of its own. */
  const showsContact = computed(() => route.query.pane === 'contact')

  const linkTo = (id: string | null, query: Record<string, string | undefined> = {}) =>
    ({ path: id ? `${pathOf(view.value)}/${id}` : pathOf(view.value), query: { q: search.value || undefined, tag: sorting.value.tag ?? undefined, queue: sorting.value.queue ?? undefined, ...query } })
  const open = (id: string | null) => router.push(linkTo(id))
  const goTo = (next: InboxView) => router.push(pathOf(next))
  const find = (text: string) => router.replace({ path: route.path, query: { ...route.query, q: text || undefined } })
  const sortBy = ({ tag, queue }: Sorting) => router.replace({ path: route.path, query: { ...route.query, tag: tag ?? undefined, queue: queue ?? undefined } })
  const showContact = (shown: boolean) => router.replace(linkTo(conversationId.value, { pane: shown ? 'contact' : undefined }))
  return { view, conversationId, search, sorting, showsContact, linkTo, open, goTo, find, sortBy, showContact }
}
