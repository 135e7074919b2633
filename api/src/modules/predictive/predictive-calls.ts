import { LRUCache } from 'lru-cache'
import { systemActor } from '../../platform/actor.ts'
import type { Sealer } from '../../platform/crypto.ts'
import { Busy, Turns } from '../../platform/turns.ts'
import type { Unit } from '../../platform/unit.ts'
import type { Units } from '../../platform/units.ts'
import { Breaker } from './breaker.ts'
import type { Answered, Ask } from './model-answers.ts'
import { settleCall, startCall, type NewCall } from './predictive-call.store.ts'
import { PredictiveFailure } from './predictive-failure.ts'
import { keyContext } from './predictive-model.service.ts'
import type { ServingModel, ServingModels } from './serving-models.ts'

export interface PredictiveCallsOptions {
  units: Units
  sealer: Sealer
  serving: ServingModels
  perf?: { now(): number }
}

export interface Call extends NewCall {
  tenantId: string
  /** How long it may take; less where the model's own time is shorter. */
  budgetMs: number
}

/** With less than this left the call would only be paid for. */
const LEAST_MS = 200
const AT_ONCE = 4
const MAY_WAIT = 8
const MOST_KEPT = 10_000

/**
 * One call of one model: counted, in its time, and not while the model rests. Two short units before and after; while the
 * server is asked there is none, so a server that hangs holds no connection of the database and no lock.
 */
export class PredictiveCalls {
  readonly #options: Required<PredictiveCallsOptions>
  readonly #breakers = new LRUCache<string, Breaker>({ max: MOST_KEPT })
  readonly #tenants = new LRUCache<string, Turns>({ max: MOST_KEPT })

  constructor({ perf = performance, ...options }: PredictiveCallsOptions) {
    this.#options = { perf, ...options }
  }

  /** By whichever model serves the purpose. Throws a PredictiveFailure. */
  async call<Value>(call: Call, ask: Ask<Value>): Promise<Value> {
    const model = await this.#serving(call)
    if (!model) throw new PredictiveFailure('NOT_SERVED')
    return this.callModel(model, call, ask)
  }

  async callModel<Value>(model: ServingModel, call: Call, ask: Ask<Value>): Promise<Value> {
    const breaker = this.#breakerOf(model)
    // Whoever tries it out wants to know how it is now.
    if (!call.isTest && !breaker.admits()) throw new PredictiveFailure('RESTING')
    const until = this.#options.perf.now() + Math.min(call.budgetMs, model.timeoutMs)
    return this.#inTurn(call.tenantId, until, () => this.#counted(model, call, { ask, until, breaker }))
  }

  async #counted<Value>(model: ServingModel, call: Call, { ask, until, breaker }: Asking<Value>): Promise<Value> {
    const { sealer, perf } = this.#options
    const use = model.uses.find(({ purpose }) => purpose === call.purpose)
    if (!use) throw new PredictiveFailure('NOT_SERVED')
    if (until - perf.now() < LEAST_MS) throw new PredictiveFailure('BUSY')
    const apiKey = model.sealedKey === null ? null : sealer.open(model.sealedKey, keyContext(model.id))
    const id = await this.#change(call.tenantId, unit => startCall(unit, model, call))
    const begun = perf.now()
    const settle = (outcome: Outcome) =>
      this.#change(call.tenantId, unit => settleCall(unit, id, { ...outcome, ms: Math.round(perf.now() - begun) }))
    try {
      const { value, tokensIn, tokensOut } = await ask({ baseUrl: model.baseUrl, apiKey, model: use.model }, until)
      breaker.succeeded()
      await settle({ outcome: 'ANSWERED', tokensIn, tokensOut })
      return value
    } catch (error) {
      if (!(error instanceof PredictiveFailure)) throw error
      breaker.failed()
      await settle({ outcome: error.problem, tokensIn: 0, tokensOut: 0 })
      throw error
    }
  }

  /** One tenant whose server is slow takes up its own places only. */
  async #inTurn<Value>(tenantId: string, until: number, work: () => Promise<Value>): Promise<Value> {
    const patience = AbortSignal.timeout(Math.max(0, Math.ceil(until - this.#options.perf.now())))
    try {
      return await this.#turnsOf(tenantId).run(work, patience)
    } catch (error) {
      throw error instanceof Busy || error === patience.reason ? new PredictiveFailure('BUSY') : error
    }
  }

  #turnsOf(tenantId: string): Turns {
    return kept(this.#tenants, tenantId, () => new Turns({ atOnce: AT_ONCE, mayWait: MAY_WAIT }))
  }

  /** Of this version of it: whoever put it right need not wait. */
  #breakerOf({ id, version }: ServingModel): Breaker {
    return kept(this.#breakers, `${id} ${version}`, () => new Breaker(this.#options.perf))
  }

  async #serving({ tenantId, purpose }: Call): Promise<ServingModel | undefined> {
    const { units, serving } = this.#options
    await using unit = units.read({ tenantId, actor: systemActor(tenantId) })
    return await serving.for(unit, purpose)
  }

  #change<Result>(tenantId: string, work: (unit: Unit) => Promise<Result>): Promise<Result> {
    return this.#options.units.tenant({ tenantId, actor: systemActor(tenantId) }, work)
  }
}

interface Asking<Value> {
  ask: Ask<Value>
  until: number
  breaker: Breaker
}

type Outcome = { outcome: 'ANSWERED' | PredictiveFailure['problem'] } & Pick<Answered<unknown>, 'tokensIn' | 'tokensOut'>

function kept<Value extends object>(cache: LRUCache<string, Value>, key: string, make: () => Value): Value {
  const known = cache.get(key) ?? make()
  cache.set(key, known)
  return known
}
