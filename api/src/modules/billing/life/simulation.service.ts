import { addDays, firstOfMonth, isDay, localDay, type Day } from '../../../platform/day.ts'
import { BadInput, Forbidden } from '../../../platform/errors.ts'
import { sum } from '../../../platform/money.ts'
import { decodePageKey, pageOf, rowsFor, type PageArgs } from '../../../platform/paging.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import { allTerms, moneyOf, subscribedOfAll } from '../../plans/index.ts'
import { tenantMeant, type TenantRow } from '../../tenancy/index.ts'
import { loadAccounts } from '../account/account.store.ts'
import { contractBooks } from '../account/contract-books.queries.ts'
import { mayReadBilling } from '../billing.policy.ts'
import { paceOf, usedThisMonth } from '../usage/quota.queries.ts'
import { withUsage } from '../run/usage.ts'
import { overdueOn, type Account, type Effect } from './account.ts'
import { isInForceNow } from './contracts.ts'
import { simulate } from './simulate.ts'

/** What happens until a day if nobody does anything. */
export async function simulationOf(unit: ReadUnit, { tenantId, until }: { tenantId?: string | null; until: Day }) {
  if (!mayReadBilling(unit.actor)) throw new Forbidden()
  const tenant = await tenantMeant(unit, tenantId)
  const today = localDay(unit.now, tenant.timeZone)
  if (!isDay(until) || until < today) throw new BadInput('until', 'Today or later.')
  const account = await accountAhead(unit, tenant, today)
  const { account: end, effects } = simulate(account, until)
  const money = (amount: string) => moneyOf(amount, tenant.currency)
  const known = new Set(account.invoices.map(({ id }) => id))
  return {
    from: today, until, events: effects.map(effect => ({ ...eventOf(effect, tenant.currency), invoiceId: known.has(effect.invoiceId ?? '') ? effect.invoiceId : null })),
    standing: {
      isUnderContract: isInForceNow(end.book), isSuspended: end.suspension !== null, isCancelled: end.cancelledOn !== null,
      owed: money(sum(end.invoices.filter(({ state }) => state !== 'DRAFT').map(({ open }) => open)).toFixed()), overdue: money(sum(overdueOn(end.invoices, until).map(({ open }) => open)).toFixed()), credit: money(end.credit),
    },
    assumptions: Object.entries(account.pace).map(([counter, perDay]) => ({ feature: FEATURES[counter as keyof typeof FEATURES], perDay })),
  }
}

const FEATURES = { CONVERSATION: 'CONVERSATIONS', UIC: 'WHATSAPP_UIC', BIC: 'WHATSAPP_BIC', PREDICTIVE_CALLS: 'PREDICTIVE_CALLS' } as const

/** As it is kept, or as it would be opened today; with what was counted, and the pace of the last thirty days. */
async function accountAhead(unit: ReadUnit, tenant: TenantRow, today: Day): Promise<Account> {
  const [kept] = await loadAccounts(unit, [tenant.id])
  const account = kept ?? await freshAccount(unit, tenant, today)
  const [counted] = await withUsage(unit, [account], firstOfMonth(today))
  const [used, pace] = [await usedThisMonth(unit, tenant, today), await paceOf(unit, tenant, today)]
  return { ...counted!, used: [...counted!.used, ...used], pace, countedOn: today, day: account.day < today ? today : account.day }
}

async function freshAccount(unit: ReadUnit, tenant: TenantRow, today: Day): Promise<Account> {
  const [terms, subscribed, books] = [await allTerms(unit), await subscribedOfAll(unit, [tenant.id]), await contractBooks(unit, [tenant.id])]
  const book = books.get(tenant.id)
  return {
    tenantId: tenant.id, day: addDays(today, -1), currency: tenant.currency, terms, paymentTermDays: null, taxes: terms.map(({ taxName: name, taxPercent: percent, validFrom: from }) => ({ name, percent, from })),
    book: { isPublic: tenant.institution === 'PUBLIC', contracts: book?.contracts ?? [] }, agreed: book?.agreed ?? [], ...subscribed.get(tenant.id)!, used: [], pace: {}, countedOn: today, invoices: [],
    draftedMonth: firstOfMonth(today), credit: '0', noticedOn: null, suspension: null, suspended: [], cancelledOn: null, payments: [],
  }
}

const eventOf = ({ day, kind, invoiceId, month, amount, on, days, count, step }: Effect, currency: string) => ({
  day, kind, invoiceId: invoiceId ?? null, month: month ?? null, amount: moneyOf(amount ?? null, currency), until: on ?? null, days: days ?? step?.daysBefore ?? null, count: count ?? null,
  contractStep: step?.kind ?? null, contractId: step?.contractId ?? null,
})

interface EventRow {
  id: string
  day: Day
  kind: string
  invoiceId: string | null
  amount: string | null
  until: Day | null
  days: number | null
  count: number | null
}

const EVENTS = `
  select id, day, kind, invoice_id as "invoiceId", amount, until, days, count from billing_event
  where tenant_id = $1 and (day, id) < ($2::date, $3::uuid) order by day desc, id desc limit $4`

/** What happened, the newest first. */
export async function billingEvents(unit: ReadUnit, { tenantId, ...args }: PageArgs & { tenantId?: string | null }) {
  if (!mayReadBilling(unit.actor)) throw new Forbidden()
  const { id, currency } = await tenantMeant(unit, tenantId)
  const [day, last] = args.after ? decodePageKey(args.after, ['', '']) : ['9999-12-31', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
  if (!isDay(day as string)) throw new BadInput('after')
  const rows = await unit.sql<EventRow>('billing-events', EVENTS, [id, day, last, rowsFor(args)])
  return pageOf(rows.map(row => ({ ...row, amount: moneyOf(row.amount, currency), month: null, contractStep: null, contractId: null })), args, row => [row.day, row.id])
}
