import type { Unit, ReadUnit } from '../../platform/unit.ts'
import type { TenantAnswers } from '../../platform/tenant-answers.ts'
import type { Day } from '../../platform/day.ts'
import { beginItem, endItems, itemsOf, type KeptItem, type NewItem } from './subscription.store.ts'

/** What contracts bring about of what a tenant has. Whoever asks what is included learns of it at once. */
export class Subscriptions {
  readonly #remembered: Pick<TenantAnswers<unknown>, 'forgetAfter'>

  constructor(remembered: Pick<TenantAnswers<unknown>, 'forgetAfter'>) {
    this.#remembered = remembered
  }

  /** Safe to repeat: each origin begins once on a day. */
  async begin(unit: Unit, { tenantId, items }: { tenantId: string; items: readonly NewItem[] }): Promise<void> {
    for (const item of items) await beginItem(unit, tenantId, item)
    this.#remembered.forgetAfter(unit)
  }

  /** Safe to repeat. */
  async end(unit: Unit, ending: { tenantId: string; itemIds: readonly string[]; endsOn: Day }): Promise<void> {
    await endItems(unit, ending)
    this.#remembered.forgetAfter(unit)
  }

  /** With history, the newest first. */
  itemsOf(unit: ReadUnit, tenantId: string): Promise<KeptItem[]> {
    return itemsOf(unit, tenantId)
  }
}
