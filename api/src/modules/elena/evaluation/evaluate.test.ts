import { expect, test } from 'vitest'
import { sectorPacks } from '../packs/sector-packs.ts'
import { evaluateTrainingSet } from './evaluate.ts'
import { stratifiedFolds } from './folds.ts'

const { phrases } = sectorPacks().get('banking')!
const intents = [...new Set(phrases.map(({ intent }) => intent))].slice(0, 5)
const examples = phrases.filter(({ intent, language }) => intents.includes(intent) && language === 'es').map(each => ({ ...each, language: each.language! }))

test('of each intent every fold gets as many, whatever the order', () => {
  const folds = stratifiedFolds(examples, 5, 1)
  const turned = stratifiedFolds(examples.toReversed(), 5, 1).toReversed()
  expect(turned).toEqual(folds)
  for (const intent of intents) {
    const counts = [0, 1, 2, 3, 4].map(fold => examples.filter((example, at) => example.intent === intent && folds[at] === fold).length)
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
  }
})

test('a report says what was measured on what was not learnt, the same each time', () => {
  const shares: number[] = []
  const report = evaluateTrainingSet({ examples }, { folds: 3, onProgress: share => shares.push(share) })
  expect(report).toMatchObject({ folds: 3, examples: examples.length })
  expect(report.intents.map(({ intent }) => intent)).toEqual(intents.toSorted())
  expect(report.accuracy).toBeGreaterThan(0.7)
  expect(report.entities.map(({ entity }) => entity)).toContain('card_type')
  expect(report.entities.find(({ entity }) => entity === 'card_type')!.f1).toBeGreaterThan(0.5)
  expect(report.calibration.reduce((sum, { count }) => sum + count, 0)).toBe(examples.length)
  expect(report.thresholds.map(({ understood }) => understood)).toEqual(report.thresholds.map(({ understood }) => understood).toSorted((one, other) => other - one))
  expect(report.confusions.reduce((sum, { count }) => sum + count, 0)).toBe(Math.round((1 - report.accuracy) * examples.length))
  for (const { collisions } of report.confusions) expect(collisions[0]!.resembles).toEqual(expect.any(String))
  expect(shares).toEqual(shares.toSorted((one, other) => one - other))
  expect(evaluateTrainingSet({ examples: examples.toReversed() }, { folds: 3 })).toEqual(report)
})

test('a phrase that stands in the wrong intent, and an intent of few phrases, are pointed out', () => {
  const [one, other] = intents as [string, string]
  const misplaced = examples.filter(({ intent }) => intent === other).slice(0, 3).map(example => ({ ...example, text: `${example.text} hoy`, intent: one }))
  const few = ['mándenme un helicóptero', 'quiero un helicóptero', 'helicóptero ya'].map(text => ({ text, intent: 'helicopter', language: 'es' as const }))
  const { advice } = evaluateTrainingSet({ examples: [...examples, ...misplaced, ...few] }, { folds: 3 })
  expect(advice.some(({ kind, intent, otherIntent }) => ['CHECK_PHRASES', 'TELL_APART'].includes(kind) && intent === one && otherIntent === other)).toBe(true)
  expect(advice).toContainEqual({ kind: 'ADD_PHRASES', intent: 'helicopter', otherIntent: null, language: null, count: 3, phrases: [] })
})

test('a set without examples is refused in words; one intent, and one phrase, are measured all the same', () => {
  expect(() => evaluateTrainingSet({ examples: [] })).toThrow(RangeError)
  for (const set of [examples.filter(({ intent }) => intent === intents[0]), examples.slice(0, 1)]) {
    const report = evaluateTrainingSet({ examples: set }, { folds: 3 })
    expect(JSON.stringify(report)).not.toContain('null,null')
    expect(Number.isFinite(report.accuracy)).toBe(true)
  }
})
