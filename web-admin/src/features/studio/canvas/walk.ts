import { exitsOf } from '@botpro/graphql/flows/exits.ts'
import { connectionsOf, stepById, type Flow } from '../document/flow-document.ts'

export type Direction = 'ArrowRight' | 'ArrowLeft' | 'ArrowUp' | 'ArrowDown'

const targetsOf = (flow: Flow, id: string): string[] => {
  const step = stepById(flow, id)
  return step ? [...new Set(exitsOf(step).flatMap(exit => step.next[exit] ?? []))] : []
}

/** The steps that stand beside one another: what one of those before leads to, or else all that nothing leads to. */
function siblings(flow: Flow, id: string): string[] {
  const connections = connectionsOf(flow)
  const before = connections.find(({ target }) => target === id)
  const beside = before ? targetsOf(flow, before.step) : flow.steps.filter(step => !connections.some(({ target }) => target === step.id)).map(step => step.id)
  const y = (step: string) => stepById(flow, step)?.position.y ?? 0
  return beside.toSorted((a, b) => y(a) - y(b))
}

/** Where an arrow leads from a step: along its connections, or to its neighbours. */
export function walked(flow: Flow, id: string, direction: Direction): string | undefined {
  if (direction === 'ArrowRight') return targetsOf(flow, id)[0]
  if (direction === 'ArrowLeft') return connectionsOf(flow).find(({ target, step }) => target === id && step !== id)?.step
  const beside = siblings(flow, id)
  return beside[beside.indexOf(id) + (direction === 'ArrowDown' ? 1 : -1)]
}

/** The steps in the order in which somebody would come by them, and how deep; the others at the end. */
export function inOrder(flow: Flow): { id: string; depth: number }[] {
  const seen = new Set<string>()
  const order: { id: string; depth: number }[] = []
  const visit = (first: string) => {
    const open = [{ id: first, depth: 0 }]
    while (open.length) {
      const { id, depth } = open.pop()!
      if (seen.has(id) || !stepById(flow, id)) continue
      seen.add(id)
      order.push({ id, depth })
      const targets = targetsOf(flow, id).filter(target => !seen.has(target))
      open.push(...targets.toReversed().map(target => ({ id: target, depth: depth + (targets.length > 1 ? 1 : 0) })))
    }
  }
  visit(flow.start)
  for (const { id } of flow.steps) visit(id)
  return order
}
