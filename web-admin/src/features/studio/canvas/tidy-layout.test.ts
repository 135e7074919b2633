import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anySession, flowOf, menu, say } from '../document/flow.testing.ts'
import { boxOf } from './geometry.ts'
import { tidyLayout } from './tidy-layout.ts'

test('what an exit leads to stands in the order of the exits, whichever was drawn first', async () => {
  const flow = flowOf([menu('m', { yes: 'good', no: 'bad', failed: 'worse' }), say('worse'), say('bad'), say('good')])
  const placed = await tidyLayout(flow)
  expect(['good', 'bad', 'worse'].map(id => placed[id]!.y)).toEqual(['good', 'bad', 'worse'].map(id => placed[id]!.y).toSorted((a, b) => a - b))
  expect(placed['m']).toEqual({ x: 0, y: 0 })
})

test('whatever was drawn, no step covers another when it is in order', async () => {
  await fc.assert(fc.asyncProperty(anySession, async session => {
    const flow = session.reduce((now, change) => change(now), flowOf([say('a')]))
    const placed = await tidyLayout(flow)
    const boxes = flow.steps.map(step => ({ ...boxOf(step), ...placed[step.id]! }))
    for (const [at, one] of boxes.entries()) {
      for (const other of boxes.slice(at + 1)) {
        expect(one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y || other.y + other.height <= one.y).toBe(true)
      }
    }
  }), { numRuns: 60 })
})
