import { exitsOf } from '@botpro/graphql/flows/exits.ts'
import type { Flow, Step, StepKind, StepOf } from '@botpro/graphql/flows'

export type { Flow, Step, StepKind, StepOf }
export interface Point { x: number; y: number }
/** Where a connection comes from. */
export interface ExitOf { step: string; exit: string }

/** A change of a flow: what it was is left as it is. */
export type Change = (flow: Flow) => Flow

export const stepById = ({ steps }: Flow, id: string): Step | undefined => steps.find(step => step.id === id)

/** A name that none of the others has: `saldo`, `saldo_2`, `saldo_3` … */
export function freeName(wanted: string, taken: Iterable<string>): string {
  const names = new Set(taken)
  if (!names.has(wanted)) return wanted
  for (let n = 2; ; n++) if (!names.has(`${wanted}_${n}`)) return `${wanted}_${n}`
}

/** What stays of the connections: those behind exits that there are, to steps that there are. */
export function connected(step: Step, has: (id: string) => boolean): Step {
  const exits = new Set(exitsOf(step))
  const kept = Object.entries(step.next).filter(([exit, target]) => exits.has(exit) && has(target))
  return kept.length === Object.keys(step.next).length ? step : { ...step, next: Object.fromEntries(kept) }
}

/** Without what is left undefined, so that two documents that say the same are written the same. */
export function tidied<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(tidied) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined).map(([name, part]) => [name, tidied(part)])) as Value
}

export interface Connection extends ExitOf { target: string }

export const connectionsOf = ({ steps }: Flow): Connection[] =>
  steps.flatMap(step => exitsOf(step).flatMap(exit => (step.next[exit] ? [{ step: step.id, exit, target: step.next[exit] }] : [])))
