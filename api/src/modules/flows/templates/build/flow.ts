import { exitsOf, type Flow, type Key, type Step, type Trigger, type Variable } from '@botpro/graphql/flows'
import { layout } from './layout.ts'
import { standardSteps } from './standard.ts'
import type { Draft } from './steps.ts'
import { t, type Text } from './text.ts'

export interface FlowDraft {
  /** As the tenant's people read it. */
  name: string
  description?: string
  variables?: Variable[]
  triggers?: Trigger[]
  /** What a person is told when she takes over in the middle of it. */
  summary?: Text
  /** Only ever done as a part of other flows. */
  isPart?: boolean
  /** By id; it begins at the first. */
  steps: Record<string, Draft>
}

/** A flow of the format: standard steps added where something leads to them, exits checked, every step in its place. */
export function flow(key: Key, { name, description, variables = [], triggers = [], summary, isPart = false, steps }: FlowDraft): Flow {
  const whole = withStandard(steps, standardSteps(summary ?? t(`Flujo: ${name}.`, `Flow: ${name}.`), isPart))
  const [start] = Object.keys(whole)
  if (!start) throw new Error(`${key} has no steps`)
  for (const [id, draft] of Object.entries(whole)) checkExits(`${key}.${id}`, draft as Step, whole)
  const places = layout(Object.entries(whole).map(([id, draft]) => ({ id, exits: exitsOf(draft as Step).length, next: draft.next })), start)
  const placed = Object.entries(whole).map(([id, draft]) => {
    const position = places.get(id)
    if (!position) throw new Error(`${key}.${id}: nothing leads there`)
    return { id, ...draft, position } as Step
  })
  return { key, name, ...(description && { description }), variables, triggers, start, steps: placed }
}

function withStandard(steps: Record<string, Draft>, standard: Record<string, Draft>): Record<string, Draft> {
  const whole = { ...steps }
  const todo = Object.values(whole)
  for (const { next } of todo) {
    for (const target of Object.values(next)) {
      if (target in whole || !standard[target]) continue
      whole[target] = standard[target]
      todo.push(standard[target])
    }
  }
  return whole
}

function checkExits(where: string, step: Step, whole: Record<string, Draft>): void {
  const exits = new Set(exitsOf(step))
  for (const [exit, target] of Object.entries(step.next)) {
    if (!exits.has(exit)) throw new Error(`${where} has no exit “${exit}”`)
    if (!(target in whole)) throw new Error(`${where} leads to “${target}”, which is not there`)
  }
}
