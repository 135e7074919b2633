import { createClient } from 'graphql-ws/client'
import { VisitorEventsDocument, VisitorTypingDocument } from '../contract/graphql.ts'
import type { VisitorEventsSubscription, VisitorTypingSubscription } from '../contract/graphql.ts'
import { operation, type Document } from './api.ts'

export type VisitorEvent = VisitorEventsSubscription['visitorEvents']

interface SocketOptions {
  token: () => Promise<string>
  after: string | null
  /** The server has let us in. */
  onOpen: () => void
  onEvent: (event: VisitorEvent) => void
  onTyping: (typing: VisitorTypingSubscription['visitorTyping']) => void
  /** Once, with the code of the error where there was one. */
  onEnd: (code?: string) => void
}

const KEEP_ALIVE = 15_000
const PONG_WAIT = 5_000

const urlOf = ({ protocol, host } = location) => `${protocol.replace('http', 'ws')}//${host}/widget/graphql`

/** A close code says "who are you" as well as an error does. */
const codeOf = (problem: unknown) => {
  const [first] = Array.isArray(problem) ? problem : []
  const closed = (problem as CloseEvent | undefined)?.code
  const unknown = closed === 4401 || closed === 4403 ? 'UNAUTHENTICATED' : undefined
  return (first?.extensions?.code as string | undefined) ?? unknown
}

/** One connection. It ends for good when anything ends it: whoever opened it decides what comes next. */
export function openSocket({ token, after, onOpen, onEvent, onTyping, onEnd }: SocketOptions) {
  let pongTimer: ReturnType<typeof setTimeout>
  let ended = false
  const client = createClient({
    url: urlOf(),
    connectionParams: async () => ({ token: await token() }),
    retryAttempts: 0,
    keepAlive: KEEP_ALIVE,
    connectionAckWaitTimeout: PONG_WAIT,
    on: {
      // A phone that changed networks keeps a socket that looks open and hears nothing.
      ping: received => received || (pongTimer = setTimeout(() => client.terminate(), PONG_WAIT)),
      pong: () => clearTimeout(pongTimer),
      connected: onOpen,
    },
  })

  function end(problem?: unknown) {
    if (ended) return
    ended = true
    clearTimeout(pongTimer)
    client.terminate()
    void client.dispose()
    onEnd(codeOf(problem))
  }

  function listen<R, V>(document: Document<R, V>, variables: V, onData: (data: R) => void) {
    client.subscribe<R>({ query: '', ...operation(document, variables) }, {
      next: ({ data, errors }) => (errors ? end(errors) : data && onData(data)),
      error: end,
      complete: end,
    })
  }

  listen(VisitorEventsDocument, { after }, data => onEvent(data.visitorEvents))
  listen(VisitorTypingDocument, {}, data => onTyping(data.visitorTyping))
  return { end: () => end() }
}
