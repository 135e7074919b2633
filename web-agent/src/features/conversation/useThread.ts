import { useSession } from '@botpro/ui/session/session.ts'
import type { CombinedError } from '@urql/core'
import { computed, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { ConversationDocument, type ConversationQuery } from '../../contract/graphql.ts'
import type { Desk } from '../../live/desk.ts'
import type { Thread } from '../../live/thread.ts'
import { useDesk } from '../../live/useDesk.ts'

const PAGE = 50

function take(desk: Desk, thread: Thread, { messages, ...conversation }: ConversationQuery['conversation']) {
  desk.tellConversation(conversation)
  const { edges, pageInfo } = messages
  thread.addPage({ messages: edges.map(({ node }) => node), hasMore: pageInfo.hasNextPage, after: pageInfo.endCursor })
}

/** The messages of one conversation, fetched once, kept by what is told live, and older ones on demand. */
export function useThread(conversationId: MaybeRefOrGetter<string>) {
  const { client } = useSession()
  const { desk, isListening } = useDesk()
  const error = shallowRef<CombinedError>()
  const asking = shallowRef<Thread>()
  const thread = computed(() => desk.thread(toValue(conversationId)))

  async function load() {
    const id = toValue(conversationId)
    const opened = desk.openThread(id)
    if (asking.value === opened) return
    asking.value = opened
    error.value = undefined
    const variables = { id, first: PAGE, after: opened.after }
    const answer = await client.value.query(ConversationDocument, variables, { requestPolicy: 'network-only' }).toPromise()
    if (asking.value === opened) asking.value = undefined
    if (answer.data) take(desk, opened, answer.data.conversation)
    else if (id === toValue(conversationId)) error.value = answer.error
  }

  watch([() => toValue(conversationId), isListening, desk.epoch], ([id]) => {
    error.value = undefined
    if (isListening.value && !desk.openThread(id).isLoaded) void load()
  }, { immediate: true })

  return {
    conversation: computed(() => desk.conversation(toValue(conversationId))),
    messages: computed(() => thread.value?.messages ?? []),
    state: computed(() => (thread.value?.isLoaded && desk.conversation(toValue(conversationId)) ? 'ready' : error.value ? 'failed' : 'loading')),
    hasOlder: computed(() => thread.value?.hasOlder ?? false),
    isLoadingOlder: computed(() => Boolean(thread.value?.isLoaded) && asking.value === thread.value),
    error,
    load,
  }
}
