import { exitsOf, type Flow, type Step, type Variable, waitsForInput } from '@botpro/graphql/flows'
import { reachable } from './strong-components.ts'

/** One way out of a step: by which exit, to which of the flow's steps. */
export interface Edge { exit: string; to: number }

/** A flow with its steps by number and what leads where. Of two steps with one id the first counts. */
export class FlowMap {
  readonly flow: Flow
  readonly steps: readonly Step[]
  readonly variables: ReadonlyMap<string, Variable>
  readonly edges: readonly (readonly Edge[])[]
  readonly start: number | undefined
  readonly isReached: Uint8Array
  readonly #numbers = new Map<string, number>()

  constructor(flow: Flow) {
    this.flow = flow
    this.steps = flow.steps
    this.variables = new Map(flow.variables.toReversed().map(variable => [variable.name, variable]))
    flow.steps.forEach(({ id }, index) => void (this.#numbers.has(id) || this.#numbers.set(id, index)))
    this.edges = flow.steps.map(step => this.#edgesOf(step))
    this.start = this.numberOf(flow.start)
    this.isReached = reachable(this.targets(), this.start === undefined ? [] : [this.start])
  }

  numberOf(id: string): number | undefined {
    return this.#numbers.get(id)
  }

  targets(passes: (step: Step, exit: string) => boolean = () => true): number[][] {
    return this.edges.map((edges, index) => edges.filter(({ exit }) => passes(this.steps[index]!, exit)).map(({ to }) => to))
  }

  #edgesOf(step: Step): Edge[] {
    const edges = exitsOf(step).flatMap(exit => this.#edge(exit, Object.hasOwn(step.next, exit) ? step.next[exit] : undefined))
    return step.kind === 'JUMP' && !step.flow ? this.#edge(JUMP, step.step) : edges
  }

  #edge(exit: string, id: string | undefined): Edge[] {
    const to = id === undefined ? undefined : this.numberOf(id)
    return to === undefined ? [] : [{ exit, to }]
  }
}

export const JUMP = 'jump'

/** Whether a run may leave a step by an exit without having waited for anybody there. */
export function passesAtOnce(step: Step, exit: string): boolean {
  if (step.kind === 'ASK') return exit === 'answered' && step.skipIfKnown === true
  if (step.kind === 'MENU') return exit === 'failed' && step.options.length === 0
  if (step.kind === 'VERIFY') return exit === 'failed' && step.method.kind === 'CODE'
  return !waitsForInput.has(step.kind)
}
