import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Point } from '../document/flow-document.ts'
import { middleOf, pathOf, routeOf } from './edge-route.ts'
import { HEADER, NODE_WIDTH, type Box } from './geometry.ts'

const HEIGHT = 148
const box = (x: number, y: number): Box => ({ x, y, width: NODE_WIDTH, height: HEIGHT })
const exitOf = ({ x, y }: Box, row = 0): Point => ({ x: x + NODE_WIDTH, y: y + 100 + row * 28 })
const entryOf = ({ x, y }: Box): Point => ({ x, y: y + HEADER / 2 })
/** Columns and rows with room between them, as tidying up leaves them. */
const places = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 5 })), { minLength: 2, maxLength: 30, selector: ([column, row]) => column * 10 + row })
const crosses = (from: Point, to: Point, { x, y, width, height }: Box) =>
  Math.min(from.x, to.x) < x + width && Math.max(from.x, to.x) > x && Math.min(from.y, to.y) < y + height && Math.max(from.y, to.y) > y

test('a connection of a tidy flow goes by no step, forwards, backwards and to itself', () => {
  fc.assert(fc.property(places, fc.nat(), fc.nat(), fc.integer({ min: 0, max: 1 }), (grid, one, other, row) => {
    const boxes = grid.map(([column, line]) => box(column * (NODE_WIDTH + 104), line * (HEIGHT + 36)))
    const route = routeOf(exitOf(boxes[one % boxes.length]!, row), entryOf(boxes[other % boxes.length]!), boxes)
    for (const [at, to] of route.slice(1).entries()) expect(boxes.filter(each => crosses(route[at]!, to, each))).toEqual([])
  }), { numRuns: 1000 })
})

test('to the next column it goes straight where it can, and two exits of one step turn beside one another', () => {
  const [from, to] = [box(0, 0), box(NODE_WIDTH + 104, 0)]
  expect(routeOf({ x: NODE_WIDTH, y: 20 }, entryOf(to), [from, to])).toHaveLength(2)
  const [upper, lower] = [0, 1].map(row => routeOf(exitOf(from, row), entryOf(to), [from, to])[1]!.x)
  expect(lower! - upper!).toBe(7)
})

test('what lies behind a row goes below it from an exit at the foot of a step', () => {
  const row = [0, 1, 2].map(column => box(column * (NODE_WIDTH + 104), 0))
  expect(routeOf(exitOf(row[0]!, 1), entryOf(row[2]!), row)[2]!.y).toBe(HEIGHT + 18)
})

test('the path begins and ends where the route does, and its corners are round where there is room', () => {
  const route = [{ x: 0, y: 0 }, { x: 50, y: 0 }, { x: 50, y: 80 }, { x: 60, y: 80 }]
  expect(pathOf(route)).toBe('M0 0L36 0Q50 0 50 14L50 75Q50 80 55 80L60 80')
  expect(middleOf(route)).toEqual({ x: 50, y: 40 })
})
