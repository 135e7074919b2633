import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeStep, moveSteps, setStart } from '../document/commands.ts'
import { connectionsOf } from '../document/flow-document.ts'
import { anySession, flowOf, menu, say } from '../document/flow.testing.ts'
import { canvasDifference, edgeId } from './canvas-model.ts'
import { freePlace, heightOf, boxOf, NODE_WIDTH } from './geometry.ts'

test('only the step that changed is drawn again', () => {
  const flow = flowOf([say('a', { done: 'b' }), say('b')])
  const { added, removed, changed, addedEdges, removedEdges } = canvasDifference(flow, changeStep('b', { name: 'x' })(flow))
  expect({ added, removed, changed: changed.map(({ id }) => id), addedEdges, removedEdges }).toEqual({ added: [], removed: [], changed: ['b'], addedEdges: [], removedEdges: [] })
})

test('where the flow begins elsewhere, both steps are drawn again', () => {
  const flow = flowOf([say('a'), say('b'), say('c')])
  expect(canvasDifference(flow, setStart('b')(flow)).changed.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(canvasDifference(flow, moveSteps({ c: { x: 9, y: 9 } })(flow)).changed.map(({ id }) => id)).toEqual(['c'])
})

test('what is drawn, with every difference applied, is what the document says', () => {
  fc.assert(fc.property(anySession, session => {
    let flow = flowOf([say('a')])
    const steps = new Map([['a', flow.steps[0]!]])
    const edges = new Map<string, string>()
    for (const change of session) {
      const next = change(flow)
      const { added, removed, changed, addedEdges, removedEdges } = canvasDifference(flow, next)
      removedEdges.forEach(id => edges.delete(id))
      removed.forEach(id => steps.delete(id))
      ;[...added, ...changed].forEach(step => steps.set(step.id, step))
      addedEdges.forEach(edge => edges.set(edgeId(edge), edge.target))
      flow = next
    }
    expect([...steps.keys()].sort()).toEqual(flow.steps.map(({ id }) => id).sort())
    for (const step of flow.steps) expect(steps.get(step.id)).toBe(step)
    expect(Object.fromEntries(edges)).toEqual(Object.fromEntries(connectionsOf(flow).map(edge => [edgeId(edge), edge.target])))
  }), { numRuns: 100 })
})

test('a step with several ways on is as much higher', () => {
  expect(heightOf(menu('m')) - heightOf(say('a'))).toBe(3 * 28 + 6)
})

test('a new step is put where it covers no other', () => {
  const others = [say('a'), say('b', {}, NODE_WIDTH)]
  const place = freePlace(say('c', {}, 20), others)
  expect(place.y).toBeGreaterThan(boxOf(others[0]!).height)
})
