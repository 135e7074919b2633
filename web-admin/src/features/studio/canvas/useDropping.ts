import type { NodeDragEvent, VueFlowStore } from '@vue-flow/core'
import { insertBetween, mainExit, moveSteps } from '../document/commands.ts'
import { connectionsOf, stepById, type ExitOf, type Flow, type StepKind } from '../document/flow-document.ts'
import { STEP_KINDS } from '../steps/step-kinds.ts'
import type { Studio } from '../studio-context.ts'
import { NODE_WIDTH } from './geometry.ts'

export const DRAGGED_KIND = 'application/x-botpro-step'

/** A step that nothing leads to and that leads nowhere yet may be put on a connection. */
const isLoose = (flow: Flow, id: string) => {
  const step = stepById(flow, id)
  const exit = step && mainExit(step)
  return Boolean(exit && !step.next[exit]) && id !== flow.start && !connectionsOf(flow).some(({ target }) => target === id)
}

/** Steps that are moved, or drawn in from the palette, and dropped on the ground or on a connection. */
export function useDropping({ draft, run, addStep }: Studio, { screenToFlowCoordinate, findEdge }: VueFlowStore) {
  let marked: Element | undefined

  function edgeAt({ clientX, clientY }: MouseEvent): ExitOf | undefined {
    const found = document.elementsFromPoint(clientX, clientY).map(element => element.closest<HTMLElement>('.vue-flow__edge')).find(Boolean)
    mark(found ?? undefined)
    const edge = found?.dataset.id ? findEdge(found.dataset.id) : undefined
    return edge ? { step: edge.source, exit: edge.sourceHandle ?? 'done' } : undefined
  }
  function mark(element?: Element) {
    if (marked === element) return
    marked?.classList.remove('drop')
    element?.classList.add('drop')
    marked = element
  }
  function over(event: DragEvent) {
    if (!draft.mayEdit.value || !event.dataTransfer?.types.includes(DRAGGED_KIND)) return
    event.preventDefault()
    edgeAt(event)
  }
  function drop(event: DragEvent) {
    const kind = event.dataTransfer?.getData(DRAGGED_KIND) as StepKind | undefined
    if (!kind || !STEP_KINDS.includes(kind)) return
    event.preventDefault()
    const between = edgeAt(event)
    mark()
    const screen = { x: event.clientX, y: event.clientY }
    const at = screenToFlowCoordinate(screen)
    addStep(kind, { at: { x: at.x - NODE_WIDTH / 2, y: at.y - 20 }, screen, between })
  }
  function dragged({ event, nodes }: NodeDragEvent) {
    if (nodes.length === 1 && event instanceof MouseEvent && isLoose(draft.flow.value, nodes[0]!.id)) edgeAt(event)
  }
  function moved({ event, nodes }: NodeDragEvent) {
    const positions = Object.fromEntries(nodes.map(({ id, position }) => [id, { x: Math.round(position.x), y: Math.round(position.y) }]))
    const only = nodes.length === 1 ? stepById(draft.flow.value, nodes[0]!.id) : undefined
    const between = only && isLoose(draft.flow.value, only.id) && event instanceof MouseEvent ? edgeAt(event) : undefined
    mark()
    run(flow => {
      const there = moveSteps(positions)(flow)
      return only && between ? insertBetween({ ...only, position: positions[only.id]! }, between)(there) : there
    })
  }
  return { over, left: () => mark(), drop, dragged, moved }
}
