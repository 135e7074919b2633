import { exitsOf } from '@botpro/graphql/flows/exits.ts'
import type { Point, Step } from '../document/flow-document.ts'

/*
 * How large a step is drawn is known before it is: nothing has to be drawn to be measured, and a flow of hundreds of
 * steps opens with the few that are in sight. `StepNode.vue` keeps to these numbers.
 */
export const NODE_WIDTH = 264
export const HEADER = 40
export const PREVIEW = 46
export const EXIT_ROW = 28
const BOTTOM = 6
export const HANDLE = 14

/** Where there is but one way on, it leaves from the head and needs no name. */
export const hasExitRows = (step: Step): boolean => exitsOf(step).length > 1

export function heightOf(step: Step): number {
  const rows = hasExitRows(step) ? exitsOf(step).length * EXIT_ROW + BOTTOM : 0
  return HEADER + PREVIEW + rows
}

export const exitY = (step: Step, at: number): number =>
  (hasExitRows(step) ? HEADER + PREVIEW + at * EXIT_ROW + EXIT_ROW / 2 : HEADER / 2)

const bounds = (id: string, type: 'source' | 'target', position: 'left' | 'right', { x, y }: Point) =>
  ({ id, type, position, nodeId: null, x: x - HANDLE / 2, y: y - HANDLE / 2, width: HANDLE, height: HANDLE })

/** Where connections leave and arrive, as Vue Flow would find it if it measured. */
export const handlesOf = (step: Step) => ({
  source: exitsOf(step).map((exit, at) => ({ ...bounds(exit, 'source', 'right', { x: NODE_WIDTH, y: exitY(step, at) }), nodeId: step.id })),
  target: [{ ...bounds('in', 'target', 'left', { x: 0, y: HEADER / 2 }), nodeId: step.id }],
})

export interface Box extends Point { width: number; height: number }
export const boxOf = (step: Step): Box => ({ ...step.position, width: NODE_WIDTH, height: heightOf(step) })

export function surrounding(boxes: readonly Box[]): Box {
  if (!boxes.length) return { x: 0, y: 0, width: NODE_WIDTH, height: HEADER }
  const x = Math.min(...boxes.map(box => box.x))
  const y = Math.min(...boxes.map(box => box.y))
  return { x, y, width: Math.max(...boxes.map(box => box.x + box.width)) - x, height: Math.max(...boxes.map(box => box.y + box.height)) - y }
}

export interface View extends Point { zoom: number }
const MARGIN = 40
const LEGIBLE = 0.5

/** The view moved as little as shows a box whole; nothing where it is seen already. */
export function viewShowing(box: Box, { x, y, zoom: present }: View, ground: { width: number; height: number }): View | undefined {
  const zoom = Math.max(present, LEGIBLE)
  const moved = (from: number, at: number, size: number, space: number) => {
    const start = at * zoom + from
    const beyond = start + size * zoom - (space - MARGIN)
    return start < MARGIN ? from + MARGIN - start : beyond > 0 ? from - Math.min(beyond, start - MARGIN) : from
  }
  // What is made larger grows around the middle of what is seen.
  const grown = (from: number, space: number) => space / 2 - (space / 2 - from) / present * zoom
  const to = { x: moved(grown(x, ground.width), box.x, box.width, ground.width), y: moved(grown(y, ground.height), box.y, box.height, ground.height), zoom }
  return to.x === x && to.y === y && zoom === present ? undefined : to
}

const GAP = 28
const overlaps = (a: Box, b: Box) => a.x < b.x + b.width + GAP && b.x < a.x + a.width + GAP && a.y < b.y + b.height + GAP && b.y < a.y + a.height + GAP

/** The nearest place at or below one where a step covers no other. */
export function freePlace(step: Step, others: readonly Step[]): Point {
  const boxes = others.map(boxOf)
  let place = step.position
  for (let tries = 0; tries < 200; tries++) {
    const own = { ...place, width: NODE_WIDTH, height: heightOf(step) }
    const hit = boxes.find(box => overlaps(own, box))
    if (!hit) return place
    place = { x: place.x, y: hit.y + hit.height + GAP }
  }
  return place
}

/** How far steps are moved together so that none of them covers another: as far as was wished, and down until there is room. */
export function freeShift(steps: readonly Step[], others: readonly Step[], wished: Point): Point {
  const boxes = others.map(boxOf)
  let by = wished
  for (let tries = 0; tries < 200; tries++) {
    const own = steps.map(boxOf).map(box => ({ ...box, x: box.x + by.x, y: box.y + by.y }))
    const down = Math.max(0, ...own.flatMap(box => boxes.filter(other => overlaps(box, other)).map(other => other.y + other.height + GAP - box.y)))
    if (!down) return by
    by = { x: by.x, y: by.y + down }
  }
  return by
}

/** Nearer than this to the height of its exit, a connection is meant to be straight. */
const STRAIGHT = 44
/** Where a step stands that a connection was drawn for onto empty ground: its entry where the drawing ended. */
export function placeDropped(from: Step, exit: string, at: Point): Point {
  const level = from.position.y + exitY(from, Math.max(0, exitsOf(from).indexOf(exit)))
  return { x: at.x, y: (Math.abs(at.y - level) < STRAIGHT ? level : at.y) - HEADER / 2 }
}

/** Where a step stands that is put on a connection: where it was wished, but behind the step that leads to it, and as high as its exit where it would cover that. */
export function placeBetween(from: Step, exit: string, wished: Point): Point {
  const least = from.position.x + NODE_WIDTH + BETWEEN
  if (wished.x >= least || wished.x + NODE_WIDTH < from.position.x) return wished
  return { x: least, y: from.position.y + exitY(from, Math.max(0, exitsOf(from).indexOf(exit))) - HEADER / 2 }
}
const BETWEEN = 96

const LANE = 130
/** Where a step goes that follows an exit of another. */
export const placeBehind = (step: Step, exit: string): Point =>
  ({ x: step.position.x + NODE_WIDTH + 96, y: step.position.y + Math.max(0, exitsOf(step).indexOf(exit)) * LANE })
