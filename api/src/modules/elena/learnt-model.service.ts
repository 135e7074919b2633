import { LockMode } from '@mikro-orm/core'
import { memberIdOf } from '../../platform/actor.ts'
import { Forbidden, NotFound } from '../../platform/errors.ts'
import { lock } from '../../platform/lock.ts'
import { InvalidInput } from '../../platform/refusal.ts'
import type { ReadUnit, Unit } from '../../platform/unit.ts'
import { ModelNotKept, ModelRegressed } from './elena.errors.ts'
import { mayTeach } from './elena.policy.ts'
import { LearntModel } from './learnt-model.entity.ts'
import { liveModelId, loadModels, loadReports } from './learnt-model.queries.ts'
import type { LiveModels } from './live-models.ts'
import { regressionsOf, type Regression } from './model-regressions.ts'

const MAX_REASON = 500

/** Which of the models the bot goes by. Each verb returns the id of the model, or why not. */
export class LearntModelService {
  readonly #live: Pick<LiveModels, 'forget'>

  constructor({ live }: { live: Pick<LiveModels, 'forget'> }) {
    this.#live = live
  }

  async publish(unit: Unit, { modelId, overrideReason }: { modelId: string; overrideReason?: string | null }) {
    const model = await lockedModel(unit, modelId)
    const reason = overrideReason?.trim() || null
    if (reason && reason.length > MAX_REASON) return new InvalidInput('overrideReason', `At most ${MAX_REASON} characters.`)
    if (model.isLive) return model.id
    const [kept] = await loadModels(unit, [modelId])
    if (!kept?.publishable) return new ModelNotKept()
    const former = await unit.em.findOne(LearntModel, { tenantId: unit.tenantId, state: 'LIVE' })
    const regressions = former ? regressionsOf(former.report, model.report) : []
    if (regressions.length && !reason) return new ModelRegressed(regressions)
    former?.retire()
    // One is live at a time, which the database checks after each statement.
    await unit.em.flush()
    model.publish({ now: unit.now, by: memberIdOf(unit.actor), reason: regressions.length ? reason : null })
    unit.audit({
      action: 'model.published', targetType: 'model', targetId: model.id,
      detail: { number: model.number, former: former?.number ?? null, ...(regressions.length && { reason, regressions: regressions.slice(0, 20) }) },
    })
    return this.#tell(unit, model)
  }

  /** The bot goes back to its menu alone. */
  async withdraw(unit: Unit, modelId: string): Promise<string> {
    const model = await lockedModel(unit, modelId)
    if (!model.isLive) return model.id
    model.retire()
    unit.audit({ action: 'model.withdrawn', targetType: 'model', targetId: model.id, detail: { number: model.number } })
    return this.#tell(unit, model)
  }

  async #tell(unit: Unit, { id }: LearntModel): Promise<string> {
    await unit.em.flush()
    this.#live.forget(unit)
    return id
  }
}

async function lockedModel(unit: Unit, id: string): Promise<LearntModel> {
  if (!mayTeach(unit.actor)) throw new Forbidden()
  await lock(unit, `elena-models:${unit.tenantId}`)
  const model = await unit.em.findOne(LearntModel, { id, tenantId: unit.tenantId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
  if (!model) throw new NotFound('The model')
  return model
}

/** Loader: what publishing a model would be refused for, by its id. */
export async function loadRegressions(unit: ReadUnit, ids: readonly string[]): Promise<Regression[][]> {
  const live = await liveModelId(unit)
  if (!live) return ids.map(() => [])
  const [before, ...reports] = await loadReports(unit, [live, ...ids])
  return ids.map((id, at) => (id === live || !reports[at] ? [] : regressionsOf(before!, reports[at])))
}
