import type { Broadcast } from '../../platform/broadcast.ts'
import { TenantAnswers } from '../../platform/tenant-answers.ts'
import type { ReadUnit, Unit } from '../../platform/unit.ts'
import type { PredictivePurpose, PredictiveUse } from './predictive-model.entity.ts'

/** A model as it is asked; the key stays sealed until then. */
export interface ServingModel {
  id: string
  version: number
  baseUrl: string
  sealedKey: string | null
  uses: PredictiveUse[]
  timeoutMs: number
}

const TOPIC = 'predictive.serving'

export const SERVING_COLUMNS = 'id, version, base_url as "baseUrl", sealed_key as "sealedKey", uses, timeout_ms as "timeoutMs"'
const SERVING = `select ${SERVING_COLUMNS} from predictive_model
  where tenant_id = $1 and is_on and deleted_at is null order by created_at, id`

/** Remembered for a moment, also that a tenant has none: without a model a visitor's message costs no statement more. */
export class ServingModels {
  readonly #answers: TenantAnswers<ServingModel[]>

  constructor(broadcast: Broadcast) {
    this.#answers = new TenantAnswers(broadcast, TOPIC)
  }

  of(unit: ReadUnit): Promise<ServingModel[]> {
    return this.#answers.get(unit, () => unit.sql<ServingModel>('predictive-serving', SERVING, [unit.tenantId]))
  }

  /** What serves a purpose: the oldest, should several. */
  async for(unit: ReadUnit, purpose: PredictivePurpose): Promise<ServingModel | undefined> {
    return (await this.of(unit)).find(({ uses }) => uses.some(use => use.purpose === purpose))
  }

  async purposes(unit: ReadUnit): Promise<PredictivePurpose[]> {
    return [...new Set((await this.of(unit)).flatMap(({ uses }) => uses.map(({ purpose }) => purpose)))]
  }

  /** After this unit, everybody asks anew. */
  forget(unit: Unit): void {
    this.#answers.forgetAfter(unit)
  }
}
