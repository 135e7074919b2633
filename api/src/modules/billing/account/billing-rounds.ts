import { addDays, localDay, type Day } from '../../../platform/day.ts'
import { systemActor } from '../../../platform/actor.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import { advanceInvoices } from '../life/life.ts'
import { MonthlyRun } from '../run/monthly-run.ts'
import { holdAccounts, loadAccounts } from './account.store.ts'
import type { Settlement } from './settlement.ts'

export interface RoundsParts {
  units: Pick<Units, 'platform' | 'readPlatform'>
  settlement: Settlement
  onError: (error: unknown) => void
  batch?: number
}

const DUE = `
  select a.tenant_id as "tenantId", t.time_zone as "timeZone" from billing_account a join tenant t on t.id = a.tenant_id
  where a.due_on <= ($1::timestamptz at time zone t.time_zone)::date and ($2::uuid[] is null or a.tenant_id = any($2::uuid[])) order by 1`

/** Every hour: drafts of the months that have begun, then what is due of each tenant. Run twice, or late, it does the same. */
export class BillingRounds {
  readonly #parts: RoundsParts
  readonly #run: MonthlyRun

  constructor(parts: RoundsParts) {
    this.#parts = parts
    this.#run = new MonthlyRun({ units: parts.units, batch: parts.batch, settleBefore: (tenantIds, month) => this.#settle(tenantIds, addDays(month, -1)) })
  }

  async go(): Promise<void> {
    await this.#run.run()
    await this.#settle(null, null)
  }

  /** One tenant's trouble is told, and never another's. `until`: no further than that day. */
  async #settle(tenantIds: readonly string[] | null, until: Day | null): Promise<void> {
    const due = await this.#unit(unit => unit.sql<{ tenantId: string; timeZone: string }>('billing-due', DUE, [unit.now, tenantIds]))
    for (const { tenantId, timeZone } of due) {
      await this.#unit(unit => this.#one(unit, tenantId, until ?? localDay(unit.now, timeZone))).catch(this.#parts.onError)
    }
  }

  async #one(unit: Unit, tenantId: string, today: Day): Promise<void> {
    await holdAccounts(unit, [tenantId])
    const [account] = await loadAccounts(unit, [tenantId])
    if (account) await this.#parts.settlement.keep(unit, account, advanceInvoices(account, today))
  }

  #unit<Result>(work: (unit: Unit) => Promise<Result>): Promise<Result> {
    return this.#parts.units.platform({ actor: systemActor() }, work)
  }
}
