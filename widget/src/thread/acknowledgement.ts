import { onScopeDispose, watch, type Ref } from 'vue'
import { AcknowledgeMessagesDocument } from '../contract/graphql.ts'
import type { VisitorSession } from '../live/session.ts'
import type { Thread } from './thread.ts'

interface AcknowledgementOptions {
  session: VisitorSession
  thread: Thread
  isSeen: Ref<boolean>
  isOnline: Ref<boolean>
}

/** Tells the agent how far the messages came. Positions only grow, so a lost call is made up for by the next. */
export function useAcknowledgement({ session, thread, isSeen, isOnline }: AcknowledgementOptions) {
  let told = ''
  let timer: ReturnType<typeof setTimeout>

  async function tell() {
    const positions = { delivered: thread.lastPosition.value, read: thread.readTo.value }
    const key = JSON.stringify(positions)
    if (!positions.delivered || key === told) return
    told = key
    await session.ask(AcknowledgeMessagesDocument, positions).catch(() => (told = ''))
  }

  watch([isSeen, thread.lastPosition], () => {
    if (isSeen.value) thread.readTo.value = Math.max(thread.readTo.value, thread.lastPosition.value)
  }, { immediate: true })

  watch([thread.lastPosition, thread.readTo, isOnline], () => {
    clearTimeout(timer)
    if (isOnline.value) timer = setTimeout(tell, 300)
  })
  onScopeDispose(() => clearTimeout(timer))
}
