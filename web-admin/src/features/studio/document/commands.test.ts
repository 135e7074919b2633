import { Flow } from '@botpro/graphql/flows'
import { exitsOf } from '@botpro/graphql/flows/exits.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addStep, changeStep, connect, duplicate, insertBetween, moveSteps, removeSteps, renameExit } from './commands.ts'
import { stepById } from './flow-document.ts'
import { anyKind, anySession, flowOf, menu, say } from './flow.testing.ts'
import { begun, done, redone, undone } from './history.ts'
import { newStep } from './new-step.ts'

test('a step that is put between two others leads from the one to the other', () => {
  const flow = insertBetween(say('c'), { step: 'a', exit: 'done' })(flowOf([say('a', { done: 'b' }), say('b')]))
  expect(stepById(flow, 'a')!.next).toEqual({ done: 'c' })
  expect(stepById(flow, 'c')!.next).toEqual({ done: 'b' })
})

test('whoever was led to a removed step is led to where it led', () => {
  const flow = removeSteps(['b', 'c'])(flowOf([say('a', { done: 'b' }), say('b', { done: 'c' }), say('c', { done: 'd' }), say('d')]))
  expect(flow.steps.map(({ id, next }) => [id, next])).toEqual([['a', { done: 'd' }], ['d', {}]])
})

test('a removed step that led to several places leaves its connections open', () => {
  const flow = removeSteps(['b'])(flowOf([say('a', { done: 'b' }), menu('b', { yes: 'c', no: 'd' }), say('c'), say('d')]))
  expect(stepById(flow, 'a')!.next).toEqual({})
})

test('steps in a circle are removed without going round for ever', () => {
  const flow = removeSteps(['b', 'c'])(flowOf([say('a', { done: 'b' }), say('b', { done: 'c' }), say('c', { done: 'b' })]))
  expect(flow.steps.map(({ id, next }) => [id, next])).toEqual([['a', {}]])
})

test('of all steps, the first stays', () => {
  expect(removeSteps(['a', 'b'])(flowOf([say('a', { done: 'b' }), say('b')])).steps.map(({ id }) => id)).toEqual(['a'])
})

test('where the first step goes, the one that it led to is the first', () => {
  expect(removeSteps(['a'])(flowOf([say('a', { done: 'c' }), say('b'), say('c')])).start).toBe('c')
})

test('an option that is taken away takes its connection along', () => {
  const flow = changeStep<'MENU'>('a', { options: [{ id: 'no', title: {} }] })(flowOf([menu('a', { yes: 'b', no: 'b' }), say('b')]))
  expect(stepById(flow, 'a')!.next).toEqual({ no: 'b' })
})

test('an option that is named anew leads where it led', () => {
  const flow = renameExit<'MENU'>({ step: 'a', exit: 'yes' }, 'sure', { options: [{ id: 'sure', title: {} }] })(flowOf([menu('a', { yes: 'b' }), say('b')]))
  expect(stepById(flow, 'a')!.next).toEqual({ sure: 'b' })
})

test('copies lead to one another and not to the originals', () => {
  const flow = duplicate(['a', 'b'], ({ id }) => `${id}2`, { x: 1, y: 2 })(flowOf([say('a', { done: 'b' }), say('b', { done: 'c' }), say('c')]))
  expect(flow.steps.slice(3).map(({ id, next, position }) => ({ id, next, position }))).toEqual([
    { id: 'a2', next: { done: 'b2' }, position: { x: 1, y: 2 } }, { id: 'b2', next: {}, position: { x: 1, y: 2 } },
  ])
})

test('a change that changes nothing leaves the very same document', () => {
  const flow = flowOf([say('a', { done: 'b' }), say('b')])
  expect(moveSteps({ a: { x: 0, y: 0 } })(flow)).toBe(flow)
  expect(removeSteps(['z'])(flow)).toBe(flow)
})

test('a command leaves the steps that it is not about as they were', () => {
  const flow = flowOf([say('a'), say('b')])
  const next = connect({ step: 'a', exit: 'done' }, 'b')(flow)
  expect(next.steps[1]).toBe(flow.steps[1])
})

test('a connection is only made behind an exit that there is, to a step that there is', () => {
  const flow = flowOf([say('a'), say('b')])
  expect(connect({ step: 'a', exit: 'failed' }, 'b')(flow).steps[0]!.next).toEqual({})
  expect(connect({ step: 'a', exit: 'done' }, 'z')(flow)).toBe(flow)
})

test('every kind of step is a valid one from its first moment', () => {
  fc.assert(fc.property(anyKind, kind => { Flow.parse(addStep(newStep(kind, 'new', { x: 1.4, y: 2 }))(flowOf([say('a')]))) }))
})

test('whatever is done, in whatever order, the document stays one of the format and no connection leads nowhere', () => {
  fc.assert(fc.property(anySession, session => {
    const flow = session.reduce((now, change) => change(now), flowOf([say('a')]))
    const ids = new Set(flow.steps.map(({ id }) => id))
    Flow.parse(flow)
    expect(ids.size).toBe(flow.steps.length)
    expect(ids.has(flow.start)).toBe(true)
    for (const step of flow.steps) for (const [exit, target] of Object.entries(step.next)) expect(exitsOf(step).includes(exit) && ids.has(target)).toBe(true)
  }), { numRuns: 200 })
})

test('whatever was done, undone entirely, is the first document, and redone entirely the last', () => {
  fc.assert(fc.property(anySession, session => {
    const first = flowOf([say('a')])
    const history = session.reduce((now, change, at) => done(now, change, { at: at * 10_000 }), begun(first))
    let back = history
    while (back.past.length) back = undone(back)
    expect(back.present).toBe(first)
    let again = back
    while (again.future.length) again = redone(again)
    expect(again.present).toBe(history.present)
  }), { numRuns: 100 })
})
