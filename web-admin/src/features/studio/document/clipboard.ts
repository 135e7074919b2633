import type { Flow, Variable } from '@botpro/graphql/flows'
import { STEP_KINDS } from '../steps/step-kinds.ts'
import { copies, paste, type Naming } from './commands.ts'
import type { Change, Point, Step } from './flow-document.ts'
import { namesUsed } from './variables.ts'

const FORMAT = 'botpro.steps/1'
export interface Copied { steps: Step[]; variables: Variable[]; /** The key of the flow that they come from. */ flow?: string }

/** Steps as they lie on the clipboard, with the variables that they name: text that any flow takes in again. */
export function written(flow: Flow, ids: ReadonlySet<string>): string {
  const steps = flow.steps.filter(({ id }) => ids.has(id))
  const names = namesUsed(steps)
  return JSON.stringify({ format: FORMAT, flow: flow.key, steps, variables: flow.variables.filter(({ name }) => names.has(name)) })
}

const isStep = (value: unknown): value is Step => {
  const step = value as Partial<Step> | null
  return typeof step?.id === 'string' && STEP_KINDS.includes(step.kind as never)
    && typeof step.next === 'object' && Number.isFinite(step.position?.x) && Number.isFinite(step.position?.y)
}

/** What a text holds; nothing where it is any other text. The server checks it as it checks all. */
export function readCopied(text: string): Copied {
  try {
    const { format, flow, steps, variables } = JSON.parse(text) as { format?: unknown; flow?: unknown; steps?: unknown; variables?: unknown }
    if (format !== FORMAT || !Array.isArray(steps) || !steps.every(isStep)) return { steps: [], variables: [] }
    return { steps, variables: Array.isArray(variables) ? variables as Variable[] : [], ...(typeof flow === 'string' && { flow }) }
  } catch {
    return { steps: [], variables: [] }
  }
}

/** Puts copies of them in, and declares what they name and the flow does not know yet. */
export const pasteCopied = ({ steps, variables }: Copied, naming: Naming, by: Point): Change => flow => {
  const known = new Set(flow.variables.map(({ name }) => name))
  const missing = variables.filter(({ name }) => !known.has(name))
  return paste(copies(flow, steps, naming, by))(missing.length ? { ...flow, variables: [...flow.variables, ...missing] } : flow)
}
