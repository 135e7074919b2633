import { Forbidden, NotFound } from '../../platform/errors.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import { chat, embed, rerank, type Ask } from './model-answers.ts'
import type { ModelServers } from './model-server.ts'
import type { PredictiveCalls } from './predictive-calls.ts'
import { PredictiveFailure, type PredictiveProblem } from './predictive-failure.ts'
import { mayConfigureModels } from './predictive.policy.ts'
import type { PredictivePurpose } from './predictive-model.entity.ts'
import { withoutKey } from './server-failure.ts'
import { SERVING_COLUMNS, type ServingModel } from './serving-models.ts'

export interface PredictiveTest {
  purpose: PredictivePurpose
  milliseconds: number
  answer: string | null
  problem: PredictiveProblem | null
  detail: string | null
}

const BUDGET_MS = 7000
const MAX_ANSWER = 200
const BY_ID = `select ${SERVING_COLUMNS} from predictive_model where tenant_id = $1 and id = $2 and deleted_at is null`

const TEXTS = ['El horario es de nueve a seis.', 'We deliver on Saturdays.']

/** Asks a server something small, so that whoever configures it sees that it works. */
export class PredictiveTestService {
  readonly #calls: PredictiveCalls
  readonly #servers: ModelServers
  readonly #perf: { now(): number }

  constructor({ calls, servers, perf = performance }: { calls: PredictiveCalls; servers: ModelServers; perf?: { now(): number } }) {
    this.#calls = calls
    this.#servers = servers
    this.#perf = perf
  }

  /** In a unit of its own, that is over before the server is asked. */
  async model(unit: ReadUnit, id: string): Promise<ServingModel> {
    if (!mayConfigureModels(unit.actor)) throw new Forbidden()
    const [model] = await unit.sql<ServingModel>('predictive-by-id', BY_ID, [unit.tenantId, id])
    if (!model) throw new NotFound('The model')
    return model
  }

  async test(tenantId: string, model: ServingModel, purpose: PredictivePurpose): Promise<PredictiveTest> {
    const begun = this.#perf.now()
    const told = (what: Partial<PredictiveTest>): PredictiveTest =>
      ({ purpose, answer: null, problem: null, detail: null, milliseconds: Math.round(this.#perf.now() - begun), ...what })
    try {
      const answer = await this.#calls.callModel(model, { tenantId, purpose, budgetMs: BUDGET_MS, isTest: true }, this.#question(purpose))
      return told({ answer: withoutKey(answer, null).slice(0, MAX_ANSWER) })
    } catch (error) {
      if (!(error instanceof PredictiveFailure)) throw error
      return told({ problem: error.problem, detail: error.detail })
    }
  }

  #question(purpose: PredictivePurpose): Ask<string> {
    if (purpose === 'ENCODE') return inWords(embed(this.#servers, TEXTS), vectors => `${vectors.length} × ${vectors[0]!.length}`)
    if (purpose === 'RERANK') return inWords(rerank(this.#servers, { query: TEXTS[0]!, texts: TEXTS }), scores => scores.map(score => score.toPrecision(3)).join(' · '))
    const messages = [{ role: 'user' as const, content: 'Answer with this JSON object and nothing else: {"answer": "OK"}' }]
    return chat(this.#servers, { messages, maxTokens: 50 })
  }
}

const inWords = <Value>(ask: Ask<Value>, words: (value: Value) => string): Ask<string> => async (server, until) => {
  const { value, ...rest } = await ask(server, until)
  return { ...rest, value: words(value) }
}
