import { expect, test } from 'vitest'
import { FreshAnswers } from './fresh-answers.ts'

function counting() {
  const clock = { at: 1000 }
  const cache = new FreshAnswers<number>({ freshMs: 800, most: 10, perf: { now: () => clock.at } })
  let asked = 0
  return { clock, cache, ask: () => cache.get('k', async () => ++asked) }
}

test('a hundred questions at once are one', async () => {
  const { ask } = counting()
  expect(new Set(await Promise.all(Array.from({ length: 100 }, ask)))).toEqual(new Set([1]))
})

test('no answer is older than it may be', async () => {
  const { ask, clock } = counting()
  await ask()
  clock.at += 799
  expect(await ask()).toBe(1)
  clock.at += 2
  expect(await ask()).toBe(2)
})

test('what was withdrawn here is forgotten at once', async () => {
  const { ask, cache } = counting()
  await ask()
  cache.clear()
  expect(await ask()).toBe(2)
})

test('a failure is no answer', async () => {
  const cache = new FreshAnswers<number>({ freshMs: 800, most: 10 })
  await expect(cache.get('k', async () => { throw new Error('away') })).rejects.toThrow('away')
  expect(await cache.get('k', async () => 7)).toBe(7)
})
