import { expect, test } from 'vitest'
import { Breaker } from './breaker.ts'

const at = (clock: { ms: number }) => ({ now: () => clock.ms })

test('three failures in a row are enough; one success in between begins anew', () => {
  const breaker = new Breaker()
  for (const turn of [1, 2]) { breaker.failed(); expect(breaker.admits(), `after ${turn}`).toBe(true) }
  breaker.succeeded()
  breaker.failed()
  breaker.failed()
  expect(breaker.admits()).toBe(true)
  breaker.failed()
  expect(breaker.admits()).toBe(false)
})

test('after a rest one goes to see, and all may come when it went well', () => {
  const clock = { ms: 0 }
  const breaker = new Breaker(at(clock))
  for (let turn = 0; turn < 3; turn++) breaker.failed()
  clock.ms = 29_999
  expect(breaker.admits()).toBe(false)
  clock.ms = 30_000
  expect([breaker.admits(), breaker.admits()]).toEqual([true, false])
  breaker.succeeded()
  expect([breaker.admits(), breaker.admits()]).toEqual([true, true])
})

test('whoever goes to see and comes back with nothing begins the rest anew', () => {
  const clock = { ms: 0 }
  const breaker = new Breaker(at(clock))
  for (let turn = 0; turn < 3; turn++) breaker.failed()
  clock.ms = 30_000
  breaker.admits()
  breaker.failed()
  clock.ms = 59_999
  expect(breaker.admits()).toBe(false)
  clock.ms = 60_000
  expect(breaker.admits()).toBe(true)
})
