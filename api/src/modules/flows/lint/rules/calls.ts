import type { StepOf } from '@botpro/graphql/flows'
import type { BotMap, FlowRule } from '../bot-map.ts'
import { within, type Report } from '../finding.ts'

/** Whether the systems and tables that a flow asks are there, and get what they need. */
export const calls: FlowRule = ({ flow, steps }, bot, report) => {
  for (const step of steps) {
    const tell = within(report, { flow: flow.key, step: step.id })
    if (step.kind === 'CALL') checkCall(step, bot, tell)
    if (step.kind === 'LOOK_UP' && !bot.world.tables.includes(step.table)) tell('UNKNOWN_TABLE', { field: 'table', facts: { name: step.table } })
  }
}

function checkCall({ connector, operation, input }: StepOf<'CALL'>, bot: BotMap, report: Report): void {
  if (!bot.connector(connector)) return report('UNKNOWN_CONNECTOR', { field: 'connector', facts: { connector } })
  const asked = bot.operation({ connector, operation })
  if (!asked) return report('UNKNOWN_OPERATION', { field: 'operation', facts: { connector, operation } })
  for (const { name, required } of asked.inputs) {
    if (required && !Object.hasOwn(input, name)) report('MISSING_INPUT', { field: `input.${name}`, facts: { connector, operation, name } })
  }
  const known = new Set(asked.inputs.map(({ name }) => name))
  for (const name of Object.keys(input)) if (!known.has(name)) report('UNKNOWN_INPUT', { field: `input.${name}`, facts: { connector, operation, name } })
}
