import { expect, test, vi } from 'vitest'
import { conversationOf } from './fixtures.ts'
import { listen } from './stream.ts'

interface Subscription { variables: { after: string | null }; next(cursor: string, kind?: string): void; fail(code: string): void; end(): void; stopped: boolean }

/** A socket that hands out its subscriptions, so that a test can be the server. */
function doubleSocket() {
  const subscriptions: Subscription[] = []
  const subscribe = (payload: { variables: Subscription['variables'] }, sink: { next(v: unknown): void; error(e: unknown): void; complete(): void }) => {
    const subscription: Subscription = {
      variables: payload.variables,
      stopped: false,
      next: (cursor, kind = 'CONVERSATION_CHANGED') => sink.next({ data: { conversationEvents: { cursor, kind, conversation: kind === 'READY' ? null : conversationOf(), message: null } } }),
      end: () => sink.complete(),
      fail: code => sink.error([{ message: '', extensions: { code } }]),
    }
    subscriptions.push(subscription)
    return () => { subscription.stopped = true }
  }
  return { subscriptions, socket: { subscribe } as never }
}

function listening() {
  const { subscriptions, socket } = doubleSocket()
  const heard = { onEvent: vi.fn(), onStart: vi.fn(), onRefused: vi.fn() }
  const stop = listen({ socket, ...heard, later: fn => fn() })
  const sent = (index: number) => JSON.parse(JSON.stringify(subscriptions[index]!.variables))
  return { subscriptions, heard, stop, sent }
}

test('Rocket.Chat.ReactNative PR#7547: it asks without a place first, and fetching starts once the stream stands', () => {
  const { subscriptions, heard, sent } = listening()
  expect(sent(0)).toEqual({ after: null })
  subscriptions[0]!.next('a', 'READY')
  expect(heard.onStart).toHaveBeenCalledOnce()
})

test('chatwoot#14934: what the socket sends again after a cut carries the place of the last event heard', () => {
  const { subscriptions, sent } = listening()
  subscriptions[0]!.next('a', 'READY')
  subscriptions[0]!.next('b')
  expect(sent(0)).toEqual({ after: 'b' })
})

test('being ready again after a cut asks for nothing to be fetched', () => {
  const { subscriptions, heard } = listening()
  subscriptions[0]!.next('a', 'READY')
  subscriptions[0]!.next('a', 'READY')
  expect(heard.onStart).toHaveBeenCalledOnce()
})

test('a place too old starts everything over', () => {
  const { subscriptions, heard, sent } = listening()
  subscriptions[0]!.next('a', 'READY')
  subscriptions[0]!.fail('RESYNC_REQUIRED')
  expect(subscriptions[0]!.stopped).toBe(true)
  expect(sent(1)).toEqual({ after: null })
  subscriptions[1]!.next('z', 'READY')
  expect(heard.onStart).toHaveBeenCalledTimes(2)
})

test('any other error goes on behind the last event', () => {
  const { subscriptions, sent } = listening()
  subscriptions[0]!.next('a', 'READY')
  subscriptions[0]!.fail('INTERNAL')
  expect(sent(1)).toEqual({ after: 'a' })
})

test('a refusal is not asked again', () => {
  const { subscriptions, heard } = listening()
  subscriptions[0]!.fail('UNAUTHENTICATED')
  expect(heard.onRefused).toHaveBeenCalledOnce()
  expect(subscriptions).toHaveLength(1)
  expect(heard.onRefused).toHaveBeenCalledWith(false)
})

test('a right that is withdrawn ends the stream for good, also when the server closes it afterwards', () => {
  const { subscriptions, heard } = listening()
  subscriptions[0]!.next('a', 'READY')
  subscriptions[0]!.fail('FORBIDDEN')
  subscriptions[0]!.end()
  expect(heard.onRefused).toHaveBeenCalledExactlyOnceWith(true)
  expect(subscriptions).toHaveLength(1)
})

test('a stream that the server ends goes on behind the last event', () => {
  const { subscriptions, sent } = listening()
  subscriptions[0]!.next('a', 'READY')
  subscriptions[0]!.end()
  expect(sent(1)).toEqual({ after: 'a' })
})

test('who has left is not called back', () => {
  const { subscriptions, stop, heard } = listening()
  stop()
  subscriptions[0]!.next('a', 'READY')
  subscriptions[0]!.end()
  expect([subscriptions.length, heard.onStart.mock.calls.length]).toEqual([1, 0])
})
