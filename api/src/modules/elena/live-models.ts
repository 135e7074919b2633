import type { Broadcast } from '../../platform/broadcast.ts'
import { TenantAnswers } from '../../platform/tenant-answers.ts'
import type { ReadUnit, Unit } from '../../platform/unit.ts'
import type { IntentAction, IntentAnswer } from './intent.entity.ts'

/** What the bot does with an intent. */
export interface BotIntent {
  name: string
  action: IntentAction
  answers: IntentAnswer[]
}

/** The model that a tenant's bot goes by, and its intents by name. */
export interface LiveModel {
  modelId: string
  intents: ReadonlyMap<string, BotIntent>
}

const TOPIC = 'elena.live'

const LIVE = `
  select m.id as "modelId", (
    select coalesce(jsonb_agg(jsonb_build_object('name', i.name, 'action', i.action, 'answers', i.answers)), '[]')
    from intent i where i.tenant_id = m.tenant_id and i.deleted_at is null) as intents
  from elena_model m where m.tenant_id = $1 and m.state = 'LIVE'`

/** Remembered for a moment, also that a tenant has none: a visitor's message then costs no statement. */
export class LiveModels {
  readonly #answers: TenantAnswers<LiveModel | null>

  constructor(broadcast: Broadcast) {
    this.#answers = new TenantAnswers(broadcast, TOPIC)
  }

  of(unit: ReadUnit): Promise<LiveModel | null> {
    return this.#answers.get(unit, async () => {
      const [row] = await unit.sql<{ modelId: string; intents: BotIntent[] }>('elena-live', LIVE, [unit.tenantId])
      return row ? { modelId: row.modelId, intents: new Map(row.intents.map(intent => [intent.name, intent])) } : null
    })
  }

  /** After this unit, everybody asks anew. */
  forget(unit: Unit): void {
    this.#answers.forgetAfter(unit)
  }
}
