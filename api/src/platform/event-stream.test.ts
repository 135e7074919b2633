import { expect, test, vi } from 'vitest'
import { useDatabase } from '../../test/harness.ts'
import { systemActor } from './actor.ts'
import { openBroadcast } from './broadcast.ts'
import { openDoorbell } from './doorbell.ts'
import { SubscriberTooSlow } from './event-feed.ts'
import { CursorTooOld, presentCursor, renewEpoch, type LogEvent } from './event-log.ts'
import { EventStream } from './event-stream.ts'
import type { Units } from './units.ts'

const db = useDatabase()
const doorbell = openDoorbell(openBroadcast())
const scope = (tenantId: string) => ({ tenantId, actor: systemActor(tenantId) })

function open(options: { deaf?: boolean; bufferLimit?: number; pollEvery?: number } = {}) {
  const units = db.openUnits({
    ring: (tenantId, seq) => {
      if (!options.deaf) doorbell.ring(tenantId, seq)
    },
  })
  const read = vi.spyOn(units, 'read')
  return { units, read, stream: new EventStream({ units, doorbell, ...options }) }
}

const write = (units: Units, tenantId: string, count = 1) =>
  units.tenant(scope(tenantId), async unit =>
    unit.record(...Array.from({ length: count }, (_, n) => ({ kind: `K${n}` }))),
  )

async function present(tenantId: string) {
  await using unit = db.units.read(scope(tenantId))
  return await presentCursor(unit)
}

async function take(batches: AsyncIterable<LogEvent[]>, count: number) {
  const events: LogEvent[] = []
  for await (const batch of batches) {
    events.push(...batch)
    if (events.length >= count) break
  }
  return events
}

const numbers = (count: number, from = 1) => Array.from({ length: count }, (_, index) => from + index)

test('replay goes over into live without gap or double while others write', async () => {
  const { units, stream } = open()
  const tenantId = await db.newTenant()
  const start = await present(tenantId)
  await write(units, tenantId, 1200)
  const writing = Promise.all(numbers(300).map(() => write(units, tenantId)))
  const subscribers = numbers(20).map(() => take(stream.subscribe(tenantId, start), 1500))
  for (const events of await Promise.all(subscribers))
    expect(events.map(event => event.seq)).toEqual(numbers(1500))
  await writing
})

test('a subscriber without cursor hears only what comes, one with a cursor resumes after it', async () => {
  const { units, stream } = open()
  const tenantId = await db.newTenant()
  await write(units, tenantId, 3)
  const live = take(stream.subscribe(tenantId, null), 2)
  await vi.waitFor(() => expect(live).toBeDefined())
  await new Promise(resolve => setTimeout(resolve, 50))
  await write(units, tenantId, 2)
  const heard = await live
  expect(heard.map(event => event.seq)).toEqual([4, 5])
  expect((await take(stream.subscribe(tenantId, heard[0]!.cursor), 1)).map(event => event.seq)).toEqual([5])
})

test('a thousand subscribers of one tenant do not read the log a thousand times', async () => {
  const { units, read, stream } = open()
  const tenantId = await db.newTenant()
  const start = await present(tenantId)
  const subscribers = numbers(1000).map(() => take(stream.subscribe(tenantId, start), 10))
  await vi.waitFor(() => expect(read.mock.calls.length).toBeGreaterThan(0))
  for (const _ of numbers(10)) await write(units, tenantId)
  const all = await Promise.all(subscribers)
  expect(all.every(events => events.length === 10)).toBe(true)
  expect(read.mock.calls.length).toBeLessThan(25)
})

test('events arrive although no bell rings', async () => {
  const { units, stream } = open({ deaf: true, pollEvery: 30 })
  const tenantId = await db.newTenant()
  const start = await present(tenantId)
  const heard = take(stream.subscribe(tenantId, start), 1)
  await new Promise(resolve => setTimeout(resolve, 50))
  await write(units, tenantId)
  expect((await heard).length).toBe(1)
})

test('a subscriber who does not take its events is let go, and the others stay', async () => {
  const { units, stream } = open({ bufferLimit: 10 })
  const tenantId = await db.newTenant()
  const start = await present(tenantId)
  const lazy = stream.subscribe(tenantId, start)
  const eager = take(stream.subscribe(tenantId, start), 12)
  await write(units, tenantId)
  await lazy.next()
  for (const _ of numbers(11)) await write(units, tenantId)
  expect((await eager).length).toBe(12)
  await expect(take(lazy, 12)).rejects.toThrow(SubscriberTooSlow)
})

test('a stream ends by its signal and by return, also while it waits, and then nobody listens', async () => {
  const { read, stream } = open({ pollEvery: 10 })
  const tenantId = await db.newTenant()
  const abort = new AbortController()
  const [aborted, left] = [
    stream.subscribe(tenantId, null, { signal: abort.signal }),
    stream.subscribe(tenantId, null),
  ]
  const waiting = [aborted.next(), left.next()]
  await new Promise(resolve => setTimeout(resolve, 50))
  abort.abort()
  await left.return!()
  expect((await Promise.all(waiting)).map(result => result.done)).toEqual([true, true])
  const reads = read.mock.calls.length
  await new Promise(resolve => setTimeout(resolve, 40))
  expect(read.mock.calls.length).toBe(reads)
})

test('a filter spares a subscriber what it did not ask for', async () => {
  const { units, stream } = open()
  const tenantId = await db.newTenant()
  const start = await present(tenantId)
  await write(units, tenantId, 3)
  const events = await take(stream.subscribe(tenantId, start, { where: event => event.kind === 'K2' }), 1)
  expect(events.map(event => event.seq)).toEqual([3])
})

test('a cursor of another epoch is refused, at the start and while listening', async () => {
  const { units, stream } = open({ pollEvery: 30 })
  const tenantId = await db.newTenant()
  const start = await present(tenantId)
  const listening = take(stream.subscribe(tenantId, null), 1)
  await new Promise(resolve => setTimeout(resolve, 50))
  await db.units.platform({ actor: systemActor() }, renewEpoch)
  await expect(listening).rejects.toThrow(CursorTooOld)
  await expect(take(stream.subscribe(tenantId, start), 1)).rejects.toThrow(CursorTooOld)
  const again = take(stream.subscribe(tenantId, await present(tenantId)), 1)
  await write(units, tenantId)
  expect((await again).length).toBe(1)
})
