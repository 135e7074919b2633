import { addMonths, isDay, type Day } from '../../../platform/day.ts'
import { BadInput, Forbidden } from '../../../platform/errors.ts'
import { Decimal, sum } from '../../../platform/money.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import { moneyOf } from '../../plans/index.ts'
import { tenantMeant } from '../../tenancy/index.ts'
import { mayReadBilling, mayRunBilling } from '../billing.policy.ts'
import { sellerSeen } from '../invoices/invoice.queries.ts'

interface EntryRow {
  day: Day
  kind: 'INVOICE' | 'CREDIT' | 'PAYMENT'
  invoiceId: string | null
  paymentId: string | null
  amount: string
}

const ENTRIES = `
  select issued_on as day, kind, id as "invoiceId", null::uuid as "paymentId", total as amount, created_at as at, id from invoice
  where tenant_id = $1 and state <> 'DRAFT' and issued_on <= $2 and currency = $4
  union all select (recorded_at at time zone $3)::date, 'PAYMENT', null, id, -amount, recorded_at, id from invoice_payment
  where tenant_id = $1 and (recorded_at at time zone $3)::date <= $2 and currency = $4
  order by day, at, id`

/** Everything that changed what a tenant owes, and what it owed after it. What counts is the day on which it was written down. */
export async function statementOf(unit: ReadUnit, { tenantId, from, until }: { tenantId?: string | null; from: Day; until: Day }) {
  if (!mayReadBilling(unit.actor)) throw new Forbidden()
  for (const [field, day] of Object.entries({ from, until })) if (!isDay(day)) throw new BadInput(field)
  if (until < from || until > addMonths(from, 24)) throw new BadInput('until', 'At most two years.')
  const { id, currency, timeZone } = await tenantMeant(unit, tenantId)
  const rows = await unit.sql<EntryRow>('billing-statement', ENTRIES, [id, until, timeZone, currency])
  const opening = sum(rows.filter(({ day }) => day < from).map(({ amount }) => amount))
  let balance = opening
  const entries = rows.filter(({ day }) => day >= from).map(({ amount, ...entry }) => {
    balance = balance.plus(amount)
    return { ...entry, amount: moneyOf(amount, currency), balance: moneyOf(balance.toFixed(), currency) }
  })
  return { from, until, opening: moneyOf(opening.toFixed(), currency), entries, closing: moneyOf(balance.toFixed(), currency) }
}

interface ReceivableRow {
  tenantId: string
  currency: string
  ages: Record<'notDue' | 'days1to30' | 'days31to60' | 'days61to90' | 'over90', string>
  total: string
  credit: string
}

const RECEIVABLES = `
  with owed as (
    select i.tenant_id, i.currency, i.open, (($1::timestamptz at time zone t.time_zone)::date - i.due_on) as late
    from invoice i join tenant t on t.id = i.tenant_id where i.open > 0 and i.state = 'ISSUED' and ($2::uuid is null or t.reseller_id = $2)
  )
  select o.tenant_id as "tenantId", o.currency, sum(open)::text as total, coalesce(max(a.credit), 0)::text as credit, jsonb_build_object(
    'notDue', coalesce(sum(open) filter (where late <= 0), 0)::text, 'days1to30', coalesce(sum(open) filter (where late between 1 and 30), 0)::text,
    'days31to60', coalesce(sum(open) filter (where late between 31 and 60), 0)::text, 'days61to90', coalesce(sum(open) filter (where late between 61 and 90), 0)::text,
    'over90', coalesce(sum(open) filter (where late > 90), 0)::text) as ages
  from owed o left join billing_account a on a.tenant_id = o.tenant_id group by 1, 2 order by sum(open) desc, 1 limit 1000`

/** What tenants owe, by how long it has been overdue where they are; who owes most comes first. */
export async function receivables(unit: ReadUnit) {
  if (!mayRunBilling(unit.actor)) throw new Forbidden()
  const rows = await unit.sql<ReceivableRow>('billing-receivables', RECEIVABLES, [unit.now, sellerSeen(unit.actor)])
  return rows.map(({ tenantId, currency, ages, total, credit }) => ({
    tenantId, currency, ...Object.fromEntries(Object.entries(ages).map(([name, amount]) => [name, moneyOf(new Decimal(amount).toFixed(), currency)])),
    total: moneyOf(total, currency), credit: moneyOf(credit, currency),
  }))
}
