import type { Day } from '../../../platform/day.ts'
import { Decimal, type Amount } from '../../../platform/money.ts'
import type { Unit } from '../../../platform/unit.ts'
import { whoOf } from '../../plans/index.ts'
import type { CreditNote } from './credit-note.ts'
import type { InvoiceRow } from './invoice.queries.ts'

type Named = Pick<InvoiceRow, 'tenantId' | 'id'>

export async function holdDraft(unit: Unit, { tenantId, id }: Named, isHeld: boolean): Promise<void> {
  await unit.sql('invoice-hold', `update invoice set is_held = $3, version = version + 1 where tenant_id = $1 and id = $2 and state = 'DRAFT'`, [tenantId, id, isHeld])
}

export async function dropDraft(unit: Unit, { tenantId, id }: Named): Promise<void> {
  await unit.sql('invoice-drop-lines', 'delete from invoice_line where tenant_id = $1 and invoice_id = $2', [tenantId, id])
  await unit.sql('invoice-drop', `delete from invoice where tenant_id = $1 and id = $2 and state = 'DRAFT'`, [tenantId, id])
}

/** The same credit note, or another one of the same id. */
export async function creditKnown(unit: Unit, { tenantId, id: about }: Named, id: string): Promise<{ reason: string } | undefined> {
  const [row] = await unit.sql<{ reason: string; about: string | null }>('invoice-credit-known', 'select note as reason, corrects_id as about from invoice where tenant_id = $1 and id = $2', [tenantId, id])
  return row && { reason: row.about === about ? row.reason : '' }
}

/** What was credited of it so far; less than nothing. */
export async function creditedOf(unit: Unit, { tenantId, id }: Named): Promise<Amount> {
  const [row] = await unit.sql<{ total: string }>('invoice-credited', 'select coalesce(sum(total), 0)::text as total from invoice where tenant_id = $1 and corrects_id = $2', [tenantId, id])
  return new Decimal(row!.total)
}

const CREDIT = `
  insert into invoice (tenant_id, id, issuer_id, kind, corrects_id, state, drafted_on, currency, net, tax_name, tax_percent, tax, total, note, created_at, created_by)
  select i.tenant_id, $3, i.issuer_id, 'CREDIT', i.id, 'DRAFT', $4, i.currency, $5, i.tax_name, i.tax_percent, $6, $7, $8, $9, $10 from invoice i where i.tenant_id = $1 and i.id = $2`

const LINES = `
  insert into invoice_line (tenant_id, invoice_id, position, charge, item_id, month, kind, name, quantity, unit_price, discount_percent, amount)
  select $1, $2, l.position, l.charge, o.item_id, l.month, l.kind, l.name, l.quantity, l."unitPrice", l."discountPercent", l.amount
  from jsonb_to_recordset($4::jsonb) as l (position int, charge text, month date, kind text, name jsonb, quantity numeric, "unitPrice" numeric, "discountPercent" numeric, amount numeric)
    left join invoice_line o on o.tenant_id = $1 and o.invoice_id = $3 and o.position = l.position and l.charge is not null`

export async function insertCredit(unit: Unit, { invoice, id, reason, draftedOn, lines, totals }: CreditNote & { invoice: Named; id: string; reason: string; draftedOn: Day }): Promise<void> {
  const { net, tax, total } = totals
  await unit.sql('invoice-credit', CREDIT, [invoice.tenantId, invoice.id, id, draftedOn, net, tax, total, reason, unit.now, whoOf(unit)])
  await unit.sql('invoice-credit-lines', LINES, [invoice.tenantId, id, invoice.id, JSON.stringify(lines)])
}
