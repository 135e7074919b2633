import type { Broadcast } from './broadcast.ts'
import { FreshAnswers } from './fresh-answers.ts'
import type { ReadUnit, Unit } from './unit.ts'

const FRESH_MS = 10_000
const MOST_TENANTS = 10_000

/**
 * What every message of a tenant's asks for, remembered for a moment, also that there is none: it then costs no statement.
 * What changes is forgotten in every process.
 */
export class TenantAnswers<Value> {
  readonly #answers = new FreshAnswers<Value>({ freshMs: FRESH_MS, most: MOST_TENANTS })
  readonly #broadcast: Broadcast
  readonly #topic: string

  constructor(broadcast: Broadcast, topic: string) {
    this.#broadcast = broadcast
    this.#topic = topic
    broadcast.hear(topic, () => this.#answers.clear())
  }

  get({ tenantId }: Pick<ReadUnit, 'tenantId'>, ask: () => Promise<Value>): Promise<Value> {
    return this.of(tenantId, ask)
  }

  /** For whoever is in no unit of the tenant's. */
  of(tenantId: string, ask: () => Promise<Value>): Promise<Value> {
    return this.#answers.get(tenantId, ask)
  }

  /** From now on everybody asks anew. */
  forget(): void {
    this.#answers.clear()
    this.#broadcast.send(this.#topic, {})
  }

  /** After this unit, everybody asks anew. */
  forgetAfter(unit: Unit): void {
    unit.afterCommit(() => this.forget())
  }
}
