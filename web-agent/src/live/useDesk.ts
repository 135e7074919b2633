import { backoff } from '@botpro/ui/graphql/socket.ts'
import { useSession, type Viewer } from '@botpro/ui/session/session.ts'
import { useViewer } from '@botpro/ui/session/useViewer.ts'
import { createEventHook, useEventListener, type EventHookOn } from '@vueuse/core'
import { inject, onScopeDispose, provide, reactive, shallowRef, watch, watchEffect, type ComputedRef, type InjectionKey, type ShallowRef } from 'vue'
import { useRouter } from 'vue-router'
import type { Person } from './access.ts'
import { createDelivery } from './delivery.ts'
import { Desk, type Change } from './desk.ts'
import { Outbox } from './outbox.ts'
import { listen } from './stream.ts'
import { useConnection, type Connection } from './useConnection.ts'

export interface DeskContext {
  desk: Desk
  outbox: Outbox
  person: Person
  /** Whose drafts and unsent words these are, on a computer that several use. */
  owner: string
  /** Fetching may begin: what changes from now on will be told. */
  isListening: ShallowRef<boolean>
  connection: ComputedRef<Connection>
  onChange: EventHookOn<Change>
}

const KEY: InjectionKey<DeskContext> = Symbol('desk')
/** Rather a list that is a moment old than none, where sockets do not pass. */
const FETCH_ANYWAY_MILLISECONDS = 4000

const READ_ONLY: readonly string[] = ['SUSPENDED', 'CANCELLED']

export function personOf({ member, role }: Viewer): Person {
  return { memberId: member?.id ?? null, role: (member?.role ?? role ?? null) as Person['role'] }
}

function useStream(desk: Desk) {
  const { socket, renew } = useSession()
  const router = useRouter()
  const isListening = shallowRef(false)
  const changes = createEventHook<Change>()
  const timer = setTimeout(() => { isListening.value = true }, FETCH_ANYWAY_MILLISECONDS)
  const stop = listen({
    socket: socket.value,
    onEvent(event) {
      const change = desk.apply(event)
      if (change) void changes.trigger(change)
    },
    onStart() {
      if (isListening.value) desk.startOver()
      isListening.value = true
    },
    onRefused(wasHeard) {
      isListening.value = true
      if (!wasHeard) return
      // Nothing may stay on the screen: the way in is gone through again, and it leads to where she still may be.
      renew()
      void router.replace('/')
    },
  })
  onScopeDispose(() => { clearTimeout(timer); stop() })
  return { isListening, onChange: changes.on, connection: useConnection(socket.value) }
}

function useOutbox(desk: Desk, owner: string) {
  const { client } = useSession()
  const outbox = new Outbox({
    owner,
    shelf: localStorage,
    send: createDelivery(client.value, desk),
    later: (fn, attempt) => setTimeout(fn, backoff(attempt)),
  })
  const deliverAll = () => void outbox.deliverAll()
  useEventListener(window, 'online', deliverAll)
  return { outbox, deliverAll }
}

/** What the desk's panes share. Lives as long as the page that provides it. */
export function provideDesk(viewer: Viewer): DeskContext {
  const { tenant } = useViewer()
  const person = reactive(personOf(viewer))
  watchEffect(() => { person.isReadOnly = READ_ONLY.includes(tenant.value?.service.state ?? 'ACTIVE') })
  const owner = `${viewer.tenant?.id}:${person.memberId ?? viewer.user.id}`
  const desk = new Desk(person.memberId)
  const stream = useStream(desk)
  const { outbox, deliverAll } = useOutbox(desk, owner)
  watch(stream.connection, state => { if (state === 'live') deliverAll() }, { immediate: true })
  const context = { desk, outbox, person, owner, ...stream }
  provide(KEY, context)
  return context
}

export function useDesk(): DeskContext {
  const context = inject(KEY)
  if (!context) throw new Error('DeskPage provides the desk')
  return context
}
