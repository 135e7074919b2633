import type { Client, CombinedError } from '@urql/core'
import type { Client as Socket } from 'graphql-ws'
import { inject, ref, shallowRef, type App, type InjectionKey, type Ref, type ShallowRef } from 'vue'
import { ViewerDocument, type Session_ViewerFragment } from '../contract/graphql.ts'
import type { CacheOptions } from '../graphql/cache.ts'
import { createGraphqlClient } from '../graphql/client.ts'
import { createSocket } from '../graphql/socket.ts'

export type Viewer = Session_ViewerFragment
export type ViewerRole = NonNullable<Viewer['role']>

export interface Session {
  client: ShallowRef<Client>
  socket: ShallowRef<Socket>
  /** Grows when somebody else, or somewhere else, is looked at: nothing on the screen holds any longer. */
  epoch: Ref<number>
  /** From `renew` to the next page: the page before must not ask in the new place. */
  isMoving: Ref<boolean>
  /** Who asks, from the cache when it is known. Undefined when the server could not be asked. */
  viewer(): Promise<Viewer | null | undefined>
  /** Forgets everything that was fetched, and opens a new socket. */
  renew(): void
}

export interface SessionOptions {
  cache?: CacheOptions
  onSignedOut(): void
  onFailedChange(error: CombinedError): void
}

const KEY: InjectionKey<Session> = Symbol('session')

function connect(options: SessionOptions, onRefused: () => void) {
  const socket = createSocket(onRefused)
  return { socket, client: createGraphqlClient({ ...options, socket }) }
}

export function createSession(options: SessionOptions): Session {
  const first = connect(options, checkSignedIn)
  const client = shallowRef(first.client)
  const socket = shallowRef(first.socket)
  const epoch = ref(0)
  const isMoving = ref(false)
  async function viewer() {
    const { data, error } = await client.value.query(ViewerDocument, {}).toPromise()
    return error ? undefined : data?.viewer
  }
  /** Whose session ended must not go on looking at what was on the screen. */
  async function checkSignedIn() {
    const { data, error } = await client.value.query(ViewerDocument, {}, { requestPolicy: 'network-only' }).toPromise()
    if (!error && !data?.viewer) options.onSignedOut()
  }
  function renew() {
    isMoving.value = true
    void socket.value.dispose()
    const next = connect(options, checkSignedIn)
    socket.value = next.socket
    client.value = next.client
    epoch.value += 1
  }
  return { client, socket, epoch, isMoving, viewer, renew }
}

export const provideSession = (app: App, session: Session) => app.provide(KEY, session)

export function useSession(): Session {
  const session = inject(KEY)
  if (!session) throw new Error('createBotProApp provides the session')
  return session
}
