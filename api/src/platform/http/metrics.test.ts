import { expect, test } from 'vitest'
import { Metrics } from './metrics.ts'

test('codes that clients make up for closing a socket are counted together', async () => {
  const metrics = new Metrics()
  for (let code = 3000; code < 4400; code++) metrics.socketClosed(code)
  for (const code of [1000, 1006, 4401, 4401]) metrics.socketClosed(code)
  const closed = (await metrics.registry.metrics()).split('\n').filter(line => line.startsWith('socket_closed_total{'))
  expect(closed.sort()).toEqual([
    'socket_closed_total{code="1000"} 1', 'socket_closed_total{code="1006"} 1', 'socket_closed_total{code="4401"} 2',
    'socket_closed_total{code="other"} 1400',
  ])
})
