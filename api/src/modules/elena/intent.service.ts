import { LockMode } from '@mikro-orm/core'
import { Forbidden, NotFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { ChangedMeanwhile, InvalidInput } from '../../platform/refusal.ts'
import type { Unit } from '../../platform/unit.ts'
import { NameTaken } from './elena.errors.ts'
import { intentDetails } from './elena-input.ts'
import { mayTeach } from './elena.policy.ts'
import { Intent, type IntentDetails } from './intent.entity.ts'
import type { LiveModels } from './live-models.ts'
import { lockTeaching } from './phrase.store.ts'

const MOST_INTENTS = 1000

/** What customers may want of a tenant. Each verb returns the id of the intent, or why not. */
export class IntentService {
  readonly #live: Pick<LiveModels, 'forget'>

  constructor({ live }: { live: Pick<LiveModels, 'forget'> }) {
    this.#live = live
  }

  async create(unit: Unit, typed: IntentDetails): Promise<string | NameTaken | InvalidInput> {
    const details = await this.#taught(unit, typed)
    if (details instanceof InvalidInput) return details
    const { em, tenantId, now } = unit
    if (await this.#withName(unit, details.name)) return new NameTaken()
    if (await em.count(Intent, { tenantId, deletedAt: null }) >= MOST_INTENTS) return new InvalidInput('name', `At most ${MOST_INTENTS} intents.`)
    const intent = em.create(Intent, { id: newId(now), tenantId, ...details, createdAt: now, deletedAt: null, version: 1 })
    return this.#tell(unit, intent, 'intent.created')
  }

  async change(unit: Unit, { intentId, version, ...typed }: IntentDetails & { intentId: string; version: number }) {
    const details = await this.#taught(unit, typed)
    const intent = await lockedIntent(unit, intentId)
    if (details instanceof InvalidInput) return details
    if (intent.version !== version) return new ChangedMeanwhile()
    const other = await this.#withName(unit, details.name)
    if (other && other.id !== intentId) return new NameTaken()
    intent.describe(details)
    return this.#tell(unit, intent, 'intent.changed')
  }

  async delete(unit: Unit, intentId: string): Promise<{ intentId: string; phraseCount: number }> {
    await lockTeaching(unit)
    const intent = await lockedIntent(unit, intentId)
    intent.delete(unit.now)
    const [row] = await unit.sql<{ count: number }>('intent-phrases', PHRASES, [unit.tenantId, intentId])
    await this.#tell(unit, intent, 'intent.deleted')
    return { intentId, phraseCount: row!.count }
  }

  async restore(unit: Unit, intentId: string): Promise<string | NameTaken> {
    await lockTeaching(unit)
    const intent = await lockedIntent(unit, intentId, { deletedToo: true })
    if (!intent.deletedAt) return intent.id
    if (await this.#withName(unit, intent.name)) return new NameTaken()
    intent.restore()
    return this.#tell(unit, intent, 'intent.restored')
  }

  async #taught(unit: Unit, typed: IntentDetails) {
    await lockTeaching(unit)
    return intentDetails(typed)
  }

  #withName({ em, tenantId }: Unit, name: string): Promise<Intent | null> {
    return em.findOne(Intent, { tenantId, name, deletedAt: null })
  }

  async #tell(unit: Unit, { id, name }: Intent, action: string): Promise<string> {
    unit.audit({ action, targetType: 'intent', targetId: id, detail: { name } })
    await unit.em.flush()
    this.#live.forget(unit)
    return id
  }
}

const PHRASES = 'select count(*)::int as count from phrase where tenant_id = $1 and intent_id = $2 and deleted_at is null'

/** The intent, held until the unit ends. */
export async function lockedIntent({ em, tenantId, actor }: Unit, id: string, { deletedToo = false } = {}): Promise<Intent> {
  if (!mayTeach(actor)) throw new Forbidden()
  const intent = await em.findOne(Intent, { id, tenantId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
  if (!intent || (intent.deletedAt && !deletedToo)) throw new NotFound('The intent')
  return intent
}
