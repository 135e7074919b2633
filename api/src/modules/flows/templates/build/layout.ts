interface Node { id: string; exits: number; next: Record<string, string> }
interface Point { x: number; y: number }

/** As the studio draws a step: a head with a glimpse of it, and a row for each exit. */
const COLUMN = 368
const GAP = 36
const heightOf = ({ exits }: Node) => 86 + (exits > 1 ? exits * 28 + 6 : 0)

/**
 * A layered drawing from left to right: the column of a step is the longest way to it that goes round in no circle, and it
 * stands as near as can be to the steps that lead there. What nothing leads to has no place.
 */
export function layout(steps: Node[], start: string): Map<string, Point> {
  const columns = columnsOf(steps, start)
  const layers: Node[][] = []
  for (const step of steps) if (columns.has(step.id)) (layers[columns.get(step.id)!] ??= []).push(step)
  const sources = sourcesOf(steps)
  const middles = new Map<string, number>()
  const places = new Map<string, Point>()
  layers.forEach((layer, column) => {
    for (const { step, y } of stacked(layer, sources, middles)) {
      middles.set(step.id, y + heightOf(step) / 2)
      places.set(step.id, { x: column * COLUMN, y: Math.round(y) })
    }
  })
  return places
}

/** Edges that close a circle do not count. */
function columnsOf(steps: Node[], start: string): Map<string, number> {
  const { order, forward } = walk(new Map(steps.map(step => [step.id, step])), start)
  const columns = new Map<string, number>([[start, 0]])
  for (const id of order) {
    for (const target of forward.get(id)!) columns.set(target, Math.max(columns.get(target) ?? 0, columns.get(id)! + 1))
  }
  return columns
}

function walk(nodes: Map<string, Node>, start: string) {
  const order: string[] = []
  const forward = new Map<string, string[]>()
  const open = new Set<string>()
  const visit = (id: string): void => {
    open.add(id)
    forward.set(id, [])
    for (const target of Object.values(nodes.get(id)!.next)) {
      if (open.has(target)) continue
      if (!forward.has(target)) visit(target)
      forward.get(id)!.push(target)
    }
    open.delete(id)
    order.unshift(id)
  }
  visit(start)
  return { order, forward }
}

function sourcesOf(steps: Node[]): Map<string, string[]> {
  const sources = new Map<string, string[]>()
  for (const { id, next } of steps) for (const target of Object.values(next)) sources.set(target, [...(sources.get(target) ?? []), id])
  return sources
}

/** One above the other in the order of where they come from, all of them around the middle of that. */
function stacked(layer: Node[], sources: Map<string, string[]>, middles: Map<string, number>) {
  const wishOf = ({ id }: Node) => mean((sources.get(id) ?? []).flatMap(source => middles.get(source) ?? []))
  const wished = layer.map(step => ({ step, wish: wishOf(step) })).sort((a, b) => a.wish - b.wish)
  const whole = layer.reduce((sum, step) => sum + heightOf(step), 0) + GAP * (layer.length - 1)
  let y = mean(wished.map(({ wish }) => wish)) - whole / 2
  return wished.map(({ step }) => {
    const at = y
    y += heightOf(step) + GAP
    return { step, y: at }
  })
}

const mean = (numbers: number[]) => (numbers.length ? numbers.reduce((sum, one) => sum + one, 0) / numbers.length : 0)
