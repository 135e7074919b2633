import { useVueFlow, type GraphNode } from '@vue-flow/core'
import { onMounted, watch } from 'vue'
import { connectionsOf, type Flow } from '../document/flow-document.ts'
import type { Studio } from '../studio-context.ts'
import { canvasDifference, edgeOf, nodeOf, redraw, type NodeData } from './canvas-model.ts'

export const CANVAS = 'studio'

/** Keeps what is drawn with the document: only what changed is touched. */
export function useCanvasSync({ draft }: Pick<Studio, 'draft'>) {
  const canvas = useVueFlow(CANVAS)
  canvas.setNodes(draft.flow.value.steps.map(step => nodeOf(step, step.id === draft.flow.value.start)))
  canvas.setEdges(connectionsOf(draft.flow.value).map(edgeOf))
  let drawn = draft.flow.value

  function draw(flow: Flow) {
    const { added, removed, changed, addedEdges, removedEdges } = canvasDifference(drawn, flow)
    drawn = flow
    if (removedEdges.length) canvas.removeEdges(removedEdges)
    if (removed.length) canvas.removeNodes(removed, false)
    if (added.length) canvas.addNodes(added.map(step => nodeOf(step, step.id === flow.start)))
    for (const step of changed) {
      const node = canvas.findNode<NodeData>(step.id)
      if (node) redraw(node as GraphNode<NodeData>, step, step.id === flow.start)
    }
    if (addedEdges.length) canvas.addEdges(addedEdges.map(edgeOf))
  }
  // Vue Flow takes additions in from the moment on that it stands.
  onMounted(() => {
    watch(draft.flow, draw)
    if (drawn !== draft.flow.value) draw(draft.flow.value)
  })
  return canvas
}
