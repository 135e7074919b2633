import { memberIdOf } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { InvalidInput } from '../../platform/refusal.ts'
import type { Unit } from '../../platform/unit.ts'
import { NothingToLearn, TrainingUnderWay } from './elena.errors.ts'
import { lockTeaching } from './phrase.store.ts'
import { enqueueTraining } from './training.run.ts'
import type { TrainingNews } from './training-news.ts'

const MAX_KEY = 100

const TAUGHT = `
  select count(distinct i.id)::int as count
  from intent i join phrase p on p.tenant_id = i.tenant_id and p.intent_id = i.id and p.deleted_at is null
  where i.tenant_id = $1 and i.deleted_at is null`
const KEYED = 'select id from model_training where tenant_id = $1 and idempotency_key = $2'
const UNDER_WAY = `select id from model_training where tenant_id = $1 and state in ('QUEUED', 'RUNNING')`
const INSERT = `insert into model_training (tenant_id, id, state, idempotency_key, requested_at, requested_by, heard_at)
  values ($1, $2, 'QUEUED', $3, $4, $5, $4)`

/** Asks for a training; it is done in the background. */
export class TrainingService {
  readonly #news: TrainingNews

  constructor({ news }: { news: TrainingNews }) {
    this.#news = news
  }

  /** The id of the training; the same for the same key. */
  async start(unit: Unit, { idempotencyKey }: { idempotencyKey?: string | null }): Promise<string | TrainingUnderWay | NothingToLearn | InvalidInput> {
    await lockTeaching(unit)
    const { tenantId, now } = unit
    const key = idempotencyKey?.trim() || null
    if (key && key.length > MAX_KEY) return new InvalidInput('idempotencyKey', `At most ${MAX_KEY} characters.`)
    const [same] = key ? await unit.sql<{ id: string }>('training-keyed', KEYED, [tenantId, key]) : []
    if (same) return same.id
    const [other] = await unit.sql<{ id: string }>('training-under-way', UNDER_WAY, [tenantId])
    if (other) return new TrainingUnderWay(other.id)
    const [taught] = await unit.sql<{ count: number }>('training-taught', TAUGHT, [tenantId])
    if (taught!.count < 2) return new NothingToLearn()
    const id = newId(now)
    await unit.sql('training-start', INSERT, [tenantId, id, key, now, memberIdOf(unit.actor)])
    enqueueTraining(unit, { tenantId, trainingId: id })
    unit.audit({ action: 'training.started', targetType: 'training', targetId: id })
    unit.afterCommit(() => this.#news.tell(tenantId, id))
    return id
  }
}
