import { useSession } from '@botpro/ui/session/session.ts'
import { useThrottleFn } from '@vueuse/core'
import { shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { ConversationTypingDocument, ShowAgentTypingDocument, type ConversationTypingSubscription } from '../../contract/graphql.ts'
import { useDesk } from '../../live/useDesk.ts'

type Typing = ConversationTypingSubscription['conversationTyping']
const SHOWN_MILLISECONDS = 6000
const REPEAT_MILLISECONDS = 5000
/** That somebody types may be told just after the message that was typed. */
const LATE_MILLISECONDS = 1500

/** Who is writing: the contact, or a colleague other than oneself. */
export function useTyping(conversationId: MaybeRefOrGetter<string>) {
  const { socket, client } = useSession()
  const { person } = useDesk()
  const typing = shallowRef<Typing | null>(null)
  let spokeAt = 0

  watch(() => toValue(conversationId), (id, _before, onCleanup) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const hide = () => { clearTimeout(timer); typing.value = null }
    const stop = socket.value.subscribe<ConversationTypingSubscription>({ query: ConversationTypingDocument, variables: { conversationId: id } }, {
      next({ data }) {
        const told = data?.conversationTyping
        if (!told || told.member?.id === person.memberId && told.member) return
        if (!told.member && Date.now() - spokeAt < LATE_MILLISECONDS) return
        hide()
        typing.value = told
        timer = setTimeout(hide, SHOWN_MILLISECONDS)
      },
      // Nobody is told that typing cannot be shown.
      error: () => {},
      complete: () => {},
    })
    onCleanup(() => { stop(); hide() })
  }, { immediate: true })

  const tellTyping = useThrottleFn(() => {
    void client.value.mutation(ShowAgentTypingDocument, { conversationId: toValue(conversationId) }, { isQuiet: true }).toPromise()
  }, REPEAT_MILLISECONDS)
  /** What the contact was writing has come. */
  function hideTyping() {
    spokeAt = Date.now()
    if (!typing.value?.member) typing.value = null
  }
  return { typing, tellTyping, hideTyping }
}
