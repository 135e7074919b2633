import { addDays, firstOfMonth, localDay, type Day } from '../../../platform/day.ts'
import { amountText } from '../../../platform/money.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import { allTerms, subscribedOfAll, type CommercialTerms } from '../../plans/index.ts'
import type { Account, LifeInvoice } from '../life/account.ts'
import type { Counter, Line, Used } from '../rating/facts.ts'
import type { Days } from '../rating/stretch.ts'
import type { TaxRate } from '../rating/totals.ts'
import { contractBooks } from './contract-books.queries.ts'

/** What is kept of a tenant, and not derived. */
interface AccountRow {
  tenantId: string
  timeZone: string
  currency: string
  isPublic: boolean
  advancedTo: Day
  draftedMonth: Day
  credit: string
  noticedOn: Day | null
  suspendedFrom: Day | null
  suspendedUntil: Day | null
  cancelledOn: Day | null
  paymentTermDays: number | null
  taxes: TaxRate[]
}

const ACCOUNTS = `
  select a.tenant_id as "tenantId", t.time_zone as "timeZone", t.currency, t.institution = 'PUBLIC' as "isPublic", a.advanced_to as "advancedTo",
    a.drafted_month as "draftedMonth", a.credit, a.noticed_on as "noticedOn", a.suspended_from as "suspendedFrom", a.suspended_until as "suspendedUntil",
    a.cancelled_on as "cancelledOn", p.payment_term_days as "paymentTermDays", coalesce(p.taxes, '[]') as taxes
  from billing_account a join tenant t on t.id = a.tenant_id left join billing_profile p on p.tenant_id = a.tenant_id
  where a.tenant_id = any($1::uuid[])`

// Drafts and open invoices are needed to go on with, the others for what was invoiced of the months that are looked at again.
const INVOICES = `
  select tenant_id as "tenantId", id, kind, month, state, is_held as "isHeld", drafted_on as "draftedOn", issued_on as "issuedOn", due_on as "dueOn", currency, total, open, reminded
  from invoice where tenant_id = any($1::uuid[]) order by tenant_id, drafted_on, id`

const LINES = `
  select l.tenant_id as "tenantId", l.invoice_id as "invoiceId", l.item_id as "itemId", l.charge, l.month, l.kind, l.name, l.amount, i.currency
  from invoice_line l join invoice i on i.tenant_id = l.tenant_id and i.id = l.invoice_id
  where l.tenant_id = any($1::uuid[]) and l.charge is not null and (l.month >= $2 or l.charge in ('SETUP', 'ONE_TIME'))
  order by l.tenant_id, l.invoice_id, l.position`

const SUSPENSIONS = `
  select tenant_id as "tenantId", starts_on as "startsOn", ends_on as "endsOn" from billing_suspension where tenant_id = any($1::uuid[]) order by tenant_id, starts_on`

type Of<Row> = Row & { tenantId: string }

/** What tenants owe and are owed, ready for the pure steps. `since` is the first month of which lines are brought along. */
export async function loadAccounts(unit: ReadUnit, tenantIds: readonly string[], since: Day = '0001-01-01'): Promise<Account[]> {
  const [rows, invoices, lines, suspensions, subscribed, books, terms] = await Promise.all([
    unit.sql<AccountRow>('billing-accounts', ACCOUNTS, [tenantIds]),
    unit.sql<Of<LifeInvoice>>('billing-invoices', INVOICES, [tenantIds]),
    unit.sql<Of<Line & { invoiceId: string }>>('billing-lines', LINES, [tenantIds, since]),
    unit.sql<Of<Days>>('billing-suspensions', SUSPENSIONS, [tenantIds]),
    subscribedOfAll(unit, tenantIds), contractBooks(unit, tenantIds), allTerms(unit),
  ])
  const linesOf = Map.groupBy(lines, line => line.invoiceId)
  const [invoicesOf, suspensionsOf] = [Map.groupBy(invoices, one => one.tenantId), Map.groupBy(suspensions, one => one.tenantId)]
  return rows.map(row => ({
    ...accountOf(row, terms), ...subscribed.get(row.tenantId)!, book: { isPublic: row.isPublic, contracts: books.get(row.tenantId)?.contracts ?? [] },
    agreed: books.get(row.tenantId)?.agreed ?? [],
    suspended: (suspensionsOf.get(row.tenantId) ?? []).map(({ startsOn, endsOn }) => ({ startsOn, endsOn })),
    invoices: (invoicesOf.get(row.tenantId) ?? []).map(({ tenantId, ...invoice }) => ({
      ...invoice, total: amountText(invoice.total, invoice.currency), open: amountText(invoice.open, invoice.currency), lines: linesOf.get(invoice.id) ?? [],
    })),
  }))
}

function accountOf(row: AccountRow, terms: readonly CommercialTerms[]) {
  const { tenantId, currency, paymentTermDays, advancedTo: day, draftedMonth, noticedOn, cancelledOn, suspendedFrom: startsOn, suspendedUntil: until } = row
  const usual = terms.map(({ taxName: name, taxPercent: percent, validFrom: from }) => ({ name, percent, from }))
  return {
    tenantId, currency, paymentTermDays, day, draftedMonth, noticedOn, cancelledOn, terms, credit: amountText(row.credit, currency),
    taxes: row.taxes.length > 0 ? row.taxes : usual, suspension: startsOn && until ? { startsOn, until } : null, used: [] as Used[],
    pace: {} as Partial<Record<Counter, number>>, countedOn: day, payments: [],
  }
}

const HOLD = 'select tenant_id as "tenantId" from billing_account where tenant_id = any($1::uuid[]) order by tenant_id for update'

/** Nobody else changes what they owe while the unit lasts. */
export const holdAccounts = async (unit: Unit, tenantIds: readonly string[]): Promise<string[]> =>
  (await unit.sql<{ tenantId: string }>('billing-hold', HOLD, [tenantIds])).map(({ tenantId }) => tenantId)

// A tenant that has something to be invoiced has an account: from the month before the first day on.
const OPEN = `
  insert into billing_account (tenant_id, advanced_to, drafted_month)
  select tenant_id, min(starts_on) - 1, date_trunc('month', min(starts_on) - 1)::date from subscription_item
  where $1::uuid is null or tenant_id = $1 group by tenant_id on conflict do nothing`

/** Of one tenant, or of all that have none yet. */
export async function openAccounts(unit: Unit, tenantId: string | null): Promise<void> {
  await unit.sql('billing-open', OPEN, [tenantId])
}

const OPEN_TODAY = 'insert into billing_account (tenant_id, advanced_to, drafted_month) values ($1, $2, $3) on conflict do nothing'

/** Also where nothing was ever sold: somebody may pay before. */
export async function heldAccount(unit: Unit, { id, timeZone }: { id: string; timeZone: string }): Promise<Account> {
  const today = localDay(unit.now, timeZone)
  await openAccounts(unit, id)
  await unit.sql('billing-open-today', OPEN_TODAY, [id, addDays(today, -1), firstOfMonth(today)])
  await holdAccounts(unit, [id])
  return (await loadAccounts(unit, [id]))[0]!
}
