import { useDebounceFn, useOnline } from '@vueuse/core'
import type { Client as Socket } from 'graphql-ws'
import { computed, onScopeDispose, shallowRef } from 'vue'

export type Connection = 'live' | 'connecting' | 'offline'

/** A reconnect that takes no longer than this is nobody's business. */
const PATIENCE_MILLISECONDS = 2000

/** Whether what is seen is what is. */
export function useConnection(socket: Socket) {
  const isOnline = useOnline()
  const isCut = shallowRef(false)
  let isConnected = false
  const complain = useDebounceFn(() => { isCut.value = !isConnected }, PATIENCE_MILLISECONDS)
  const connected = socket.on('connected', () => { isConnected = true; isCut.value = false })
  const closed = socket.on('closed', () => { isConnected = false; void complain() })
  void complain()
  onScopeDispose(() => { connected(); closed() })
  return computed<Connection>(() => (!isOnline.value ? 'offline' : isCut.value ? 'connecting' : 'live'))
}
