import { expect, test } from 'vitest'
import { pointAt } from './curves.ts'

test('a threshold between two points is told by the nearer one', () => {
  const points = [0, 0.5, 0.55, 1].map(threshold => ({ threshold }))
  expect(pointAt(points, 0.53)).toEqual({ threshold: 0.55 })
  expect(pointAt([], 0.5)).toBeUndefined()
})
