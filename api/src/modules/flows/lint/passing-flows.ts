import { exitsOf } from '@botpro/graphql/flows'
import { type FlowMap, passesAtOnce } from './flow-map.ts'
import { reachable } from './strong-components.ts'

/** The flows that may come to their end without waiting for anybody: as parts of other flows they interrupt no loop. */
export function passingFlows(flows: ReadonlyMap<string, FlowMap>): Set<FlowMap> {
  const passing = new Set<FlowMap>()
  const callers = callersIn(flows)
  const todo = [...flows.values()]
  while (todo.length > 0) {
    const map = todo.pop()!
    if (passing.has(map) || !passes(map, flows, passing)) continue
    passing.add(map)
    todo.push(...callers.get(map.flow.key) ?? [])
  }
  return passing
}

/** Where a flow can get to at once: the steps that a run reaches before it waits. */
export function reachedAtOnce(map: FlowMap, flows: ReadonlyMap<string, FlowMap>, passing: ReadonlySet<FlowMap>): Uint8Array {
  const edges = map.targets((step, exit) => passesAtOnce(step, exit) && (step.kind !== 'SUB_FLOW' || comesBack(step.flow, flows, passing)))
  return reachable(edges, map.start === undefined ? [] : [map.start])
}

const comesBack = (key: string, flows: ReadonlyMap<string, FlowMap>, passing: ReadonlySet<FlowMap>) =>
  passing.has(flows.get(key) as FlowMap)

function passes(map: FlowMap, flows: ReadonlyMap<string, FlowMap>, passing: ReadonlySet<FlowMap>): boolean {
  const isReached = reachedAtOnce(map, flows, passing)
  return map.steps.some((step, index) => {
    if (!isReached[index]) return false
    if (step.kind === 'END') return true
    if (step.kind === 'JUMP') return step.flow !== undefined && comesBack(step.flow, flows, passing)
    if (step.kind === 'SUB_FLOW' && !comesBack(step.flow, flows, passing)) return false
    return exitsOf(step).some(exit => !Object.hasOwn(step.next, exit) && passesAtOnce(step, exit))
  })
}

function callersIn(flows: ReadonlyMap<string, FlowMap>): Map<string, FlowMap[]> {
  const callers = new Map<string, FlowMap[]>()
  for (const map of flows.values()) {
    const called = map.steps.flatMap(step => ((step.kind === 'SUB_FLOW' || step.kind === 'JUMP') && step.flow ? [step.flow] : []))
    for (const key of new Set(called)) callers.set(key, [...callers.get(key) ?? [], map])
  }
  return callers
}
