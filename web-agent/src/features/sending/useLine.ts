import { useSession } from '@botpro/ui/session/session.ts'
import { useEventListener } from '@vueuse/core'
import { computed, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { ConversationLineDocument, type ConversationLineQuery } from '../../contract/graphql.ts'
import type { Message } from '../../live/desk.ts'
import { useDesk } from '../../live/useDesk.ts'
import { useMinute } from '../../shell/useTick.ts'
import { sendingState } from './sending-note.ts'

type Line = ConversationLineQuery['conversation']

/**
 * The line that a conversation runs on, and what may be sent on it now. Asked for the open conversation alone, and again
 * when what decides has moved: the contact wrote, the window ran out, the server refused, or one comes back to the page.
 */
export function useLine(conversationId: string, messages: MaybeRefOrGetter<Message[]>) {
  const { client } = useSession()
  const { desk, isListening, outbox } = useDesk()
  const now = useMinute()
  const line = shallowRef<Line>()
  let asked = 0

  async function refresh() {
    const mine = ++asked
    const { data } = await client.value.query(ConversationLineDocument, { id: conversationId }, { requestPolicy: 'network-only' }).toPromise()
    if (data && mine === asked) line.value = data.conversation
  }
  const state = computed(() => (line.value ? sendingState(line.value.sending, now.value) : null))
  const heard = computed(() => toValue(messages).findLast(({ author }) => author === 'CONTACT')?.id)
  const refused = computed(() => outbox.of(conversationId).filter(({ refusal }) => refusal?.reason === 'CannotSendNow').length)
  const isOver = computed(() => state.value === 'closed' && line.value?.sending.mayWrite === true)
  watch([isListening, desk.epoch, heard, refused, isOver], () => { if (isListening.value) void refresh() }, { immediate: true })
  useEventListener(window, 'focus', () => void refresh())

  return { line, state, refresh }
}
