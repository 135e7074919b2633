import { systemActor } from '../../platform/actor.ts'
import type { Broadcast } from '../../platform/broadcast.ts'
import type { Sealer } from '../../platform/crypto.ts'
import type { Outside } from '../../platform/outside/outside.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import type { Units } from '../../platform/units.ts'
import { chat, embed, rerank, type ChatMessage } from './model-answers.ts'
import { ModelServers } from './model-server.ts'
import { tidyCalls } from './predictive-call.store.ts'
import { PredictiveCalls, type Call } from './predictive-calls.ts'
import type { PredictivePurpose } from './predictive-model.entity.ts'
import { PredictiveModelResolver } from './predictive-model.resolver.ts'
import { PredictiveModelService } from './predictive-model.service.ts'
import { PredictiveTestService } from './predictive-test.service.ts'
import { ServingModels } from './serving-models.ts'

export interface PredictiveOptions {
  units: Units
  sealer: Sealer
  broadcast: Broadcast
  outside: Pick<Outside, 'request'>
  /** Addresses that may be asked without https: for development and tests. */
  plain?: readonly string[]
}

export type PredictiveCall = Omit<Call, 'purpose' | 'isTest'>

/** Models of tenants' own, asked by whoever is above. Each question may fail, with a PredictiveFailure, and is never asked inside a unit. */
export interface Predictive {
  resolvers: object[]
  /** Whether the tenant has a model for a purpose that is on; remembered for a moment. */
  serves(unit: ReadUnit, purpose: PredictivePurpose): Promise<boolean>
  chat(purpose: 'GENERATE' | 'CLASSIFY', call: PredictiveCall, asked: { messages: ChatMessage[]; maxTokens: number }): Promise<string>
  /** A vector for each text. */
  embed(call: PredictiveCall, texts: string[]): Promise<number[][]>
  /** How well each text answers, in their order. */
  rerank(call: PredictiveCall, asked: { query: string; texts: string[] }): Promise<number[]>
  /** What nobody needs any more goes. */
  tidy(): Promise<void>
}

/** Builds the module, for the composition root. */
export function createPredictive({ units, sealer, broadcast, outside, plain }: PredictiveOptions): Predictive {
  const serving = new ServingModels(broadcast)
  const calls = new PredictiveCalls({ units, sealer, serving })
  const servers = new ModelServers(outside)
  const models = new PredictiveModelService({ sealer, serving, plain })
  const tests = new PredictiveTestService({ calls, servers })
  return {
    resolvers: [new PredictiveModelResolver({ models, tests, serving })],
    serves: async (unit, purpose) => await serving.for(unit, purpose) !== undefined,
    chat: (purpose, call, asked) => calls.call({ ...call, purpose }, chat(servers, asked)),
    embed: (call, texts) => calls.call({ ...call, purpose: 'ENCODE' }, embed(servers, texts)),
    rerank: (call, asked) => calls.call({ ...call, purpose: 'RERANK' }, rerank(servers, asked)),
    tidy: () => units.platform({ actor: systemActor() }, tidyCalls),
  }
}
