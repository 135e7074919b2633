import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accuracyOf, aurocOf, calibrationErrorOf, figuresByIntent, macroF1Of, spreadOf } from './metrics.ts'

const judged = [
  { meant: 'a', predicted: 'a', confidence: 0.9 }, { meant: 'a', predicted: 'b', confidence: 0.6 },
  { meant: 'b', predicted: 'b', confidence: 0.8 }, { meant: 'c', predicted: 'b', confidence: 0.3 },
]

test('precision, recall and F1 are those of the textbook', () => {
  expect(accuracyOf(judged)).toBe(0.5)
  expect(figuresByIntent(judged)).toEqual([
    { intent: 'a', precision: 1, recall: 0.5, f1: 2 / 3, examples: 2 },
    { intent: 'b', precision: 1 / 3, recall: 1, f1: 0.5, examples: 1 },
    { intent: 'c', precision: 0, recall: 0, f1: 0, examples: 1 },
  ])
  expect(macroF1Of(judged)).toBeCloseTo((2 / 3 + 0.5) / 3)
})

test('the area under the curve is the share of pairs in the right order, ties counting half', () => {
  const values = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 12 })
  fc.assert(fc.property(values, values, (high, low) => {
    const pairs = high.flatMap(one => low.map(other => one > other ? 1 : one === other ? 0.5 : 0))
    expect(aurocOf(high, low)).toBeCloseTo(pairs.reduce<number>((sum, each) => sum + each, 0) / pairs.length)
  }))
})

test('a confidence that comes true has no calibration error', () => {
  const kept = Array.from({ length: 10 }, (_, at) => ({ meant: 'a', predicted: at < 7 ? 'a' : 'b', confidence: 0.7 }))
  expect(calibrationErrorOf(kept)).toBeCloseTo(0)
  expect(calibrationErrorOf(kept.map(each => ({ ...each, confidence: 1 })))).toBeCloseTo(0.3)
})

test('nothing judged is no error', () => {
  expect([accuracyOf([]), macroF1Of([]), calibrationErrorOf([])]).toEqual([0, 0, 0])
  expect(spreadOf([])).toEqual({ median: 0, p95: 0 })
})
