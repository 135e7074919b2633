import { exitsOf } from '@botpro/graphql/flows/exits.ts'
import { connected, connectionsOf, stepById, tidied, type Change, type ExitOf, type Flow, type Point, type Step, type StepOf, type StepKind } from './flow-document.ts'

const withSteps = (flow: Flow, steps: Step[]): Flow => ({ ...flow, steps })
const changed = (flow: Flow, id: string, change: (step: Step) => Step): Flow =>
  withSteps(flow, flow.steps.map(step => (step.id === id ? change(step) : step)))
const linked = (step: Step, exit: string, target: string): Step =>
  exitsOf(step).includes(exit) && step.next[exit] !== target ? { ...step, next: { ...step.next, [exit]: target } } : step

export const addStep = (step: Step, from?: ExitOf): Change => flow => {
  const added = withSteps(flow, [...flow.steps, step])
  return from ? connect(from, step.id)(added) : added
}

export const connect = ({ step, exit }: ExitOf, target: string): Change => flow =>
  (stepById(flow, target) ? changed(flow, step, one => linked(one, exit, target)) : flow)

export const disconnect = ({ step, exit }: ExitOf): Change => flow => changed(flow, step, one => {
  const { [exit]: _, ...next } = one.next
  return exit in one.next ? { ...one, next } : one
})

/** The exit that a step goes on by when it is put between two others. */
export const mainExit = (step: Step): string | undefined => exitsOf(step)[0]

/** Puts a step on a connection: what came before leads to it, and it leads to what came behind. */
export const insertBetween = (step: Step, from: ExitOf): Change => flow => {
  const target = stepById(flow, from.step)?.next[from.exit]
  const present = stepById(flow, step.id) ? flow : addStep(step)(flow)
  if (!target || target === step.id || from.step === step.id) return present
  const exit = mainExit(step)
  return connect(from, step.id)(exit ? connect({ step: step.id, exit }, target)(present) : present)
}

export const moveSteps = (positions: Readonly<Record<string, Point>>): Change => flow => {
  const moves = ({ id, position }: Step) => positions[id] !== undefined && (positions[id].x !== position.x || positions[id].y !== position.y)
  if (!flow.steps.some(moves)) return flow
  return withSteps(flow, flow.steps.map(step => (moves(step) ? { ...step, position: { x: positions[step.id]!.x, y: positions[step.id]!.y } } : step)))
}

/** Says something else about a step. Connections behind exits that are no more go with them. */
export const changeStep = <Kind extends StepKind>(id: string, patch: Partial<Omit<StepOf<Kind>, 'id' | 'kind' | 'position'>>): Change => flow => {
  const ids = new Set(flow.steps.map(step => step.id))
  return changed(flow, id, step => connected(tidied({ ...step, ...patch } as Step), target => ids.has(target)))
}

/** An exit goes by another name from now on, such as an option whose id is made from its title. What changes in the step comes along. */
export const renameExit = <Kind extends StepKind>({ step, exit }: ExitOf, to: string, patch: Partial<Omit<StepOf<Kind>, 'id' | 'kind' | 'position'>>): Change => flow => {
  const target = stepById(flow, step)?.next[exit]
  const done = changeStep<Kind>(step, patch)(flow)
  return target ? connect({ step, exit: to }, target)(done) : done
}

/** Where somebody who is sent to a removed step goes instead: along the one way on that it had. */
function wayOn(flow: Flow, removed: ReadonlySet<string>) {
  const heir = (id: string | undefined, seen: ReadonlySet<string> = new Set()): string | undefined => {
    if (id === undefined || !removed.has(id)) return id
    const targets = new Set(Object.values(stepById(flow, id)?.next ?? {}))
    if (targets.size !== 1 || seen.has(id)) return undefined
    return heir([...targets][0], new Set([...seen, id]))
  }
  return heir
}

function withoutSteps(step: Step, heir: (id: string | undefined) => string | undefined): Step {
  const next = Object.fromEntries(Object.entries(step.next).flatMap(([exit, target]) => {
    const other = heir(target)
    return other ? [[exit, other]] : []
  }))
  const kept = { ...step, next }
  return kept.kind === 'JUMP' && kept.step ? tidied({ ...kept, step: heir(kept.step) }) : kept
}

/** A flow keeps one step at least: of all of them, its first stays. */
export const removeSteps = (ids: Iterable<string>): Change => flow => {
  const removed = new Set(ids)
  if (flow.steps.every(step => removed.has(step.id))) removed.delete(flow.start)
  const steps = flow.steps.filter(step => !removed.has(step.id))
  if (steps.length === flow.steps.length) return flow
  const heir = wayOn(flow, removed)
  const touches = (step: Step) => Object.values(step.next).some(target => removed.has(target)) || (step.kind === 'JUMP' && removed.has(step.step ?? ''))
  return { ...flow, start: heir(flow.start) ?? steps[0]!.id, steps: steps.map(step => (touches(step) ? withoutSteps(step, heir) : step)) }
}

export const setStart = (id: string): Change => flow => (stepById(flow, id) ? { ...flow, start: id } : flow)

type Settings = Pick<Flow, 'name' | 'description' | 'variables' | 'triggers'>
export const changeFlow = (patch: Partial<Settings>): Change => flow => tidied({ ...flow, ...patch })

/** Gives a copy a name that is none of those that are taken. */
export type Naming = (step: Step, taken: ReadonlySet<string>) => string

/** Copies of steps under other names, with the connections that they have among themselves. */
export function copies(flow: Flow, steps: readonly Step[], naming: Naming, by: Point): Step[] {
  const taken = new Set(flow.steps.map(({ id }) => id))
  const ids = new Map<string, string>()
  for (const step of steps) {
    ids.set(step.id, naming(step, taken))
    taken.add(ids.get(step.id)!)
  }
  return steps.map(step => {
    const next = Object.fromEntries(Object.entries(step.next).flatMap(([exit, target]) => (ids.has(target) ? [[exit, ids.get(target)!]] : [])))
    const position = { x: step.position.x + by.x, y: step.position.y + by.y }
    const copy = { ...step, id: ids.get(step.id)!, position, next }
    return copy.kind === 'JUMP' && copy.step ? tidied({ ...copy, step: ids.get(copy.step) }) : copy
  })
}

export const paste = (steps: readonly Step[]): Change => flow => (steps.length ? withSteps(flow, [...flow.steps, ...steps]) : flow)

export const duplicate = (ids: Iterable<string>, naming: Naming, by: Point): Change => flow => {
  const chosen = new Set(ids)
  return paste(copies(flow, flow.steps.filter(step => chosen.has(step.id)), naming, by))(flow)
}

/** The steps that lead to one. */
export const cameFrom = (flow: Flow, id: string) => connectionsOf(flow).filter(({ target }) => target === id)
