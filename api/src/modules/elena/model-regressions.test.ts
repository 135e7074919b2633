import { expect, test } from 'vitest'
import { differenceOf, regressionsOf } from './model-regressions.ts'
import type { EvaluationReport } from './evaluation/report.ts'

const report = (accuracy: number, f1: Record<string, number>, examples = 10) => ({
  accuracy, macroF1: accuracy, examples: 100,
  intents: Object.entries(f1).map(([intent, value]) => ({ intent, f1: value, precision: value, recall: value, examples })),
}) as unknown as EvaluationReport

test('a fall by exactly the limit is none', () => {
  expect(regressionsOf(report(0.91, { a: 0.85 }), report(0.9, { a: 0.8 }))).toEqual([])
})

test('accuracy and intents that fell by more are named, the accuracy first, then the worst', () => {
  expect(regressionsOf(report(0.92, { a: 0.9, b: 0.9, c: 0.5 }), report(0.9, { a: 0.8, b: 0.7, c: 0.6 }))).toEqual([
    { intent: null, before: 0.92, after: 0.9, examples: 100 },
    { intent: 'b', before: 0.9, after: 0.7, examples: 10 },
    { intent: 'a', before: 0.9, after: 0.8, examples: 10 },
  ])
})

test('intents with hardly any examples, and those that one of the two does not know, count for nothing', () => {
  expect(regressionsOf(report(0.9, { a: 0.9 }), report(0.9, { a: 0.1 }, 4))).toEqual([])
  expect(regressionsOf(report(0.9, { gone: 0.9 }), report(0.9, { added: 0.1 }))).toEqual([])
})

test('the difference names what came, what went, and what changed', () => {
  expect(differenceOf(report(0.8, { a: 0.5, b: 0.9, gone: 1 }), report(0.9, { a: 0.7, b: 0.8, added: 1 }))).toMatchObject({
    intents: [{ intent: 'b', before: 0.9, after: 0.8 }, { intent: 'a', before: 0.5, after: 0.7 }], intentsAdded: ['added'], intentsRemoved: ['gone'],
  })
})
