import type { Broadcast } from '../../../platform/broadcast.ts'
import { memberIdOf } from '../../../platform/actor.ts'
import type { Unit } from '../../../platform/unit.ts'

declare module '../../../platform/contract/operation.ts' {
  interface Feeds {
    botDrafts: DraftNews
  }
}

export type DraftChangeKind =
  | 'FLOW_CREATED' | 'FLOW_SAVED' | 'FLOW_DELETED' | 'FLOWS_REORDERED' | 'SETTINGS_SAVED' | 'TESTS_CHANGED' | 'REPLACED' | 'PUBLISHED' | 'EDITORS_CHANGED'

export interface DraftChange {
  botId: string
  kind: DraftChangeKind
  flowId: string | null
  revision: number
  byId: string | null
  /** As an ISO instant: news cross processes as JSON. */
  at: string
}

/** That a draft changed. Kept nowhere: whoever missed it asks for the bot, and nothing is overwritten unseen. */
export class DraftNews {
  readonly #broadcast: Broadcast

  constructor(broadcast: Broadcast) {
    this.#broadcast = broadcast
  }

  /** Once the unit is committed. */
  tellAfter(unit: Unit, change: Pick<DraftChange, 'botId' | 'kind' | 'revision'> & { flowId?: string }): void {
    const { tenantId, actor, now } = unit
    unit.afterCommit(() => this.tell(tenantId, { flowId: null, ...change, byId: memberIdOf(actor), at: now.toISOString() }))
  }

  tell(tenantId: string, change: DraftChange): void {
    this.#broadcast.send(topic(tenantId, change.botId), change)
  }

  of(tenantId: string, botId: string) {
    return this.#broadcast.messages<DraftChange>(topic(tenantId, botId))
  }
}

const topic = (tenantId: string, botId: string) => `flows.draft:${tenantId}:${botId}`
