import type { Point } from '../document/flow-document.ts'
import { EXIT_ROW, HANDLE, type Box } from './geometry.ts'

const TURN = 26
const STAGGER = 7
const ROWS = 5
const ENTRY = 26
const CLEAR = 18
const TIGHT = 6
const BEND = 40
/** Of two ways as long, the one on the exit's own side of its step. */
const LEAVING = 1.2

/**
 * The corners of a connection, from an exit to the entry of a step, in the canvas's own units. It turns right behind the step
 * that it leaves; where other steps stand between, it goes around them by the lanes above and below.
 */
export function routeOf(source: Point, target: Point, boxes: readonly Box[]): Point[] {
  const gap = target.x - source.x
  const turn = source.x + Math.min(turnOf(source, boxes), gap > 2 * TURN ? gap - TURN : Infinity)
  const isDirect = gap > 2 * TURN && isFree(target.y, turn, target.x, boxes)
  const way = isDirect ? [{ x: turn, y: target.y }] : wayAround(source, target, { from: turn, to: target.x - ENTRY }, boxes)
  return withoutNeedless([source, { x: turn, y: source.y }, ...way, target])
}

const withoutNeedless = (route: Point[]): Point[] => route.filter(({ x, y }, at) => {
  const [before, after] = [route[at - 1], route[at + 1]]
  return !before || !after || !((before.y === y && y === after.y) || (before.x === x && x === after.x))
})

/** The exits of one step turn beside one another, so that each line can be followed. */
function turnOf({ x, y }: Point, boxes: readonly Box[]): number {
  const own = boxes.find(box => Math.abs(box.x + box.width - x) <= HANDLE && box.y <= y && y <= box.y + box.height)
  return TURN + (own ? Math.floor((y - own.y) / EXIT_ROW) % ROWS : 0) * STAGGER
}

const isFree = (at: number, one: number, other: number, boxes: readonly Box[]) => {
  const [left, right] = [Math.min(one, other), Math.max(one, other)]
  return boxes.every(({ x, y, width, height }) => x >= right || x + width <= left || at <= y - TIGHT || at >= y + height + TIGHT)
}

interface Lane { y: number; cost: number; before: Lane | null }

/**
 * Column by column, a line keeps its lane or changes it in the room before the column, whichever leads to the target by the shortest way
 * with the fewest bends. The lanes are those right above and below a step, and the heights where the line begins and ends.
 */
function wayAround(source: Point, target: Point, { from, to }: { from: number; to: number }, boxes: readonly Box[]): Point[] {
  const between = boxes.filter(({ x, width }) => x < Math.max(from, to) && x + width > Math.min(from, to))
  const isOnTheWay = (x: number) => x > Math.min(from, to) && x < Math.max(from, to)
  const changes = [...new Set(between.map(({ x }) => x - ENTRY).filter(isOnTheWay))].sort((a, b) => (from < to ? a - b : b - a))
  const stops = [from, ...changes, to]
  // What returns goes beside what goes on.
  const clear = from < to ? CLEAR : 1.6 * CLEAR
  const heights = [...new Set([source.y, target.y, ...between.flatMap(({ y, height }) => [y - clear, y + height + clear])])]
  let lanes: Lane[] = [{ y: source.y, cost: 0, before: null }]
  for (const [at, start] of stops.slice(0, -1).entries()) {
    const passable = heights.filter(y => isFree(y, start, stops[at + 1]!, between))
    lanes = passable.map(y => cheapest(lanes.map(before => ({ y, before, cost: before.cost + change(before.y, y) * (before.y === source.y ? LEAVING : 1) }))))
  }
  const last = cheapest(lanes.map(before => ({ y: target.y, before, cost: before.cost + change(before.y, target.y) })))
  return cornersOf(last, stops)
}

const change = (from: number, to: number) => (from === to ? 0 : BEND + Math.abs(from - to))
const cheapest = (lanes: readonly Lane[]): Lane => lanes.reduce((best, lane) => (lane.cost < best.cost ? lane : best))

function cornersOf(last: Lane, stops: readonly number[]): Point[] {
  const corners: Point[] = []
  for (let [lane, at]: [Lane, number] = [last, stops.length - 1]; lane.before; lane = lane.before, at--) corners.unshift({ x: stops[at]!, y: lane.before.y }, { x: stops[at]!, y: lane.y })
  return corners
}

const RADIUS = 14
/** The route as an SVG path with round corners. */
export function pathOf(route: readonly Point[]): string {
  const [first, ...rest] = route as [Point, ...Point[]]
  return rest.reduce((path, corner, at) => {
    const next = rest[at + 1]
    if (!next) return `${path}L${corner.x} ${corner.y}`
    const before = route[at]!
    const radius = Math.min(RADIUS, distance(before, corner) / 2, distance(corner, next) / 2)
    const from = towards(corner, before, radius)
    const to = towards(corner, next, radius)
    return `${path}L${from.x} ${from.y}Q${corner.x} ${corner.y} ${to.x} ${to.y}`
  }, `M${first.x} ${first.y}`)
}

/** The middle of its longest part: where there is room to take hold of it. */
export function middleOf(route: readonly Point[]): Point {
  const parts = route.slice(1).map((to, at) => ({ from: route[at]!, to }))
  const { from, to } = parts.reduce((longest, part) => (distance(part.from, part.to) > distance(longest.from, longest.to) ? part : longest))
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
}

const distance = (a: Point, b: Point) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
const towards = (from: Point, to: Point, by: number): Point => ({ x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by })
