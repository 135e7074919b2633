import { onScopeDispose, ref } from 'vue'
import { backoff, createPause } from './backoff.ts'
import { openSocket, type VisitorEvent } from './socket.ts'

interface LiveOptions {
  token: () => Promise<string>
  renew: () => Promise<unknown>
  /** Called once everything that follows is being listened to: read what there is now. */
  load: () => Promise<void>
  onEvent: (event: VisitorEvent) => void
  onTyping: (agentName: string) => void
}

/** Keeps one connection open, takes up after a cut where it was, and starts over when told that it must. */
export function useLive({ token, renew, load, onEvent, onTyping }: LiveOptions) {
  const isOnline = ref(false)
  const isTried = ref(false)
  const pause = createPause()
  let cursor: string | null = null
  let failures = 0
  let isStopped = false
  let endSocket = () => {}

  async function ready(event: VisitorEvent) {
    if (!cursor) await load()
    cursor = event.cursor
    opened()
  }

  /** Who takes up at a cursor gets no READY: what was missed follows at once. */
  function opened() {
    if (!cursor) return
    failures = 0
    isOnline.value = true
  }

  function take(event: VisitorEvent) {
    if (event.kind === 'READY') return void ready(event).catch(() => endSocket())
    onEvent(event)
    // Until the first page is read, a cut means reading it again: no place is kept.
    if (cursor) cursor = event.cursor
  }

  const connection = () => new Promise<string | undefined>(resolve => {
    const socket = openSocket({
      token, after: cursor, onOpen: opened, onEvent: take, onTyping: typing => onTyping(typing.agentName), onEnd: resolve,
    })
    endSocket = socket.end
  })

  async function recover(code?: string) {
    isOnline.value = false
    isTried.value = true
    if (code === 'RESYNC_REQUIRED') cursor = null
    else await pause.wait(backoff(failures++))
    if (code === 'UNAUTHENTICATED') await renew().catch(() => undefined)
  }

  async function run() {
    while (!isStopped) await recover(await connection())
  }

  const wake = () => {
    if (isOnline.value) return
    failures = 0
    pause.wake()
  }
  const wakeSeen = () => document.visibilityState === 'visible' && wake()
  const cut = () => endSocket()

  addEventListener('online', wake)
  addEventListener('offline', cut)
  document.addEventListener('visibilitychange', wakeSeen)
  onScopeDispose(() => {
    isStopped = true
    removeEventListener('online', wake)
    removeEventListener('offline', cut)
    document.removeEventListener('visibilitychange', wakeSeen)
    endSocket()
    pause.wake()
  })

  void run()
  return { isOnline, isTried, wake }
}
