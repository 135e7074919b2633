import fc from 'fast-check'
import { expect, test } from 'vitest'
import { menu, say } from '../document/flow.testing.ts'
import { boxOf, exitY, freePlace, freeShift, HEADER, NODE_WIDTH, placeBetween, placeDropped, viewShowing } from './geometry.ts'

const GROUND = { width: 800, height: 600 }
const at = (x: number, y: number) => ({ ...say('a'), position: { x, y } })

test('a step that is seen moves nothing, and one that is not moves the view as little as shows it', () => {
  const view = { x: 0, y: 0, zoom: 1 }
  expect(viewShowing(boxOf(at(100, 100)), view, GROUND)).toBeUndefined()
  expect(viewShowing(boxOf(at(700, 100)), view, GROUND)).toEqual({ x: 800 - 40 - 700 - NODE_WIDTH, y: 0, zoom: 1 })
  expect(viewShowing(boxOf(at(-60, 100)), view, GROUND)).toEqual({ x: 100, y: 0, zoom: 1 })
})

test('wherever a step stands and however far away the view is, it is then in sight and can be read', () => {
  const place = fc.integer({ min: -9000, max: 9000 })
  fc.assert(fc.property(place, place, place, place, fc.double({ min: 0.1, max: 1.6, noNaN: true }), (x, y, left, top, zoom) => {
    const view = { x: left, y: top, zoom }
    const box = boxOf(at(x, y))
    const now = viewShowing(box, view, GROUND) ?? view
    expect(now.zoom).toBeGreaterThanOrEqual(0.5)
    expect(box.x * now.zoom + now.x).toBeGreaterThan(39)
    expect((box.x + box.width) * now.zoom + now.x).toBeLessThan(761)
    expect((box.y + box.height) * now.zoom + now.y).toBeLessThan(561)
  }))
})

test('a connection that is let go about as high as it began is straight, and one that is not ends where it was let go', () => {
  const from = menu('m')
  const level = exitY(from, 1)
  expect(placeDropped(from, 'no', { x: 400, y: level + 30 })).toEqual({ x: 400, y: level - HEADER / 2 })
  expect(placeDropped(from, 'no', { x: 400, y: level + 90 })).toEqual({ x: 400, y: level + 90 - HEADER / 2 })
})

test('a step that is put on a connection never covers the one that leads to it', () => {
  const from = menu('m')
  expect(placeBetween(from, 'no', { x: 150, y: 10 })).toEqual({ x: NODE_WIDTH + 96, y: exitY(from, 1) - HEADER / 2 })
  expect(placeBetween(from, 'no', { x: 500, y: 10 })).toEqual({ x: 500, y: 10 })
  expect(placeBetween(from, 'no', { x: -500, y: 10 })).toEqual({ x: -500, y: 10 })
})

test('steps that are put in together keep their places among themselves and cover no other', () => {
  const near = fc.integer({ min: -300, max: 900 })
  const steps = fc.array(fc.tuple(near, near), { minLength: 1, maxLength: 6 }).map(places => places.map(([x, y], n) => ({ ...at(x, y), id: `s${n}` })))
  fc.assert(fc.property(steps, steps, (own, others) => {
    const by = freeShift(own, others, { x: 40, y: 60 })
    expect(by.x).toBe(40)
    for (const step of own) {
      const placed = { ...step, position: { x: step.position.x + by.x, y: step.position.y + by.y } }
      expect(freePlace(placed, others)).toEqual(placed.position)
    }
  }), { numRuns: 100 })
})
