import { expect, test } from 'vitest'
import { draftTestsState } from './draft-tests-state.ts'

const changed = Date.parse('2026-11-27T12:00:00Z')
const stateOf = (seconds: number, draftTests: { isCurrent: boolean; failedCount: number } | null, tests: unknown[] = [1]) =>
  draftTestsState({ draftChangedAt: new Date(changed).toISOString(), tests, draftTests }, new Date(changed + seconds * 1000))
const stale = { isCurrent: false, failedCount: 1 }

test('what ran of the draft as it is says how it went, whenever that was', () => {
  expect([stateOf(1, { isCurrent: true, failedCount: 0 }), stateOf(9e6, { isCurrent: true, failedCount: 2 })]).toEqual(['passed', 'failed'])
  expect(stateOf(1, null, [])).toBe('none')
})

test('tests run for a moment after a change; later they are not run yet, and nothing turns for ever', () => {
  expect([stateOf(1, null), stateOf(1, stale)]).toEqual(['running', 'running'])
  expect([stateOf(180, null), stateOf(180, stale)]).toEqual(['unknown', 'unknown'])
})
