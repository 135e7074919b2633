import { computed, ref, shallowRef } from 'vue'
import { VisitorThreadDocument, type ConversationOwner, type VisitorThreadQuery } from '../contract/graphql.ts'
import type { VisitorSession } from '../live/session.ts'
import type { VisitorEvent } from '../live/socket.ts'
import { mergeMessages, type ThreadMessage } from './merge.ts'

const isToVisitor = ({ author }: ThreadMessage) => author === 'AGENT' || author === 'BOT'

/** Where reading stopped, told from how many were not read. */
export function readBefore(messages: ThreadMessage[], unreadCount: number) {
  const toVisitor = messages.filter(isToVisitor)
  return toVisitor.at(-unreadCount - 1)?.position ?? 0
}

export type Thread = ReturnType<typeof useThread>

/** Everything that was written on this channel, as far back as the visitor scrolled. */
export function useThread(session: VisitorSession, onNews: (message: ThreadMessage) => void) {
  const messages = shallowRef<ThreadMessage[]>([])
  const owner = ref<ConversationOwner | null>(null)
  const agentName = ref<string | null>(null)
  const readTo = ref(0)
  const isLoaded = ref(false)
  const isLoadingOlder = ref(false)
  const older = ref<string | null>(null)

  const merge = (news: ThreadMessage[]) => (messages.value = mergeMessages(messages.value, news))

  async function page(after?: string) {
    const { visitorThread } = await session.ask(VisitorThreadDocument, { first: 30, after })
    return visitorThread
  }

  function keepPlace({ pageInfo }: VisitorThreadQuery['visitorThread']['messages']) {
    older.value = pageInfo.hasNextPage ? pageInfo.endCursor : null
  }

  /** What was held before is replaced, so that what was erased meanwhile goes; what came meanwhile stays. */
  async function load() {
    const before = new Set(messages.value)
    const thread = await page()
    const read = thread.messages.edges.map(edge => edge.node)
    messages.value = mergeMessages(read, messages.value.filter(message => !before.has(message)))
    owner.value = thread.owner
    agentName.value = thread.agentName
    readTo.value = Math.max(readTo.value, readBefore(messages.value, thread.unreadCount))
    keepPlace(thread.messages)
    isLoaded.value = true
  }

  async function loadOlder() {
    if (!older.value || isLoadingOlder.value) return
    isLoadingOlder.value = true
    try {
      const { messages: found } = await page(older.value)
      merge(found.edges.map(edge => edge.node))
      keepPlace(found)
    } catch {
      // Scrolling up again asks again.
    } finally {
      isLoadingOlder.value = false
    }
  }

  function take(event: VisitorEvent) {
    // A change of an old message may belong to a conversation that is over, and so says nothing of who answers now.
    if (event.kind === 'THREAD_CHANGED' || event.kind === 'MESSAGE_ADDED') {
      owner.value = event.owner
      agentName.value = event.agentName
    }
    if (!event.message) return
    const isNew = event.kind === 'MESSAGE_ADDED' && !messages.value.some(({ id }) => id === event.message?.id)
    merge([event.message])
    if (isNew && isToVisitor(event.message)) onNews(event.message)
  }

  const isUnread = (message: ThreadMessage) =>
    isToVisitor(message) && message.position > readTo.value && message.status !== 'READ'

  return {
    messages, owner, agentName, readTo, isLoaded, isLoadingOlder, merge, load, loadOlder, take,
    hasOlder: computed(() => older.value !== null),
    lastPosition: computed(() => messages.value.at(-1)?.position ?? 0),
    unread: computed(() => messages.value.filter(isUnread).length),
    isClosed: computed(() => owner.value === null && messages.value.at(-1)?.notice === 'CLOSED'),
  }
}
