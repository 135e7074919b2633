import { LRUCache } from 'lru-cache'
import type { Broadcast } from '../../../platform/broadcast.ts'
import type { Clock } from '../../../platform/clock.ts'

/** How long somebody counts as being there after she said so. */
const PRESENT_MS = 40_000
const MOST_FLOWS = 10_000
const TOPIC = 'flows.editing'

export interface Editing {
  tenantId: string
  flowId: string
  memberId: string
  isOver: boolean
}

/** Who has which flow open to change it. In memory of every process, from what they tell each other; lost without harm. */
export class FlowEditors {
  readonly #seen = new LRUCache<string, Map<string, number>>({ max: MOST_FLOWS })
  readonly #broadcast: Broadcast
  readonly #clock: Clock

  constructor({ broadcast, clock }: { broadcast: Broadcast; clock: Clock }) {
    this.#broadcast = broadcast
    this.#clock = clock
    broadcast.hear<Editing>(TOPIC, editing => this.#note(editing))
  }

  /** Whether that is news: she came, or left. */
  tell(editing: Editing): boolean {
    const wasThere = this.of(editing).includes(editing.memberId)
    this.#note(editing)
    this.#broadcast.send(TOPIC, editing)
    return wasThere === editing.isOver
  }

  /** Their ids, the first to come first. */
  of({ tenantId, flowId }: Pick<Editing, 'tenantId' | 'flowId'>): string[] {
    const since = this.#clock().getTime() - PRESENT_MS
    return [...this.#seen.get(keyOf(tenantId, flowId)) ?? []].filter(([, at]) => at > since).map(([memberId]) => memberId)
  }

  #note({ tenantId, flowId, memberId, isOver }: Editing) {
    const key = keyOf(tenantId, flowId)
    const present = new Map(this.of({ tenantId, flowId }).map(id => [id, this.#seen.get(key)!.get(id)!]))
    if (isOver) present.delete(memberId)
    else present.set(memberId, this.#clock().getTime())
    this.#seen.set(key, present)
  }
}

const keyOf = (tenantId: string, flowId: string) => `${tenantId} ${flowId}`
