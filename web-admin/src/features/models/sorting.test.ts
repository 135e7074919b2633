import { expect, test } from 'vitest'
import { orderBy, sorted, type Figures } from './sorting.ts'

const figures = (intent: string, f1: number): Figures => ({ intent, f1, examples: 10, precision: f1, recall: f1, __typename: 'IntentFigures' })
const names = (list: Figures[]) => list.map(({ intent }) => intent)

test('the worst comes first, and what is equal goes by name either way', () => {
  const list = [figures('c', 0.9), figures('b', 0.7), figures('a', 0.9)]
  expect(names(sorted(list, { column: 'f1', isRising: true }))).toEqual(['b', 'a', 'c'])
  expect(names(sorted(list, { column: 'f1', isRising: false }))).toEqual(['a', 'c', 'b'])
})

test('the same column again turns the order, another starts anew', () => {
  expect(orderBy('f1', { column: 'f1', isRising: true }).isRising).toBe(false)
  expect(orderBy('examples', { column: 'f1', isRising: true })).toEqual({ column: 'examples', isRising: false })
})
