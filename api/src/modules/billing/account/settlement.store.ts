import type { Day } from '../../../platform/day.ts'
import { newId } from '../../../platform/ids.ts'
import { Decimal } from '../../../platform/money.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Account, Effect, LifeInvoice } from '../life/account.ts'
import { dueNext } from '../life/due-next.ts'

const ACCOUNT = `
  update billing_account set advanced_to = $2, due_on = $3, credit = $4, noticed_on = $5, suspended_from = $6, suspended_until = $7, cancelled_on = $8 where tenant_id = $1`

const SUSPENSION = `
  insert into billing_suspension (tenant_id, starts_on, ends_on) values ($1, $2, $3)
  on conflict (tenant_id, starts_on) do update set ends_on = excluded.ends_on`

export async function keepAccount(unit: Unit, account: Account): Promise<void> {
  const { tenantId, day, credit, noticedOn, suspension, cancelledOn } = account
  await unit.sql('billing-account-keep', ACCOUNT, [tenantId, day, dueNext(account), credit, noticedOn, suspension?.startsOn ?? null, suspension?.until ?? null, cancelledOn])
  for (const { startsOn, endsOn } of account.suspended) await unit.sql('billing-suspension-keep', SUSPENSION, [tenantId, startsOn, endsOn])
}

const NUMBER = {
  INVOICE: `update invoice_issuer set next_invoice = next_invoice + 1 where id = $1 returning invoice_prefix || lpad((next_invoice - 1)::text, 8, '0') as number`,
  CREDIT: `update invoice_issuer set next_credit = next_credit + 1 where id = $1 returning credit_prefix || lpad((next_credit - 1)::text, 8, '0') as number`,
}

const ISSUE = `
  update invoice i set state = $3, number = $4, issued_on = $5, due_on = $6, open = $7, paid_on = $8,
    issuer = (select jsonb_build_object('name', s.legal_name, 'taxId', s.tax_id, 'address', s.address, 'email', s.email, 'paymentText', s.payment_text) from invoice_issuer s where s.id = i.issuer_id),
    customer = (select jsonb_build_object('name', coalesce(p.legal_name, t.name), 'taxId', coalesce(p.tax_id, ''), 'address', coalesce(p.address, ''), 'email', coalesce(p.email, ''))
      from tenant t left join billing_profile p on p.tenant_id = t.id where t.id = i.tenant_id),
    version = version + 1
  where tenant_id = $1 and id = $2`

const ISSUER_OF = 'select issuer_id as "issuerId" from invoice where tenant_id = $1 and id = $2'

/** Its number comes last, under the lock of the issuer: a unit that is rolled back leaves no gap. */
async function issueInvoice(unit: Unit, { tenantId }: Account, invoice: LifeInvoice): Promise<void> {
  const [{ issuerId } = { issuerId: '' }] = await unit.sql<{ issuerId: string }>('invoice-issuer-of', ISSUER_OF, [tenantId, invoice.id])
  const [numbered] = await unit.sql<{ number: string }>(`invoice-number-${invoice.kind}`, NUMBER[invoice.kind], [issuerId])
  const { id, state, issuedOn, dueOn, open } = invoice
  await unit.sql('invoice-issue', ISSUE, [tenantId, id, state, numbered!.number, issuedOn, dueOn, open, state === 'PAID' ? issuedOn : null])
}

const PAY = 'update invoice set state = $3, open = $4, paid_on = $5, reminded = $6, version = version + 1 where tenant_id = $1 and id = $2'

/** What became of invoices since they were loaded. */
export async function keepInvoices(unit: Unit, before: Account, after: Account): Promise<void> {
  for (const invoice of after.invoices) {
    const known = before.invoices.find(({ id }) => id === invoice.id)
    if (known?.state === 'DRAFT' && invoice.state !== 'DRAFT') await issueInvoice(unit, after, invoice)
    if (invoice.state === 'DRAFT' || !isChanged(known, invoice)) continue
    await unit.sql('invoice-pay', PAY, [after.tenantId, invoice.id, invoice.state, invoice.open, invoice.state === 'PAID' ? after.day : null, invoice.reminded])
  }
}

const isChanged = (known: LifeInvoice | undefined, { state, open, reminded }: LifeInvoice) =>
  known?.state !== 'DRAFT' ? known?.state !== state || known.open !== open || known.reminded.length !== reminded.length : reminded.length > 0

const ALLOCATE = 'insert into invoice_allocation (tenant_id, id, invoice_id, payment_id, day, amount) values ($1, $2, $3, $4, $5, $6)'

export interface Allocation {
  invoiceId: string
  /** Empty: by credit. */
  paymentId: string | null
  day: Day
  amount: string
}

export async function keepAllocation(unit: Unit, tenantId: string, { invoiceId, paymentId, day, amount }: Allocation): Promise<void> {
  if (new Decimal(amount).gt(0)) await unit.sql('invoice-allocate', ALLOCATE, [tenantId, newId(unit.now), invoiceId, paymentId, day, amount])
}

const EVENT = `
  insert into billing_event (tenant_id, id, day, at, kind, invoice_id, amount, until, days, count) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`

export async function keepEvents(unit: Unit, tenantId: string, effects: readonly Effect[]): Promise<void> {
  for (const { day, kind, invoiceId, amount, on, days, count } of effects) {
    await unit.sql('billing-event', EVENT, [tenantId, newId(unit.now), day, unit.now, kind, invoiceId ?? null, amount ?? null, on ?? null, days ?? null, count ?? null])
  }
}
