import type { Client as Socket, Sink } from 'graphql-ws'
import { ConversationEventsDocument } from '../contract/graphql.ts'
import type { ConversationEvent } from './desk.ts'

interface Told { data?: { conversationEvents?: ConversationEvent } | null; errors?: readonly unknown[] }

export interface StreamOptions {
  socket: Pick<Socket, 'subscribe'>
  onEvent(event: ConversationEvent): void
  /** What follows is whole from here on; all that is held must be fetched (again). */
  onStart(): void
  /** The server refuses for good. Who was heard before has lost a right that she had when she came. */
  onRefused(wasHeard: boolean): void
  later?(fn: () => void): void
}

const codesOf = (errors: unknown) => (Array.isArray(errors) ? errors : []).map(error => error?.extensions?.code)

/**
 * The tenant's changes without a gap. The socket reconnects by itself and sends the subscription again; the place
 * in the log is read at that moment, so that it goes on behind the last event heard.
 */
export function listen({ socket, onEvent, onStart, onRefused, later = fn => setTimeout(fn, 1000) }: StreamOptions) {
  let after: string | null = null
  let stop = () => {}
  let isOver = false
  const variables = { get after() { return after } }

  function hear(event: ConversationEvent) {
    const isFirst = after === null
    after = event.cursor
    if (event.kind !== 'READY') onEvent(event)
    else if (isFirst) onStart()
  }
  function again() {
    stop()
    if (!isOver) later(subscribe)
  }
  function refuse() {
    isOver = true
    stop()
    onRefused(after !== null)
  }
  function fail(errors: unknown) {
    const codes = codesOf(errors)
    if (codes.includes('UNAUTHENTICATED') || codes.includes('FORBIDDEN')) return refuse()
    if (codes.includes('RESYNC_REQUIRED')) after = null
    again()
  }
  function subscribe() {
    if (isOver) return
    let isCurrent = true
    const whileCurrent = <Args extends unknown[]>(fn: (...args: Args) => void) => (...args: Args) => { if (isCurrent) fn(...args) }
    const sink: Sink<Told> = {
      next: whileCurrent(({ data, errors }) => (errors?.length ? fail(errors) : data?.conversationEvents && hear(data.conversationEvents))),
      error: whileCurrent(fail),
      // A node that goes down ends its streams; another one takes them up.
      complete: whileCurrent(again),
    }
    const end = socket.subscribe<Told['data']>({ query: ConversationEventsDocument, variables }, sink as never)
    stop = () => { isCurrent = false; end() }
  }
  subscribe()
  return () => { isOver = true; stop() }
}
