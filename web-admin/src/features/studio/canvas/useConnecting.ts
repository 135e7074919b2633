import type { OnConnectStartParams, VueFlowStore } from '@vue-flow/core'
import { connect } from '../document/commands.ts'
import { stepById, type ExitOf } from '../document/flow-document.ts'
import type { Studio } from '../studio-context.ts'
import { NODE_WIDTH, placeBehind, placeDropped } from './geometry.ts'

type Pointed = MouseEvent | TouchEvent
const pointOf = (event: Pointed) => {
  const { clientX, clientY } = 'changedTouches' in event ? event.changedTouches[0]! : event
  return { x: clientX, y: clientY }
}
/** Less than this is a click. */
const MOVED = 6

/** Connections as they are drawn: onto a step, or onto empty ground, where a new one is picked. */
export function useConnecting({ draft, run, picking }: Studio, { screenToFlowCoordinate }: VueFlowStore) {
  let from: (ExitOf & { x: number; y: number }) | undefined

  function start({ event, nodeId, handleId, handleType }: { event?: Pointed | undefined } & OnConnectStartParams) {
    if (event && nodeId && handleId && handleType === 'source') from = { step: nodeId, exit: handleId, ...pointOf(event) }
  }
  function dropped(event?: Pointed) {
    const began = from
    from = undefined
    if (!began || !event || !draft.mayEdit.value) return
    const screen = pointOf(event)
    const exit = { step: began.step, exit: began.exit }
    if (Math.hypot(screen.x - began.x, screen.y - began.y) < MOVED) return pickBehind(exit, screen)
    const onto = document.elementFromPoint(screen.x, screen.y)?.closest<HTMLElement>('.vue-flow__node')?.dataset.id
    if (onto) return run(connect(exit, onto))
    const step = stepById(draft.flow.value, exit.step)
    if (step) picking.value = { at: placeDropped(step, exit.exit, screenToFlowCoordinate(screen)), screen, from: exit }
  }
  function pickBehind(exit: ExitOf, screen: { x: number; y: number }) {
    const step = stepById(draft.flow.value, exit.step)
    if (step && !step.next[exit.exit]) picking.value = { at: placeBehind(step, exit.exit), screen, from: exit }
  }
  function between(exit: ExitOf, event: Pointed) {
    if (!draft.mayEdit.value) return
    const screen = pointOf(event)
    const at = screenToFlowCoordinate(screen)
    picking.value = { at: { x: at.x - NODE_WIDTH / 2, y: at.y - 20 }, screen, between: exit }
  }
  function pickAt(event: MouseEvent) {
    const screen = pointOf(event)
    picking.value = { at: screenToFlowCoordinate(screen), screen }
  }
  return { start, dropped, end: () => { from = undefined }, between, pickAt, pickBehind }
}
