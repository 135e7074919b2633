import { LockMode } from '@mikro-orm/core'
import type { Sealer } from '../../platform/crypto.ts'
import { Forbidden, NotFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { ChangedMeanwhile, InvalidInput } from '../../platform/refusal.ts'
import type { Unit } from '../../platform/unit.ts'
import { mayConfigureModels } from './predictive.policy.ts'
import { PredictiveModel, type KeptKey, type PredictiveModelDetails } from './predictive-model.entity.ts'
import { isKey, modelDetails } from './predictive-model.input.ts'
import type { ServingModels } from './serving-models.ts'

const MOST_MODELS = 20

export interface NewPredictiveModel extends PredictiveModelDetails {
  apiKey?: string | null
}

export interface PredictiveModelChange extends NewPredictiveModel {
  predictiveModelId: string
  version: number
}

/** Names whose key it is, so that it opens nowhere else. */
export const keyContext = (modelId: string): string => `predictive-model:${modelId}`

/** The servers that a tenant lets us ask. Each verb returns the id of the model, or why not. */
export class PredictiveModelService {
  readonly #sealer: Sealer
  readonly #serving: Pick<ServingModels, 'forget'>
  readonly #plain: readonly string[]

  constructor({ sealer, serving, plain = [] }: { sealer: Sealer; serving: Pick<ServingModels, 'forget'>; plain?: readonly string[] }) {
    this.#sealer = sealer
    this.#serving = serving
    this.#plain = plain
  }

  async create(unit: Unit, { apiKey, ...typed }: NewPredictiveModel): Promise<string | InvalidInput> {
    const others = await configured(unit)
    const details = modelDetails(typed, this.#plain)
    if (details instanceof InvalidInput) return details
    if (others.length >= MOST_MODELS) return new InvalidInput('name', `At most ${MOST_MODELS} models.`)
    const problem = servedTwice(details, others) ?? keyProblem(apiKey)
    if (problem) return problem
    const { em, tenantId, now } = unit
    const id = newId(now)
    const model = em.create(PredictiveModel, {
      id, tenantId, ...details, ...this.#kept(id, apiKey ?? ''), createdAt: now, changedAt: now, version: 1,
    })
    return this.#tell(unit, model, 'predictive-model.created')
  }

  async change(unit: Unit, { predictiveModelId, version, apiKey, ...typed }: PredictiveModelChange) {
    const models = await configured(unit)
    const model = the(models, predictiveModelId)
    const details = modelDetails(typed, this.#plain)
    if (details instanceof InvalidInput) return details
    if (model.version !== version) return new ChangedMeanwhile()
    const problem = servedTwice(details, models.filter(other => other !== model)) ?? keyProblem(apiKey)
    if (problem) return problem
    if (model.sealedKey && apiKey == null && !model.isAt(details.baseUrl)) return new InvalidInput('apiKey', 'Give the key of the new server.')
    model.describe(details, unit.now)
    if (apiKey != null) model.keep(this.#kept(model.id, apiKey))
    return this.#tell(unit, model, 'predictive-model.changed', { isKeyNew: apiKey != null })
  }

  async delete(unit: Unit, predictiveModelId: string): Promise<{ predictiveModelId: string }> {
    const model = the(await configured(unit), predictiveModelId)
    model.delete(unit.now)
    await this.#tell(unit, model, 'predictive-model.deleted')
    return { predictiveModelId }
  }

  #kept(id: string, apiKey: string): KeptKey {
    if (!apiKey) return { sealedKey: null, keyLastFour: null }
    // Of a very short key, four characters would be most of it.
    const keyLastFour = apiKey.length >= 12 ? apiKey.slice(-4) : '····'
    return { sealedKey: this.#sealer.seal(apiKey, keyContext(id)), keyLastFour }
  }

  async #tell(unit: Unit, { id, name, baseUrl, uses, isOn, monthlyCalls }: PredictiveModel, action: string, more: object = {}) {
    const detail = { name, baseUrl, purposes: uses.map(({ purpose }) => purpose), isOn, monthlyCalls, ...more }
    unit.audit({ action, targetType: 'predictive-model', targetId: id, detail })
    await unit.em.flush()
    this.#serving.forget(unit)
    return id
  }
}

/** All of a tenant's, locked, so that two changes at once do not both serve a purpose. */
async function configured({ actor, em, tenantId }: Unit): Promise<PredictiveModel[]> {
  if (!mayConfigureModels(actor)) throw new Forbidden()
  return em.find(PredictiveModel, { tenantId, deletedAt: null }, { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } })
}

function the(models: PredictiveModel[], id: string): PredictiveModel {
  const model = models.find(one => one.id === id)
  if (!model) throw new NotFound('The model')
  return model
}

function servedTwice({ isOn, uses }: PredictiveModelDetails, others: PredictiveModel[]): InvalidInput | undefined {
  if (!isOn) return undefined
  const taken = new Set(others.filter(other => other.isOn).flatMap(other => other.uses.map(({ purpose }) => purpose)))
  const index = uses.findIndex(({ purpose }) => taken.has(purpose))
  return index < 0 ? undefined : new InvalidInput(`uses.${index}.purpose`, 'Another model that is on serves this.')
}

const keyProblem = (apiKey: string | null | undefined) =>
  (apiKey && !isKey(apiKey) ? new InvalidInput('apiKey', 'Not a key that could be sent.') : undefined)
