import type { BotContent, Flow } from '@botpro/graphql/flows'
import type { Finding, PublishingChecks } from './publishing-checks.ts'

/** What can be told of a bot by looking at its steps alone: that each leads to something that is there. */
export const plainChecks: PublishingChecks = {
  lint: async (_unit, { flows }) => flows.flatMap(flow => findingsIn(flow, flows)),
  runTests: async ({ tests }: BotContent) => tests.map(({ key, name }) =>
    ({ key, name, passed: false, message: 'This installation has nothing that could run it.' })),
}

function findingsIn({ key, start, steps }: Flow, flows: Flow[]): Finding[] {
  const ids = new Set(steps.map(({ id }) => id))
  const keys = new Set(flows.map(flow => flow.key))
  const missing = (step: string | null, field: string, name: string): Finding =>
    ({ code: 'LEADS_NOWHERE', severity: 'ERROR', flow: key, step, field, message: `There is no “${name}”.`, facts: { name } })
  return [
    ...(ids.has(start) ? [] : [missing(null, 'start', start)]),
    ...steps.flatMap(step => Object.entries(step.next).filter(([, to]) => !ids.has(to)).map(([exit, to]) => missing(step.id, `next.${exit}`, to))),
    ...steps.flatMap(step => ('flow' in step && step.flow && !keys.has(step.flow) ? [missing(step.id, 'flow', step.flow)] : [])),
  ]
}
