import { exitsOf, isOptionalExit, type Step } from '@botpro/graphql/flows'
import type { FlowRule } from '../bot-map.ts'
import type { Report } from '../finding.ts'
import { type FlowMap, passesAtOnce } from '../flow-map.ts'
import { cycles } from '../strong-components.ts'

/** Whether every step leads somewhere, and somewhere that is there. */
export const exits: FlowRule = (map, _, report) => {
  const flow = map.flow.key
  if (map.start === undefined) report('NO_START', { flow, field: 'start', detail: { step: map.flow.start } })
  map.steps.forEach((step, index) => {
    if (map.numberOf(step.id) !== index) return report('DUPLICATE_STEP', { flow, step: step.id })
    if (!map.isReached[index]) report('UNREACHABLE_STEP', { flow, step: step.id })
    checkExits(map, step, report)
  })
}

function checkExits(map: FlowMap, step: Step, report: Report): void {
  const flow = map.flow.key
  const known = exitsOf(step)
  for (const [exit, target] of Object.entries(step.next)) {
    const place = { flow, step: step.id, field: `next.${exit}` }
    if (!known.includes(exit)) report('UNKNOWN_EXIT', { ...place, detail: { exit } })
    else if (map.numberOf(target) === undefined) report('UNKNOWN_STEP', { ...place, detail: { exit, step: target } })
  }
  for (const exit of known) {
    if (Object.hasOwn(step.next, exit) || isOptionalExit(step, exit)) continue
    const code = step.kind === 'CALL' && exit === 'failed' ? 'NO_FAILURE_BRANCH' : 'DEAD_END'
    report(code, { flow, step: step.id, field: `next.${exit}`, detail: { exit } })
  }
}

/** Steps that lead back to themselves without anybody being asked in between. */
export const loops: FlowRule = (map, bot, report) => {
  const waits = (key: string) => bot.flows.has(key) && !bot.passing.has(bot.flows.get(key)!)
  const edges = map.targets((step, exit) => passesAtOnce(step, exit) && !(step.kind === 'SUB_FLOW' && waits(step.flow)))
  for (const cycle of cycles(edges)) {
    const steps = cycle.toSorted((a, b) => a - b).map(index => map.steps[index]!.id)
    report('LOOP_WITHOUT_INPUT', { flow: map.flow.key, step: steps[0]!, detail: { steps: steps.join(', ') } })
  }
}
