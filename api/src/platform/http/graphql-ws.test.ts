import { afterEach, expect, test } from 'vitest'
import { RawClient, serveSample } from './sample-server.fixture.ts'

type Sample = Awaited<ReturnType<typeof serveSample>>
let sample: Sample | undefined
afterEach(() => sample?.stop())

async function serve(...overrides: Parameters<typeof serveSample>) {
  sample = await serveSample(...overrides)
  const { port } = sample
  return { ...sample, client: (options = {}) => new RawClient(port, options).open() }
}

const TICKS = 'subscription($after: Cursor) { ticks(after: $after) { number } }'
const until = async (true_: () => boolean) => {
  while (!true_()) await new Promise(resolve => setTimeout(resolve, 2))
}

test('the protocol is kept: every wrong step has its code', async () => {
  const { client } = await serve()
  const closedBy = async (step: (one: RawClient) => unknown, options = {}) => {
    const one = await client(options)
    await step(one)
    return (await one.closed).code
  }
  expect(await closedBy(one => one.send('nonsense'))).toBe(4400)
  expect(await closedBy(one => one.subscribe('1', '{ ping }'))).toBe(4401)
  expect(await closedBy(one => one.send({ type: 'connection_init', payload: { token: 'wrong' } }))).toBe(4403)
  expect(await closedBy(() => {}, { protocol: '' })).toBe(4406)
  expect(
    await closedBy(async one => {
      await one.init()
      one.subscribe('1', TICKS)
      one.subscribe('1', TICKS)
    }),
  ).toBe(4409)
  expect(
    await closedBy(async one => {
      await one.init()
      one.send({ type: 'connection_init' })
    }),
  ).toBe(4429)
  expect(
    await closedBy(async one => {
      await one.init()
      one.send('x'.repeat(300_000))
    }),
  ).toBe(1009)
})

test('who does not say who she is, is not waited for', async () => {
  const { client } = await serve({ limits: { initTimeoutMs: 50 } })
  expect((await (await client()).closed).code).toBe(4408)
})

test('a strange origin and an unknown path are turned away before there is a socket', async () => {
  const { port } = await serve()
  expect((await new RawClient(port, { origin: 'https://evil.example' }).closed).code).toBe(1006)
  expect((await new RawClient(port, { path: '/elsewhere' }).closed).code).toBe(1006)
})

test('sockets per address and per actor, and subscriptions per socket, have a limit', async () => {
  const { client, port } = await serve({
    limits: { socketsPerAddress: 3, socketsPerActor: 2, subscriptionsPerSocket: 1 },
  })
  const [one, , three] = [await (await client()).init(), await (await client()).init(), await client()]
  three.send({ type: 'connection_init', payload: { token: 'agent' } })
  expect((await new RawClient(port).closed).code).toBe(1006)
  expect((await three.closed).code).toBe(4420)
  one.subscribe('1', TICKS)
  one.subscribe('2', TICKS)
  expect(await one.next()).toMatchObject({
    id: '2',
    type: 'error',
    payload: [{ extensions: { code: 'RATE_LIMITED' } }],
  })
})

test('all addresses of one network share its sockets', async () => {
  let asked = 0
  const { client, port } = await serve({ limits: { socketsPerAddress: 2 }, addressOf: () => `2001:db8:1:2::${++asked}` })
  await client()
  await client()
  expect((await new RawClient(port).closed).code).toBe(1006)
})

test('ping is answered, queries and mutations are answered, errors are told as over HTTP', async () => {
  const one = await (await (await serve()).client()).init()
  one.send({ type: 'ping' })
  expect(await one.next()).toEqual({ type: 'pong' })
  one.subscribe('1', '{ ping }')
  expect(await one.next()).toEqual({ id: '1', type: 'next', payload: { data: { ping: 'pong' } } })
  expect(await one.next()).toEqual({ id: '1', type: 'complete' })
  one.subscribe('2', '{ broken }')
  expect((await one.next()).payload.errors[0].extensions).toMatchObject({ code: 'INTERNAL' })
})

test('the budget and the persisted documents hold here as well', async () => {
  const { client } = await serve()
  const one = await (await client()).init()
  one.subscribe('1', '{ dear }')
  expect(await one.next()).toMatchObject({
    type: 'error',
    payload: [{ message: 'The query is too complex.' }],
  })
  const widget = await (await client({ path: '/widget/graphql' })).init()
  widget.subscribe('1', '{ ping }')
  expect(await widget.next()).toMatchObject({
    type: 'error',
    payload: [{ extensions: { code: 'FORBIDDEN' } }],
  })
})

test('a subscription that is not allowed is refused before it listens', async () => {
  const { client, ticker } = await serve()
  const one = await (await client()).init('nobody')
  one.subscribe('1', TICKS)
  expect((await one.next()).payload.errors[0].extensions).toEqual({ code: 'UNAUTHENTICATED' })
  expect(ticker.listenerCount).toBe(0)
})

test('one event is executed once for all who may see the same', async () => {
  const { client, ticker } = await serve()
  const clients = await Promise.all([1, 2, 3].map(async () => (await client()).init()))
  for (const one of clients) one.subscribe('1', TICKS)
  await until(() => ticker.listenerCount === 1)
  await new Promise(resolve => setTimeout(resolve, 20))
  ticker.tick(7)
  for (const one of clients)
    expect(await one.next()).toEqual({ id: '1', type: 'next', payload: { data: { ticks: { number: 7 } } } })
  expect(ticker.executions).toBe(1)
  for (const one of clients) one.send({ type: 'complete', id: '1' })
  await until(() => ticker.listenerCount === 0)
})

test('who comes back with a cursor gets what was missed, then what is live, each once and in order', async () => {
  const { client, ticker } = await serve()
  const [early, late] = [await (await client()).init(), await (await client()).init()]
  early.subscribe('1', TICKS)
  await until(() => ticker.listenerCount === 1)
  for (const number of [1, 2, 3]) ticker.tick(number)
  late.subscribe('9', TICKS, { after: '1' })
  ticker.tick(4)
  const numbers = async (one: RawClient, count: number) => {
    const got = []
    while (got.length < count) got.push((await one.next()).payload.data.ticks.number)
    return got
  }
  expect(await numbers(late, 3)).toEqual([2, 3, 4])
  ticker.tick(5)
  expect(await numbers(late, 1)).toEqual([5])
  expect(await numbers(early, 5)).toEqual([1, 2, 3, 4, 5])
})

test('what many missed is executed once for all who come back', async () => {
  const { client, ticker } = await serve()
  const watcher = await (await client()).init()
  watcher.subscribe('1', TICKS)
  await until(() => ticker.listenerCount === 1)
  for (const number of [1, 2, 3]) ticker.tick(number)
  for (let count = 0; count < 3; count++) await watcher.next()
  const returning = await Promise.all([1, 2, 3, 4].map(async () => (await client()).init()))
  for (const one of returning) one.subscribe('1', TICKS, { after: '0' })
  for (const one of returning)
    for (const number of [1, 2, 3]) expect((await one.next()).payload.data.ticks.number).toBe(number)
  expect(ticker.executions).toBe(3)
})

test('when the source ends, the subscription completes', async () => {
  const { client, ticker } = await serve()
  const one = await (await client()).init()
  one.subscribe('1', TICKS)
  await until(() => ticker.listenerCount === 1)
  ticker.end()
  expect(await one.next()).toEqual({ id: '1', type: 'complete' })
})

test('who is signed out or has other rights now is cut off', async () => {
  const { client, standing, sockets } = await serve({ limits: { recheckMs: 60_000 } })
  const one = await (await client()).init()
  await sockets.recheck()
  standing.of = 'changed'
  await sockets.recheck()
  expect((await one.closed).code).toBe(4410)
  const two = await (await client()).init()
  standing.of = 'gone'
  await sockets.recheck()
  expect((await two.closed).code).toBe(4401)
})

test('a client that does not read is cut off with a reason, and the memory it held is bounded', async () => {
  const { client, ticker } = await serve({ limits: { maxBuffered: 1000 } })
  const one = await (await client()).init()
  const long = Array.from({ length: 30 }, (_, index) => `${'x'.repeat(1000)}${index}: number`).join(' ')
  one.subscribe('1', `subscription { ticks { ${long} } }`)
  await until(() => ticker.listenerCount === 1)
  one.socket.pause()
  for (let number = 0; number < 600; number++) {
    ticker.tick(number)
    await new Promise(resolve => setImmediate(resolve))
  }
  one.socket.resume()
  expect((await one.closed).code).toBe(4413)
})

test('a stop asks every client to come back', async () => {
  const { client, stop } = await serve()
  const one = await (await client()).init()
  void stop()
  sample = undefined
  expect((await one.closed).code).toBe(1012)
})
