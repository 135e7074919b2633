import { onScopeDispose, ref } from 'vue'
import { ShowVisitorTypingDocument } from '../contract/graphql.ts'
import type { VisitorSession } from '../live/session.ts'

const SHOWN_FOR = 6_000
const TOLD_EVERY = 4_000

/** Who is writing to the visitor. */
export function useTyping() {
  const name = ref<string>()
  let timer: ReturnType<typeof setTimeout>

  function hide() {
    clearTimeout(timer)
    name.value = undefined
  }

  function show(agentName: string) {
    hide()
    name.value = agentName
    timer = setTimeout(hide, SHOWN_FOR)
  }

  onScopeDispose(hide)
  return { name, show, hide }
}

/** Tells the agent that the visitor writes, no more often than it is worth. */
export function createTypingNews(session: VisitorSession) {
  let told = 0
  return (now = Date.now()) => {
    if (now - told < TOLD_EVERY) return
    told = now
    session.ask(ShowVisitorTypingDocument, {}).catch(() => undefined)
  }
}
