import { expect, test } from 'vitest'
import { pasteCopied, readCopied, written } from './clipboard.ts'
import { flowOf, say } from './flow.testing.ts'

const asking = { ...say('a', { done: 'b' }), messages: [{ kind: 'TEXT', text: { ES: '{{ total }}' } }] } as ReturnType<typeof say>
const flow = flowOf([asking, say('b')], { variables: [{ name: 'total', type: 'NUMBER', scope: 'FLOW' }, { name: 'other', type: 'TEXT', scope: 'FLOW' }] })

test('steps are pasted into another flow under names of their own, with the variables that they name', () => {
  const copied = readCopied(written(flow, new Set(['a', 'b'])))
  const there = pasteCopied(copied, ({ id }) => `${id}9`, { x: 5, y: 5 })(flowOf([say('z')]))
  expect(there.steps.map(({ id, next }) => [id, next])).toEqual([['z', {}], ['a9', { done: 'b9' }], ['b9', {}]])
  expect(there.variables.map(({ name }) => name)).toEqual(['total'])
})

test('any other text on the clipboard holds no steps', () => {
  for (const text of ['', 'hola', '{"steps":[{}]}', '{"format":"botpro.steps/1","steps":[{"id":"a","kind":"NOTHING","next":{},"position":{"x":0,"y":0}}]}']) expect(readCopied(text).steps).toEqual([])
})

test('steps on the clipboard tell the flow that they come from, and those that were copied before do without', () => {
  expect(readCopied(written(flow, new Set(['a']))).flow).toBe('flow')
  expect(readCopied('{"format":"botpro.steps/1","steps":[]}')).toEqual({ steps: [], variables: [] })
})
