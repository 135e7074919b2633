import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { CallProblem } from './call-problem.ts'
import { Circuits } from './circuits.ts'

const fails = (code: string) => async () => { throw new CallProblem(code, 'x') }
const settle = (work: Promise<unknown>) => work.then(() => 'OK', error => error.code as string)

test('a system that fails again and again is left alone, until one call shows that it is well', async () => {
  const circuits = new Circuits({ failures: 3, restMs: 60, longestRestMs: 60 })
  const run = (work: () => Promise<unknown>) => settle(circuits.run('a', work))
  for (let call = 0; call < 3; call++) expect(await run(fails('FAILED'))).toBe('FAILED')
  expect(circuits.stateOf('a')).toBe('RESTING')
  let asked = 0
  expect(await run(async () => void asked++)).toBe('OPEN')
  expect(asked).toBe(0)
  // The neighbour goes on.
  expect(await settle(circuits.run('b', async () => 1))).toBe('OK')
  await sleep(80)
  const probe = Promise.withResolvers<void>()
  const first = run(() => probe.promise)
  expect(circuits.stateOf('a')).toBe('PROBING')
  expect(await run(async () => void asked++)).toBe('OPEN')
  probe.resolve()
  expect(await first).toBe('OK')
  expect(circuits.stateOf('a')).toBe('ANSWERING')
  expect(await run(async () => void asked++)).toBe('OK')
})

test('one that fails its trial is left alone again', async () => {
  const circuits = new Circuits({ failures: 1, restMs: 30, longestRestMs: 30 })
  await settle(circuits.run('a', fails('TIMEOUT')))
  await sleep(50)
  expect(await settle(circuits.run('a', fails('UNREACHABLE')))).toBe('UNREACHABLE')
  expect(circuits.stateOf('a')).toBe('RESTING')
})

test('one that refuses, or knows no such thing, is well, and so is one that was not to blame', async () => {
  const circuits = new Circuits({ failures: 2 })
  for (const code of ['FAILED', 'NOT_FOUND', 'FAILED', 'REFUSED', 'FAILED', 'BAD_ANSWER']) expect(await settle(circuits.run('a', fails(code)))).toBe(code)
  const ours = async () => { throw new CallProblem('TIMEOUT', 'x', { isOurs: true }) }
  for (let call = 0; call < 5; call++) expect(await settle(circuits.run('b', ours))).toBe('TIMEOUT')
  expect([circuits.stateOf('a'), circuits.stateOf('b')]).toEqual(['ANSWERING', 'ANSWERING'])
})
