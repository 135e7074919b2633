import { expect, test } from 'vitest'
import { draftOf, fieldOf, inputOf, monthSoFar, newDraft, problemOf } from './predictive.ts'

const model = {
  __typename: 'PredictiveModel' as const, id: '1', name: 'Nuestro', baseUrl: 'https://m.example.com/v1', keyLastFour: 'abcd', isOn: true, monthlyCalls: 500, timeoutMs: 4500, callsThisMonth: 3, version: 2,
  uses: [{ __typename: 'PredictiveUse' as const, purpose: 'GENERATE' as const, model: 'chico' }],
}

test('what is not changed is sent as it was, and the key stays', () => {
  expect(inputOf(draftOf(model))).toEqual({
    name: 'Nuestro', baseUrl: 'https://m.example.com/v1', apiKey: undefined, uses: [{ purpose: 'GENERATE', model: 'chico' }], isOn: true, monthlyCalls: 500, timeoutMs: 4500,
  })
})

test('a key is sent when it was typed, and taken away when that was asked for', () => {
  expect(inputOf({ ...draftOf(model), apiKey: ' sk-1 ' }).apiKey).toBe('sk-1')
  expect(inputOf({ ...draftOf(model), apiKey: 'sk-1', dropsKey: true }).apiKey).toBe('')
})

test('the first thing that is missing is told', () => {
  const whole = { ...draftOf(model) }
  expect(problemOf(whole)).toBeUndefined()
  expect(problemOf(newDraft())).toBe('name')
  expect(problemOf({ ...whole, baseUrl: 'm.example.com' })).toBe('baseUrl')
  expect(problemOf({ ...whole, models: newDraft().models })).toBe('uses')
  expect(problemOf({ ...whole, monthlyCalls: 0 })).toBe('monthlyCalls')
  expect(problemOf({ ...whole, timeoutSeconds: 60 })).toBe('timeoutMs')
})

test('a purpose that another model serves is told apart from a model without a name', () => {
  expect([fieldOf('uses.1.purpose'), fieldOf('uses.0.model'), fieldOf('baseUrl')]).toEqual(['purpose', 'uses', 'baseUrl'])
})

test('the month begins on its first day', () => {
  expect(monthSoFar('2026-11-26')).toEqual({ from: '2026-11-01', to: '2026-11-26' })
})
