import type { Edge, GraphNode, Node } from '@vue-flow/core'
import { connectionsOf, type Connection, type Flow, type Step } from '../document/flow-document.ts'
import { handlesOf, heightOf, NODE_WIDTH } from './geometry.ts'

export interface NodeData { step: Step; isStart: boolean }

/** Frozen, so that Vue looks at it as one thing and not at every word within. */
const dataOf = (step: Step, isStart: boolean): NodeData => Object.freeze({ step, isStart })

/** What Vue Flow is told about a step: with its size and handles, so that it need not draw it to find out. */
export function nodeOf(step: Step, isStart: boolean): Node<NodeData> {
  const known = {
    dimensions: { width: NODE_WIDTH, height: heightOf(step) },
    handleBounds: handlesOf(step),
    computedPosition: { ...step.position, z: 0 },
  }
  return { id: step.id, type: 'step', position: { ...step.position }, data: dataOf(step, isStart), ...known } as unknown as Node<NodeData>
}

export const edgeId = ({ step, exit }: { step: string; exit: string }): string => `${step}:${exit}`

export const edgeOf = (connection: Connection): Edge => ({
  id: edgeId(connection), type: 'flow', source: connection.step, sourceHandle: connection.exit, target: connection.target, targetHandle: 'in',
})

export interface Difference {
  added: Step[]
  removed: string[]
  changed: Step[]
  addedEdges: Connection[]
  removedEdges: string[]
}

/** What has to be drawn otherwise. Steps are compared by what they are, not by what they say: commands leave the others alone. */
export function canvasDifference(before: Flow, after: Flow): Difference {
  const old = new Map(before.steps.map(step => [step.id, step]))
  const now = new Set(after.steps.map(step => step.id))
  const isOther = (step: Step) => old.get(step.id) !== step || (before.start !== after.start && (step.id === before.start || step.id === after.start))
  const oldEdges = new Map(connectionsOf(before).map(one => [edgeId(one), one.target]))
  const connections = connectionsOf(after)
  const newEdges = new Map(connections.map(one => [edgeId(one), one.target]))
  return {
    added: after.steps.filter(({ id }) => !old.has(id)),
    removed: before.steps.filter(({ id }) => !now.has(id)).map(({ id }) => id),
    changed: after.steps.filter(step => old.has(step.id) && isOther(step)),
    addedEdges: connections.filter(one => oldEdges.get(edgeId(one)) !== one.target),
    removedEdges: [...oldEdges].filter(([id, target]) => newEdges.get(id) !== target).map(([id]) => id),
  }
}

export function redraw(node: GraphNode<NodeData>, step: Step, isStart: boolean) {
  const { handleBounds, dimensions } = nodeOf(step, isStart) as unknown as Pick<GraphNode, 'handleBounds' | 'dimensions'>
  node.data = dataOf(step, isStart)
  if (node.position.x !== step.position.x || node.position.y !== step.position.y) {
    node.position = { ...step.position }
    // Nobody else tells where a step is that is out of sight.
    node.computedPosition = { ...step.position, z: node.computedPosition.z }
  }
  node.dimensions = dimensions
  node.handleBounds = handleBounds
}
