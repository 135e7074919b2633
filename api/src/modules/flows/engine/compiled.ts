import type { BotContent, BotSettings, Flow, Step } from '@botpro/graphql/flows'

export interface CompiledFlow {
  flow: Flow
  steps: ReadonlyMap<string, Step>
  variables: ReadonlyMap<string, Flow['variables'][number]>
}

/** A version of a bot as the engine asks it: steps by their id instead of by walking lists. */
export interface CompiledBot {
  settings: BotSettings
  flows: ReadonlyMap<string, CompiledFlow>
}

export function compileBot({ settings, flows }: Pick<BotContent, 'settings' | 'flows'>): CompiledBot {
  return { settings, flows: new Map(flows.map(flow => [flow.key, compileFlow(flow)])) }
}

const compileFlow = (flow: Flow): CompiledFlow => ({
  flow,
  steps: new Map(flow.steps.map(step => [step.id, step])),
  variables: new Map(flow.variables.map(variable => [variable.name, variable])),
})
