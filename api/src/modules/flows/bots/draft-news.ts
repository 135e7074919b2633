import type { Broadcast } from '../../../platform/broadcast.ts'
import { memberIdOf } from '../../../platform/actor.ts'
import type { Unit } from '../../../platform/unit.ts'

declare module '../../../platform/contract/operation.ts' {
  interface Feeds {
    botDrafts: DraftNews
  }
}

export interface DraftToTest {
  tenantId: string
  botId: string
}

declare module '../../../platform/unit.ts' {
  interface JobPayloads {
    'flows.test-draft': DraftToTest
  }
}

/** Whoever draws keeps every few words: the draft rests once nothing was kept for so long. */
const REST_MS = 2000
/** These leave the draft as it is. */
const UNCHANGED: ReadonlySet<DraftChangeKind> = new Set(['PUBLISHED', 'EDITORS_CHANGED', 'TESTS_RAN'])

/** Once it rests. Asked for again, it waits anew; what is under way finds another draft, and stops. */
export function testDraft(unit: Unit, botId: string): void {
  const { tenantId, now } = unit
  unit.enqueue('flows.test-draft', { tenantId, botId }, { jobKey: `flows.test-draft:${botId}`, runAt: new Date(now.getTime() + REST_MS), maxAttempts: 3 })
}

export type DraftChangeKind =
  | 'FLOW_CREATED' | 'FLOW_SAVED' | 'FLOW_DELETED' | 'FLOWS_REORDERED' | 'SETTINGS_SAVED' | 'TESTS_CHANGED' | 'REPLACED' | 'PUBLISHED' | 'EDITORS_CHANGED' | 'TESTS_RAN'

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
    if (!UNCHANGED.has(change.kind)) testDraft(unit, change.botId)
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
