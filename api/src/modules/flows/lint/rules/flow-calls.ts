import type { Step, StepOf } from '@botpro/graphql/flows'
import type { BotMap, BotRule, FlowRule } from '../bot-map.ts'
import { within, type Report } from '../finding.ts'
import type { FlowMap } from '../flow-map.ts'
import { reachedAtOnce } from '../passing-flows.ts'
import { cycles, reachable } from '../strong-components.ts'

/** Whether flows that begin others do so rightly. */
export const flowCalls: FlowRule = ({ flow, steps }, bot, report) => {
  for (const step of steps) {
    const tell = within(report, { flow: flow.key, step: step.id })
    if (step.kind === 'JUMP' && !step.flow && !step.step) tell('JUMP_TO_NOWHERE')
    if (step.kind === 'SUB_FLOW' || (step.kind === 'JUMP' && step.flow)) checkCall(step, bot, tell)
  }
}

/** Jumps within a flow name a step of it. */
export const jumps: FlowRule = (map, _, report) => {
  for (const step of map.steps) {
    if (step.kind !== 'JUMP' || step.flow || !step.step || map.numberOf(step.step) !== undefined) continue
    report('UNKNOWN_STEP', { flow: map.flow.key, step: step.id, field: 'step', facts: { name: step.step } })
  }
}

function checkCall(step: StepOf<'SUB_FLOW'> | StepOf<'JUMP'>, bot: BotMap, report: Report): void {
  const key = step.flow!
  const target = bot.flows.get(key)
  if (!target) return report('UNKNOWN_FLOW', { field: 'flow', facts: { name: key } })
  const { parameters = {} } = step
  for (const name of bot.promises.needs(target)) {
    if (!Object.hasOwn(parameters, name)) report('MISSING_PARAMETER', { field: `parameters.${name}`, facts: { target: key, name } })
  }
  for (const name of Object.keys(parameters)) {
    if (!isPassed(target, name, 'IN')) report('UNKNOWN_PARAMETER', { field: `parameters.${name}`, facts: { target: key, name } })
  }
  if (step.kind === 'SUB_FLOW') step.results.forEach(({ from }, index) => {
    if (!isPassed(target, from, 'OUT')) report('UNKNOWN_RESULT', { field: `results.${index}.from`, facts: { target: key, name: from } })
  })
}

const isPassed = (target: FlowMap, name: string, way: 'IN' | 'OUT') => {
  const passed = target.variables.get(name)?.passed
  return passed === way || passed === 'IN_OUT'
}

/** Flows that begin each other in a circle: for ever where nobody is asked, too deep where each waits for the next to end. */
export const flowLoops: BotRule = (bot, report) => {
  const flows = [...bot.flows.values()]
  const numbers = new Map(flows.map(({ flow }, index) => [flow.key, index]))
  const edgesOf = (leads: (map: FlowMap, step: Step, index: number) => boolean) => flows.map(map =>
    map.steps.flatMap((step, index) => (leads(map, step, index) && 'flow' in step && step.flow !== undefined && numbers.has(step.flow) ? [numbers.get(step.flow)!] : [])))
  const atOnce = new Map(flows.map(map => [map, reachedAtOnce(map, bot.flows, bot.passing)]))
  const names = (cycle: number[]) => cycle.toSorted((a, b) => a - b).map(index => flows[index]!.flow.key)
  const endless = cycles(edgesOf((map, _, index) => atOnce.get(map)![index] === 1)).map(names)
  for (const keys of endless) report('FLOW_LOOP_WITHOUT_INPUT', { flow: keys[0]!, facts: { flows: keys } })
  for (const keys of cycles(edgesOf((_, { kind }) => kind === 'SUB_FLOW')).map(names)) {
    if (!endless.some(other => other.some(key => keys.includes(key)))) report('FLOW_WITHIN_ITSELF', { flow: keys[0]!, facts: { flows: keys } })
  }
}

/** Whether anything leads to each flow, and to any at all. */
export const beginnings: BotRule = (bot, report) => {
  const { mainFlow, handOffFlow } = bot.content.settings
  for (const [name, key] of Object.entries({ mainFlow, handOffFlow })) {
    if (key !== undefined && !bot.flows.has(key)) report('UNKNOWN_FLOW', { field: `settings.${name}`, facts: { name: key } })
  }
  const numbers = new Map(bot.all.map(({ flow }, index) => [flow.key, index]))
  bot.all.forEach(({ flow }, index) => numbers.get(flow.key) === index || report('DUPLICATE_FLOW', { flow: flow.key }))
  const edges = bot.all.map(({ steps }) => steps.flatMap(step => ('flow' in step && step.flow !== undefined && numbers.has(step.flow) ? [numbers.get(step.flow)!] : [])))
  const first = bot.all.flatMap((map, index) => (bot.beginsItself(map) ? [index] : []))
  if (bot.all.length > 0 && first.every(index => bot.all[index]!.flow.key === handOffFlow)) report('NOTHING_BEGINS')
  const isReached = reachable(edges, first)
  bot.all.forEach(({ flow }, index) => isReached[index] || report('UNREACHABLE_FLOW', { flow: flow.key }))
}

/** Somewhere a customer has to be able to get a person: the word for one calls one even where no flow does. */
export const handOffs: BotRule = ({ all, content: { settings } }, report) => {
  const hasWord = settings.languages.every(language => settings.words.person[language]?.length)
  if (all.length > 0 && !hasWord && !all.some(({ steps }) => steps.some(({ kind }) => kind === 'HAND_OFF'))) report('NO_HAND_OFF')
}
