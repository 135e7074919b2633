import { exitsOf } from '@botpro/graphql/flows/exits.ts'
import { connectionsOf, stepById, type Flow, type Point } from '../document/flow-document.ts'
import { boxOf, exitY, heightOf, NODE_WIDTH } from './geometry.ts'

/** Where the steps of a flow stand when they are drawn in order, from left to right. The first keeps its place. */
export async function tidyLayout(flow: Flow): Promise<Record<string, Point>> {
  const { graphlib, layout } = (await import('@dagrejs/dagre')).default
  const graph = new graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', nodesep: 36, ranksep: 104 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const step of flow.steps) graph.setNode(step.id, { width: NODE_WIDTH, height: heightOf(step) })
  for (const { step, exit, target } of connectionsOf(flow)) graph.setEdge(step, target, {}, exit)
  layout(graph)
  const placed = Object.fromEntries(flow.steps.map(step => {
    const { x, y } = graph.node(step.id) as Point
    return [step.id, { x: x - NODE_WIDTH / 2, y: y - boxOf(step).height / 2 }]
  }))
  inOrderOfExits(flow, placed)
  const start = flow.steps.find(({ id }) => id === flow.start)!
  const by = { x: start.position.x - placed[start.id]!.x, y: start.position.y - placed[start.id]!.y }
  return Object.fromEntries(Object.entries(placed).map(([id, { x, y }]) => [id, { x: Math.round(x + by.x), y: Math.round(y + by.y) }]))
}

/** Column by column, steps change places so that they stand in the order of the exits that lead to them: what fails goes below. */
function inOrderOfExits(flow: Flow, placed: Record<string, Point>) {
  const columns = Map.groupBy(flow.steps, ({ id }) => Math.round(placed[id]!.x))
  const connections = connectionsOf(flow)
  for (const [x, column] of [...columns].toSorted(([a], [b]) => a - b)) {
    const heights = new Map(column.map(({ id }) => [id, ledFrom(id, x) ?? placed[id]!.y]))
    const tops = column.toSorted((a, b) => placed[a.id]!.y - placed[b.id]!.y)
    const gaps = tops.slice(1).map((step, at) => placed[step.id]!.y - placed[tops[at]!.id]!.y - boxOf(tops[at]!).height)
    let y = placed[tops[0]!.id]!.y
    for (const [at, step] of tops.toSorted((a, b) => heights.get(a.id)! - heights.get(b.id)!).entries()) {
      placed[step.id] = { x: placed[step.id]!.x, y }
      y += boxOf(step).height + (gaps[at] ?? 0)
    }
  }
  /** How high the exits are that lead to a step from the nearest column before it. */
  function ledFrom(id: string, x: number): number | undefined {
    const before = connections.filter(({ target, step }) => target === id && placed[step]!.x < x)
    const nearest = Math.max(...before.map(({ step }) => placed[step]!.x))
    const levels = before.filter(({ step }) => placed[step]!.x === nearest).map(({ step, exit }) => {
      const from = stepById(flow, step)!
      return placed[step]!.y + exitY(from, exitsOf(from).indexOf(exit))
    })
    return levels.length ? levels.reduce((sum, level) => sum + level, 0) / levels.length : undefined
  }
}
