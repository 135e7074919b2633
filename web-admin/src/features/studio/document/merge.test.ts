import { expect, test } from 'vitest'
import { addStep, changeFlow, changeStep, connect, removeSteps } from './commands.ts'
import { stepById } from './flow-document.ts'
import { flowOf, say } from './flow.testing.ts'
import { differences, merged } from './merge.ts'

const base = flowOf([say('a', { done: 'b' }), say('b')])

test('changes to different steps both hold', () => {
  const { flow, clashes } = merged(base, changeStep('a', { name: 'mine' })(base), changeStep('b', { name: 'theirs' })(base))
  expect(flow.steps.map(({ name }) => name)).toEqual(['mine', 'theirs'])
  expect(clashes).toEqual([])
})

test('two changes to one step clash, and mine holds until somebody says otherwise', () => {
  const { flow, clashes } = merged(base, changeStep('a', { name: 'mine' })(base), changeStep('a', { name: 'theirs' })(base))
  expect(stepById(flow, 'a')!.name).toBe('mine')
  expect(clashes).toEqual(['a'])
})

test('the same change by both is no clash', () => {
  const change = changeStep('a', { name: 'same' })
  expect(merged(base, change(base), change(base)).clashes).toEqual([])
})

test('steps that both added are both there', () => {
  const { flow } = merged(base, addStep(say('mine'))(base), addStep(say('theirs'))(base))
  expect(flow.steps.map(({ id }) => id)).toEqual(['a', 'b', 'mine', 'theirs'])
})

test('a step that one removed while the other changed it is asked about', () => {
  expect(merged(base, changeStep('b', { name: 'mine' })(base), removeSteps(['b'])(base)).clashes).toEqual(['b'])
})

test('nothing leads to a step that the other removed', () => {
  const mine = connect({ step: 'c', exit: 'done' }, 'b')(addStep(say('c'))(base))
  const { flow } = merged(base, mine, removeSteps(['b'])(base))
  expect(stepById(flow, 'c')!.next).toEqual({})
})

test('the name of the flow is asked about where both changed it', () => {
  expect(merged(base, changeFlow({ name: 'mine' })(base), changeFlow({ name: 'theirs' })(base)).clashes).toEqual(['flow'])
})

test('what differs is told step by step', () => {
  const after = addStep(say('c'))(changeStep('a', { name: 'new' })(removeSteps(['b'])(base)))
  expect(differences(base, after).map(({ id, kind }) => [id, kind])).toEqual([['b', 'REMOVED'], ['a', 'CHANGED'], ['c', 'ADDED']])
})
