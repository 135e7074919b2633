import type { StepOf } from '@botpro/graphql/flows'
import type { BotMap, FlowRule } from '../bot-map.ts'
import type { Report } from '../finding.ts'

/** Whether the systems and tables that a flow asks are there, and get what they need. */
export const calls: FlowRule = ({ flow, steps }, bot, report) => {
  for (const step of steps) {
    if (step.kind === 'CALL') checkCall(step, bot, (code, place) => report(code, { flow: flow.key, step: step.id, ...place }))
    if (step.kind === 'LOOK_UP' && !bot.world.tables.includes(step.table)) report('UNKNOWN_TABLE', { flow: flow.key, step: step.id, field: 'table', detail: { table: step.table } })
  }
}

function checkCall({ connector, operation, input }: StepOf<'CALL'>, bot: BotMap, report: Report): void {
  const system = bot.connector(connector)
  if (!system) return report('UNKNOWN_CONNECTOR', { field: 'connector', detail: { connector } })
  const asked = system.operations.find(({ key }) => key === operation)
  if (!asked) return report('UNKNOWN_OPERATION', { field: 'operation', detail: { connector, operation } })
  for (const { name, required } of asked.inputs) {
    if (required && !Object.hasOwn(input, name)) report('MISSING_INPUT', { field: `input.${name}`, detail: { connector, operation, input: name } })
  }
  const known = new Set(asked.inputs.map(({ name }) => name))
  for (const name of Object.keys(input)) if (!known.has(name)) report('UNKNOWN_INPUT', { field: `input.${name}`, detail: { connector, operation, input: name } })
}
