// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { Outbox, type Delivery, type Outgoing } from './outbox.ts'

const shelf = localStorage
beforeEach(() => shelf.clear())

const reply = (clientId: string, over: Partial<Outgoing> = {}) =>
  ({ clientId, conversationId: 'k1', kind: 'REPLY' as const, text: clientId, attachments: [], at: clientId, ...over })

function outboxAnswering(...answers: Delivery[]) {
  const sent: string[] = []
  const laters: (() => void)[] = []
  const outbox = new Outbox({
    owner: 'me', shelf,
    send: async ({ clientId }) => { sent.push(clientId); return answers.shift() ?? { outcome: 'SENT' } },
    later: fn => laters.push(fn),
  })
  return { outbox, sent, laters }
}

test('what was stored leaves the outbox', async () => {
  const { outbox, sent } = outboxAnswering({ outcome: 'SENT' })
  await outbox.add(reply('a'))
  expect([sent, outbox.of('k1'), shelf.length]).toEqual([['a'], [], 0])
})

test('while the server is out of reach nothing overtakes what was written first', async () => {
  const { outbox, sent, laters } = outboxAnswering({ outcome: 'UNREACHABLE' })
  await outbox.add(reply('a'))
  expect(sent).toEqual(['a'])
  await Promise.all([outbox.add(reply('b')), laters[0]!()])
  expect(sent).toEqual(['a', 'a', 'b'])
})

test('what was waiting when the page was left is sent with the same id by the next one', async () => {
  await outboxAnswering({ outcome: 'UNREACHABLE' }).outbox.add(reply('a'))
  const { outbox, sent } = outboxAnswering()
  await outbox.deliverAll()
  expect([sent, outbox.of('k1')]).toEqual([['a'], []])
})

test('what was refused stays with its reason, lets the next one pass, and can be tried again', async () => {
  const { outbox, sent } = outboxAnswering({ outcome: 'REFUSED', reason: 'NotYourConversation', colleague: 'Ada' })
  await outbox.add(reply('a'))
  await outbox.add(reply('b'))
  expect(outbox.of('k1')).toMatchObject([{ clientId: 'a', state: 'REFUSED', refusal: { colleague: 'Ada' } }])
  await outbox.retry('a')
  expect([sent, outbox.of('k1')]).toEqual([['a', 'b', 'a'], []])
})

test('conversations do not wait for one another', async () => {
  const { outbox, sent } = outboxAnswering({ outcome: 'UNREACHABLE' })
  await outbox.add(reply('a'))
  await outbox.add(reply('b', { conversationId: 'k2' }))
  expect(sent).toEqual(['a', 'b'])
})

test('people who share a browser do not send each other’s words', async () => {
  await outboxAnswering({ outcome: 'UNREACHABLE' }).outbox.add(reply('a'))
  const other = new Outbox({ owner: 'ada', shelf, send: async () => ({ outcome: 'SENT' }), later: () => {} })
  expect(other.of('k1')).toEqual([])
})
