import { exitsOf, isOptionalExit, type Step } from '@botpro/graphql/flows'
import type { FlowRule } from '../bot-map.ts'
import { within, type Report } from '../finding.ts'
import { type FlowMap, passesAtOnce } from '../flow-map.ts'
import { cycles } from '../strong-components.ts'

/** Whether every step leads somewhere, and somewhere that is there. */
export const exits: FlowRule = (map, _, report) => {
  const flow = map.flow.key
  if (map.start === undefined) report('NO_START', { flow, field: 'start', facts: { name: map.flow.start } })
  map.steps.forEach((step, index) => {
    if (map.numberOf(step.id) !== index) return report('DUPLICATE_STEP', { flow, step: step.id })
    if (map.start !== undefined && !map.isReached[index]) report('UNREACHABLE_STEP', { flow, step: step.id })
    checkExits(map, step, within(report, { flow, step: step.id }))
  })
}

function checkExits(map: FlowMap, step: Step, report: Report): void {
  const known = exitsOf(step)
  for (const [exit, name] of Object.entries(step.next)) {
    const field = `next.${exit}`
    if (!known.includes(exit)) report('UNKNOWN_EXIT', { field, facts: { exit } })
    else if (map.numberOf(name) === undefined) report('UNKNOWN_STEP', { field, facts: { exit, name } })
  }
  for (const exit of known) {
    if (Object.hasOwn(step.next, exit) || isOptionalExit(step, exit)) continue
    const code = step.kind === 'CALL' && exit === 'failed' ? 'NO_FAILURE_BRANCH' : 'DEAD_END'
    report(code, { field: `next.${exit}`, facts: { exit } })
  }
}

/** Steps that lead back to themselves without anybody being asked in between. */
export const loops: FlowRule = (map, bot, report) => {
  const waits = (key: string) => bot.flows.has(key) && !bot.passing.has(bot.flows.get(key)!)
  const edges = map.targets((step, exit) => passesAtOnce(step, exit) && !(step.kind === 'SUB_FLOW' && waits(step.flow)))
  for (const cycle of cycles(edges)) {
    const steps = cycle.toSorted((a, b) => a - b).map(index => map.steps[index]!.id)
    report('LOOP_WITHOUT_INPUT', { flow: map.flow.key, step: steps[0]!, facts: { steps } })
  }
}
