import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiError } from '../live/api.ts'
import { openStore, type Store } from '../live/store.ts'
import { message } from './message.fixture.ts'
import { createOutbox } from './outbox.ts'
import type { OutboxEntry } from './outbox-entry.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A server that stores what it is sent, once per client id, whenever the line is up. */
function world(store: Store = openStore(`${Math.random()}:`)) {
  const line = { error: undefined as string | undefined, losesAnswers: false }
  const received: string[] = []
  const stored = new Set<string>()
  let ids = 0
  const send = async (entry: OutboxEntry) => {
    if (line.error) throw new ApiError(line.error)
    received.push(entry.text)
    stored.add(entry.clientId)
    if (line.losesAnswers) throw new ApiError('UNREACHABLE')
    return [message({ clientId: entry.clientId })]
  }
  const onStored = vi.fn()
  const upload = vi.fn(async () => ({ id: 'f1' }))
  const open = () => createOutbox({ store, send, upload, onStored, newId: () => `c${++ids}`, now: () => new Date(ids) })
  return { line, received, stored, store, onStored, upload, open }
}
const settle = () => vi.advanceTimersByTimeAsync(1)

test('what is written offline is sent once when back, in the order written', async () => {
  const { line, received, open } = world()
  const outbox = open()
  line.error = 'UNREACHABLE'
  outbox.add({ text: 'uno' })
  outbox.add({ text: 'dos' })
  await settle()
  expect(outbox.entries.value.map(({ state }) => state)).toEqual(['WAITING', 'WAITING'])
  line.error = undefined
  outbox.wake()
  outbox.wake()
  await settle()
  expect([received, outbox.entries.value]).toEqual([['uno', 'dos'], []])
})

test('it survives a reload with the same client id', async () => {
  const { line, stored, store, received, open } = world()
  line.error = 'UNREACHABLE'
  const before = open()
  before.add({ text: 'uno' })
  await settle()
  before.close()
  line.error = undefined
  const after = open()
  after.wake()
  await settle()
  expect([received, [...stored], store.keys('outbox:')]).toEqual([['uno'], ['c1'], []])
})

test('when only the answer was lost, the second attempt bears the same client id', async () => {
  const { line, stored, received, open } = world()
  line.losesAnswers = true
  const outbox = open()
  outbox.add({ text: 'uno' })
  await settle()
  line.losesAnswers = false
  outbox.wake()
  await settle()
  expect([received, [...stored]]).toEqual([['uno', 'uno'], ['c1']])
})

test('it tries again by itself', async () => {
  const { line, received, open } = world()
  line.error = 'UNREACHABLE'
  open().add({ text: 'uno' })
  await settle()
  line.error = undefined
  await vi.advanceTimersByTimeAsync(2_000)
  expect(received).toEqual(['uno'])
})

test('a refusal fails at once, lets the others pass, and can be tried again by hand', async () => {
  const { line, received, open } = world()
  const outbox = open()
  line.error = 'INVALID_INPUT'
  outbox.add({ text: 'malo' })
  await settle()
  line.error = undefined
  outbox.add({ text: 'bueno' })
  await settle()
  expect(outbox.entries.value.map(({ text, state }) => [text, state])).toEqual([['malo', 'FAILED']])
  outbox.retry('c1')
  await settle()
  expect(received).toEqual(['bueno', 'malo'])
})

test('a server that keeps failing is not asked for ever', async () => {
  const { line, open } = world()
  line.error = 'INTERNAL'
  const outbox = open()
  outbox.add({ text: 'uno' })
  await vi.advanceTimersByTimeAsync(120_000)
  expect(outbox.entries.value[0]).toMatchObject({ state: 'FAILED', attempts: 5 })
})

test('hearing of the message elsewhere ends its wait', async () => {
  const { line, store, received, open } = world()
  line.error = 'UNREACHABLE'
  const outbox = open()
  outbox.add({ text: 'uno' })
  await settle()
  outbox.drop('c1')
  line.error = undefined
  await vi.advanceTimersByTimeAsync(60_000)
  expect([received, store.keys('outbox:')]).toEqual([[], []])
})

test('files are uploaded once, however often the message is tried', async () => {
  const { line, upload, received, open } = world()
  line.error = 'UNREACHABLE'
  const outbox = open()
  outbox.add({ text: '', files: [new File(['x'], 'a.png', { type: 'image/png' })] })
  await settle()
  line.error = undefined
  outbox.wake()
  await settle()
  expect([upload.mock.calls.length, received.length]).toEqual([1, 1])
})

test.each(['UPLOAD_LIMIT', 'STORAGE_FULL', 'PICTURE_TOO_LARGE'])('a file refused with %s keeps what was written with it', async code => {
  const { upload, received, open } = world()
  const outbox = open()
  upload.mockRejectedValueOnce(new ApiError(code))
  outbox.add({ text: 'mire', files: [new File(['x'], 'a.png', { type: 'image/png' })] })
  await settle()
  expect(outbox.entries.value[0]).toMatchObject({ text: 'mire', state: 'FAILED', reason: code })
  outbox.retry('c1')
  await settle()
  expect(received).toEqual(['mire'])
})

test('while the server is busy with other files it is asked again', async () => {
  const { upload, received, open } = world()
  upload.mockRejectedValueOnce(new ApiError('BUSY'))
  open().add({ text: 'mire', files: [new File(['x'], 'a.png', { type: 'image/png' })] })
  await vi.advanceTimersByTimeAsync(2_000)
  expect([upload.mock.calls.length, received]).toEqual([2, ['mire']])
})
