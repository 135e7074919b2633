import { moveSteps } from '../document/commands.ts'
import { connectionsOf, stepById, type Change, type Flow } from '../document/flow-document.ts'
import { NODE_WIDTH } from './geometry.ts'

const GAP = 96

function behind(flow: Flow, first: string, except: ReadonlySet<string>): Set<string> {
  const found = new Set<string>()
  const open = [first]
  const connections = connectionsOf(flow)
  while (open.length) {
    const id = open.pop()!
    if (found.has(id) || except.has(id)) continue
    found.add(id)
    open.push(...connections.filter(({ step }) => step === id).map(({ target }) => target))
  }
  return found
}

/** Moves what stands behind a step that was put between two others to the right, as far as it is in the way. */
export const makeRoom = (id: string, from: string): Change => flow => {
  const step = stepById(flow, id)
  const next = step && stepById(flow, Object.values(step.next)[0] ?? '')
  const by = step && next ? step.position.x + NODE_WIDTH + GAP - next.position.x : 0
  if (!step || !next || by <= 0 || next.position.x < step.position.x - NODE_WIDTH) return flow
  const moved = [...behind(flow, next.id, new Set([id, from]))].map(one => stepById(flow, one)!).filter(({ position }) => position.x >= next.position.x)
  return moveSteps(Object.fromEntries(moved.map(one => [one.id, { x: one.position.x + by, y: one.position.y }])))(flow)
}
