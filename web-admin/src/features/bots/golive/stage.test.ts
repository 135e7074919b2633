import { expect, test } from 'vitest'
import type { GoLive_GoLiveItemFragment as Item } from '../../../contract/graphql.ts'
import { backOf, itemsByStage, missingFor, nextOf, stateOf } from './stage.ts'

const item = (key: Item['key'], neededFor: Item['neededFor'], isDone: boolean): Item =>
  ({ __typename: 'GoLiveItem', key, side: 'TENANT', neededFor, isDone, isByHand: false, canOverride: true, missing: [], found: [], approval: null })
const items = [item('LINT_CLEAN', 'TEST', false), item('TESTS_GREEN', 'REVIEW', true), item('QUEUE_STAFFED', 'LIVE', false)]

test('a bot goes forward one stage after the other, and back to any', () => {
  expect([nextOf('BUILD'), nextOf('REVIEW'), nextOf('LIVE')]).toEqual(['TEST', 'LIVE', undefined])
  expect(backOf('LIVE')).toEqual(['REVIEW', 'TEST', 'BUILD'])
  expect(backOf('BUILD')).toEqual([])
})

test('stages are past, current or ahead', () => expect((['BUILD', 'TEST', 'LIVE'] as const).map(stage => stateOf(stage, 'TEST'))).toEqual(['past', 'current', 'ahead']))

test('a stage lacks what those before it lack as well', () => {
  expect(missingFor('REVIEW', items).map(({ key }) => key)).toEqual(['LINT_CLEAN'])
  expect(missingFor('LIVE', items).map(({ key }) => key)).toEqual(['LINT_CLEAN', 'QUEUE_STAFFED'])
})

test('items stand under the stage that needs them, and stages without any are left out', () =>
  expect(itemsByStage(items).map(([stage, found]) => [stage, found.length])).toEqual([['TEST', 1], ['REVIEW', 1], ['LIVE', 1]]))
