import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moodOf } from './mood.ts'

const readings = fc.array(fc.integer({ min: -100, max: 100 }).map(each => each / 100), { minLength: 1, maxLength: 12 })

test('of somebody who has written nothing there is no mood', () => {
  expect(moodOf([])).toBeNull()
})

test('the mood of one message is that message', () => {
  fc.assert(fc.property(fc.integer({ min: -100, max: 100 }), hundredths => {
    expect(moodOf([hundredths / 100])).toMatchObject({ value: hundredths / 100, trend: 'STEADY' })
  }))
})

test('it lies between the worst and the best of its messages', () => {
  fc.assert(fc.property(readings, all => {
    const { value } = moodOf(all)!
    expect(value).toBeGreaterThanOrEqual(Math.min(...all) - 0.005)
    expect(value).toBeLessThanOrEqual(Math.max(...all) + 0.005)
  }))
})

test('what was said last weighs more than what was said first', () => {
  expect(moodOf([-0.9, 0.9])!.value).toBeGreaterThan(0)
  expect(moodOf([0.9, -0.9])!.value).toBeLessThan(0)
})

test('a neutral answer after a complaint does not end the complaint', () => {
  expect(moodOf([-0.9, -0.8, 0])).toMatchObject({ label: 'NEGATIVE' })
  expect(moodOf([-0.9, 0, 0, 0, 0, 0])).toMatchObject({ label: 'NEUTRAL' })
})

describe('the trend', () => {
  test.each([
    [[0.1, -0.8], 'WORSENING'], [[-0.8, 0.6], 'IMPROVING'], [[-0.8, -0.9], 'STEADY'], [[0.8, 0.7, 0.1, -0.6, -0.9], 'WORSENING'],
    [[-0.9, -0.7, -0.8, 0, 0.7], 'IMPROVING'], [[0, 0, 0, 0], 'STEADY'], [[-1, 0, 0], 'STEADY'], [[0.9, 0.8, 0, 0], 'STEADY'],
  ] as const)('of %j is %s', (all, trend) => {
    expect(moodOf(all)!.trend).toBe(trend)
  })
})
