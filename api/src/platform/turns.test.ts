import { expect, test } from 'vitest'
import { Busy, Turns } from './turns.ts'

/** Work that ends when it is told to. */
function work() {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const piece = { begun: false, end: () => resolve('done'), fail: () => reject(new Error('broken')), run: async () => {
    piece.begun = true
    return promise
  } }
  return piece
}
const settle = () => new Promise(resolve => setImmediate(resolve))

test('as many run as may, as many wait as may, in the order in which they came, and the rest is turned away', async () => {
  const turns = new Turns({ atOnce: 2, mayWait: 2 })
  const pieces = Array.from({ length: 4 }, work)
  const runs = pieces.map(piece => turns.run(piece.run))
  await expect(turns.run(work().run)).rejects.toBeInstanceOf(Busy)
  await settle()
  expect(pieces.map(({ begun }) => begun)).toEqual([true, true, false, false])
  pieces[1]!.end()
  await settle()
  expect(pieces.map(({ begun }) => begun)).toEqual([true, true, true, false])
  for (const piece of pieces) piece.end()
  expect(await Promise.all(runs)).toEqual(['done', 'done', 'done', 'done'])
  expect(turns.isFull).toBe(false)
})

test('work that fails gives its place to the next', async () => {
  const turns = new Turns({ atOnce: 1, mayWait: 1 })
  const [bad, good] = [work(), work()]
  const [first, second] = [turns.run(bad.run), turns.run(good.run)]
  bad.fail()
  await expect(first).rejects.toThrow('broken')
  good.end()
  expect(await second).toBe('done')
  expect(await turns.run(async () => 'again')).toBe('again')
})

test('who gives up while waiting leaves the queue, and what she asked for is never done', async () => {
  const turns = new Turns({ atOnce: 1, mayWait: 1 })
  const [running, given, next] = [work(), work(), work()]
  const giving = new AbortController()
  const first = turns.run(running.run)
  const second = turns.run(given.run, giving.signal)
  expect(turns.isFull).toBe(true)
  giving.abort()
  await expect(second).rejects.toMatchObject({ name: 'AbortError' })
  const third = turns.run(next.run)
  running.end()
  next.end()
  expect(await Promise.all([first, third])).toEqual(['done', 'done'])
  expect(given.begun).toBe(false)
})

test('giving up what has begun does not let another in beside it', async () => {
  const turns = new Turns({ atOnce: 1, mayWait: 0 })
  const [running, giving] = [work(), new AbortController()]
  const first = turns.run(running.run, giving.signal)
  giving.abort()
  await expect(turns.run(work().run)).rejects.toBeInstanceOf(Busy)
  running.end()
  await first
  expect(await turns.run(async () => 'free')).toBe('free')
})
