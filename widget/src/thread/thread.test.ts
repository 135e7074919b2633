import { expect, test, vi } from 'vitest'
import type { VisitorSession } from '../live/session.ts'
import { message } from './message.fixture.ts'
import type { ThreadMessage } from './merge.ts'
import { readBefore, useThread } from './thread.ts'

function world(first: ThreadMessage[], unreadCount = 0) {
  let answer: (value: unknown) => void = () => {}
  const page = (messages: ThreadMessage[]) => ({
    visitorThread: {
      owner: 'BOT', agentName: null, unreadCount,
      messages: { edges: messages.map(node => ({ node })), pageInfo: { hasNextPage: false, endCursor: null } },
    },
  })
  const ask = () => new Promise(resolve => (answer = resolve))
  const onNews = vi.fn()
  const thread = useThread({ ask } as unknown as VisitorSession, onNews)
  const load = async (messages = first, meanwhile = () => {}) => {
    const loading = thread.load()
    meanwhile()
    answer(page(messages))
    await loading
  }
  const hear = (kind: 'MESSAGE_ADDED' | 'MESSAGE_CHANGED' | 'THREAD_CHANGED', news: ThreadMessage | null, more = {}) =>
    thread.take({ cursor: 'c', kind, message: news, owner: 'AGENT', agentName: 'Eva', ...more })
  return { thread, load, hear, onNews }
}
const [one, two, three] = [1, 2, 3].map(position => message({ position, author: 'AGENT' })) as [
  ThreadMessage, ThreadMessage, ThreadMessage]

test('Rocket.Chat.ReactNative PR#7547: what happens while the page is being read is not lost, and not shown twice', async () => {
  const { thread, load, hear } = world([one, two])
  await load([one, two], () => {
    hear('MESSAGE_ADDED', two)
    hear('MESSAGE_ADDED', three)
  })
  expect(thread.messages.value.map(({ position }) => position)).toEqual([1, 2, 3])
})

test('Rocket.Chat PR#41759: what was erased while we were away is gone after starting over', async () => {
  const { thread, load } = world([one, two])
  await load()
  await load([two])
  expect(thread.messages.value).toEqual([two])
})

test('an event heard again is no news', async () => {
  const { load, hear, onNews } = world([one])
  await load()
  hear('MESSAGE_ADDED', one)
  hear('MESSAGE_ADDED', two)
  hear('MESSAGE_ADDED', two)
  expect(onNews).toHaveBeenCalledTimes(1)
})

test('the badge counts what the server calls unread and what came since, until it is read', async () => {
  const { thread, load, hear } = world([one, two], 1)
  await load()
  hear('MESSAGE_ADDED', three)
  expect(thread.unread.value).toBe(2)
  hear('MESSAGE_CHANGED', { ...two, status: 'READ', version: 2 })
  expect(thread.unread.value).toBe(1)
  thread.readTo.value = 3
  expect(thread.unread.value).toBe(0)
})

test('reading stopped before the unread ones, whoever wrote between them', () => {
  const own = message({ position: 4, author: 'CONTACT' })
  expect([0, 1, 2, 9].map(count => readBefore([one, two, three, own], count))).toEqual([3, 2, 1, 0])
})

test('who answers is told by what is added, not by an old message that changed', async () => {
  const { thread, load, hear } = world([one])
  await load()
  hear('MESSAGE_CHANGED', { ...one, version: 2 }, { owner: null })
  expect(thread.owner.value).toBe('BOT')
  hear('MESSAGE_ADDED', message({ position: 2, author: 'SYSTEM', notice: 'CLOSED' }), { owner: null })
  expect([thread.owner.value, thread.isClosed.value]).toEqual([null, true])
})
