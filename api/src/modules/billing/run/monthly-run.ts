import { addMonths, type Day } from '../../../platform/day.ts'
import { systemActor } from '../../../platform/actor.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import { closeMonths } from '../../conversations/index.ts'
import { holdAccounts, loadAccounts, openAccounts } from '../account/account.store.ts'
import type { Account } from '../life/account.ts'
import { draftsOf, MONTHS_BACK, sinceOf } from '../life/drafting.ts'
import { insertDrafts, openIssuers } from './draft.store.ts'
import { countUsage, withUsage } from './usage.ts'

interface Parts {
  units: Pick<Units, 'platform' | 'readPlatform'>
  /** Does what was due before a day: what is owed of a month depends on what happened before it. */
  settleBefore: (tenantIds: readonly string[], day: Day) => Promise<void>
  /** How many tenants a unit drafts for. */
  batch?: number
}

// The month after the last for which there was a run has begun where the tenant is.
const DUE = `
  select a.tenant_id as "tenantId", (a.drafted_month + interval '1 month')::date as month
  from billing_account a join tenant t on t.id = a.tenant_id
  where (a.drafted_month + interval '1 month')::date <= ($1::timestamptz at time zone t.time_zone)::date order by 2, 1`

// What was invoiced for a month that was over has no day of its own any more: it is the first of the month.
const DRAFTED = `
  update billing_account set drafted_month = $2, due_on = case when tenant_id = any($3::uuid[]) then least(due_on, $2::date) else due_on end
  where tenant_id = any($1::uuid[])`

/**
 * Drafts of a month, for everybody whose month has begun. A tenant's month is closed first, so that what is counted stays; then usage is
 * counted for all at once; then drafts are made, some hundred tenants in a unit. Wherever it stops, the next run goes on from there.
 */
export class MonthlyRun {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** How many tenants it made a run for. */
  async run(): Promise<number> {
    await this.#unit(unit => openAccounts(unit, null))
    let made = 0
    for (let due = await this.#due(); due; due = await this.#due()) made += await this.#draft(due.month, due.tenantIds)
    return made
  }

  /** Those that are furthest behind. */
  async #due(): Promise<{ month: Day; tenantIds: string[] } | undefined> {
    const rows = await this.#unit(unit => unit.sql<{ tenantId: string; month: Day }>('billing-run-due', DUE, [unit.now]))
    const month = rows[0]?.month
    return month === undefined ? undefined : { month, tenantIds: rows.filter(row => row.month === month).map(({ tenantId }) => tenantId) }
  }

  async #draft(month: Day, tenantIds: string[]): Promise<number> {
    await this.#parts.settleBefore(tenantIds, month)
    const batches = this.#batches(tenantIds)
    // In units of their own: who is counting a conversation waits for them.
    for (const batch of batches) await this.#unit(unit => closeMonths(unit, batch, addMonths(month, -1)))
    const accounts: Account[] = []
    for (const batch of batches) accounts.push(...await this.#unit(unit => accountsFor(unit, batch, month)))
    await this.#unit(async unit => {
      await openIssuers(unit, tenantIds)
      await countUsage(unit, accounts, month)
    })
    let made = 0
    for (const batch of this.#batches(accounts)) made += await this.#unit(unit => draftBatch(unit, batch, month))
    return made
  }

  #batches<Value>(values: readonly Value[]): Value[][] {
    const { batch = 250 } = this.#parts
    return Array.from({ length: Math.ceil(values.length / batch) }, (_, index) => values.slice(index * batch, (index + 1) * batch))
  }

  #unit<Result>(work: (unit: Unit) => Promise<Result>): Promise<Result> {
    return this.#parts.units.platform({ actor: systemActor() }, work)
  }
}

/** Of most tenants the lines of the last months are enough. */
async function accountsFor(unit: Unit, tenantIds: readonly string[], month: Day): Promise<Account[]> {
  const usual = addMonths(month, -MONTHS_BACK)
  const accounts = await loadAccounts(unit, tenantIds, usual)
  const far = accounts.filter(account => sinceOf(account, month) < usual).map(({ tenantId }) => tenantId)
  const whole = far.length > 0 ? await loadAccounts(unit, far) : []
  return accounts.map(account => whole.find(({ tenantId }) => tenantId === account.tenantId) ?? account)
}

async function draftBatch(unit: Unit, batch: readonly Account[], month: Day): Promise<number> {
  await holdAccounts(unit, batch.map(({ tenantId }) => tenantId))
  const open = await stillDue(unit, batch, month)
  const accounts = await withUsage(unit, open, month)
  const drafts = accounts.flatMap(account => draftsOf(account, month).map(draft => ({ ...draft, tenantId: account.tenantId, draftedOn: month })))
  await insertDrafts(unit, drafts)
  await unit.sql('billing-drafted', DRAFTED, [open.map(({ tenantId }) => tenantId), month, drafts.map(({ tenantId }) => tenantId)])
  return open.length
}

const STILL_DUE = 'select tenant_id as "tenantId" from billing_account where tenant_id = any($1::uuid[]) and drafted_month < $2'

/** Another process may have been faster. */
async function stillDue(unit: Unit, batch: readonly Account[], month: Day): Promise<Account[]> {
  const rows = await unit.sql<{ tenantId: string }>('billing-still-due', STILL_DUE, [batch.map(({ tenantId }) => tenantId), month])
  const due = new Set(rows.map(({ tenantId }) => tenantId))
  return batch.filter(({ tenantId }) => due.has(tenantId))
}

