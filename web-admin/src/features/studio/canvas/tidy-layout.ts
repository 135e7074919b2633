import { connectionsOf, type Flow, type Point } from '../document/flow-document.ts'
import { boxOf, heightOf, NODE_WIDTH } from './geometry.ts'

/** Where the steps of a flow stand when they are drawn in order, from left to right. The first keeps its place. */
export async function tidyLayout(flow: Flow): Promise<Record<string, Point>> {
  const { graphlib, layout } = (await import('@dagrejs/dagre')).default
  const graph = new graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', nodesep: 36, ranksep: 104 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const step of flow.steps) graph.setNode(step.id, { width: NODE_WIDTH, height: heightOf(step) })
  for (const { step, exit, target } of connectionsOf(flow)) graph.setEdge(step, target, {}, exit)
  // In the order of the exits, as people read: with the fewest crossings at any price, what fails may stand above what goes on.
  layout(graph, { disableOptimalOrderHeuristic: true })
  const placed = Object.fromEntries(flow.steps.map(step => {
    const { x, y } = graph.node(step.id) as Point
    return [step.id, { x: x - NODE_WIDTH / 2, y: y - boxOf(step).height / 2 }]
  }))
  const start = flow.steps.find(({ id }) => id === flow.start)!
  const by = { x: start.position.x - placed[start.id]!.x, y: start.position.y - placed[start.id]!.y }
  return Object.fromEntries(Object.entries(placed).map(([id, { x, y }]) => [id, { x: Math.round(x + by.x), y: Math.round(y + by.y) }]))
}
