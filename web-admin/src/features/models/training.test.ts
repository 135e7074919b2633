import { expect, test } from 'vitest'
import { isNews, isUnderWay, secondsLeft } from './training.ts'

const startedAt = '2026-03-02T10:00:00Z'
const after = (seconds: number) => new Date(Date.parse(startedAt) + seconds * 1000)

test('what is left goes by what was done so far', () => {
  expect(secondsLeft({ progress: 0.25, startedAt }, after(5))).toBe(15)
})

test('nothing is promised before a tenth is done, nor once it is done', () => {
  expect(secondsLeft({ progress: 0.05, startedAt }, after(5))).toBeUndefined()
  expect(secondsLeft({ progress: 1, startedAt }, after(5))).toBeUndefined()
  expect(secondsLeft({ progress: 0.5, startedAt: null }, after(5))).toBeUndefined()
})

test('a clock that runs behind promises nothing', () => {
  expect(secondsLeft({ progress: 0.5, startedAt }, after(-20))).toBeUndefined()
})

test('a training in the queue is under way, a failed one is not', () => {
  expect([{ state: 'QUEUED' as const }, { state: 'FAILED' as const }, undefined].map(isUnderWay)).toEqual([true, false, false])
})

test('a model just learnt is news until it is published or ten minutes are over', () => {
  const done = (state: 'TRAINED' | 'LIVE') => ({ state: 'DONE', finishedAt: startedAt, model: { state } }) as Parameters<typeof isNews>[0]
  expect(isNews(done('TRAINED'), after(60))).toBe(true)
  expect(isNews(done('TRAINED'), after(601))).toBe(false)
  expect(isNews(done('LIVE'), after(60))).toBe(false)
})

test('a failed training is told until the next one', () => {
  expect(isNews({ state: 'FAILED', finishedAt: startedAt } as Parameters<typeof isNews>[0], after(90_000))).toBe(true)
})
