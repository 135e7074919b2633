import { expect, test } from 'vitest'
import { matrixOf } from './confusion.ts'

const figures = (intent: string, examples = 10, recall = 0.8) => ({ intent, examples, recall, precision: 1, f1: 0.9, __typename: 'IntentFigures' as const })
const confusion = (intent: string, takenFor: string, count: number) => ({ intent, takenFor, count, collisions: [], __typename: 'IntentConfusion' as const })
const intents = ['balance', 'block', 'hours', 'lost', 'transfer'].map(name => figures(name))

test('few intents are all shown, the right ones on the diagonal', () => {
  const matrix = matrixOf(intents, [confusion('block', 'lost', 2)], 8)
  expect(matrix.isWhole).toBe(true)
  expect(matrix.right[0]).toEqual({ row: 0, column: 0, count: 8, share: 0.8 })
  expect(matrix.wrong).toEqual([{ row: 1, column: 3, count: 2, share: 0.2 }])
})

test('of many intents only those that collide are shown, each pair side by side', () => {
  const { intents: shown, isWhole } = matrixOf(intents, [confusion('transfer', 'balance', 3), confusion('block', 'lost', 2)], 4)
  expect(shown).toEqual(['transfer', 'balance', 'block', 'lost'])
  expect(isWhole).toBe(false)
})

test('a pair for which there is room for one alone is left out, a smaller one that fits is not', () => {
  const confusions = [confusion('transfer', 'balance', 3), confusion('block', 'lost', 2), confusion('hours', 'balance', 1)]
  expect(matrixOf(intents, confusions, 3).intents).toEqual(['transfer', 'balance', 'hours'])
})

test('an intent that the figures do not know, and one without phrases, break nothing', () => {
  const matrix = matrixOf([figures('block', 0, 0), figures('lost')], [confusion('block', 'lost', 1), confusion('gone', 'lost', 1)], 8)
  expect(matrix.wrong).toEqual([{ row: 0, column: 1, count: 1, share: 0 }])
})
