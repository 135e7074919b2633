import type { Day } from '../../../platform/day.ts'
import { newId } from '../../../platform/ids.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Draft } from '../life/drafting.ts'
import type { Line } from '../rating/facts.ts'

export interface TenantDraft extends Draft {
  tenantId: string
  draftedOn: Day
}

const INVOICES = `
  insert into invoice (tenant_id, id, issuer_id, kind, month, state, drafted_on, currency, net, tax_name, tax_percent, tax, total, created_at, created_by)
  select d."tenantId", d.id, s.id, d.kind, d.month, 'DRAFT', d."draftedOn", d.currency, d.net, d."taxName", d."taxPercent", d.tax, d.total, $2, '{"kind": "SYSTEM"}'
  from jsonb_to_recordset($1::jsonb) as d ("tenantId" uuid, id uuid, kind text, month date, "draftedOn" date, currency text, net numeric, "taxName" text, "taxPercent" numeric, tax numeric, total numeric)
    join tenant t on t.id = d."tenantId" join invoice_issuer s on s.reseller_id is not distinct from t.reseller_id`

const LINES = `
  insert into invoice_line (tenant_id, invoice_id, position, charge, item_id, month, kind, name, quantity, unit_price, discount_percent, days, of_days, units, included, late, amount)
  select "tenantId", "invoiceId", position, charge, "itemId", month, kind, name, quantity, "unitPrice", "discountPercent", days, "ofDays", units, included, late, amount
  from jsonb_to_recordset($1::jsonb) as l ("tenantId" uuid, "invoiceId" uuid, position int, charge text, "itemId" uuid, month date, kind text, name jsonb, quantity numeric, "unitPrice" numeric,
    "discountPercent" numeric, days int, "ofDays" int, units int, included int, late int, amount numeric)`

/** Many at once, in a unit of the platform. Who issues them must be there. */
export async function insertDrafts(unit: Unit, drafts: readonly TenantDraft[]): Promise<string[]> {
  const named = drafts.map(draft => ({ ...draft, invoiceId: newId(unit.now) }))
  await unit.sql('billing-drafts', INVOICES, [
    JSON.stringify(named.map(({ tenantId, invoiceId: id, kind, month, draftedOn, currency, totals }) => ({ tenantId, id, kind, month, draftedOn, currency, ...totals }))), unit.now,
  ])
  await unit.sql('billing-draft-lines', LINES, [
    JSON.stringify(named.flatMap(({ tenantId, invoiceId, lines }) => lines.map((line: Line, position) => ({ ...line, tenantId, invoiceId, position: position + 1 })))),
  ])
  return named.map(({ invoiceId }) => invoiceId)
}

const ISSUERS = `
  insert into invoice_issuer (id, reseller_id, legal_name)
  select ids.id, r.id, r.name from unnest($1::uuid[], $2::uuid[]) as ids (id, reseller_id) join reseller r on r.id = ids.reseller_id on conflict (reseller_id) do nothing`

const SELLERS = `
  select distinct reseller_id as id from tenant where id = any($1::uuid[]) and reseller_id is not null
    and not exists (select from invoice_issuer s where s.reseller_id = tenant.reseller_id)`

/** A reseller invoices in its own name, from its first tenant on. */
export async function openIssuers(unit: Unit, tenantIds: readonly string[]): Promise<void> {
  const sellers = await unit.sql<{ id: string }>('billing-sellers', SELLERS, [tenantIds])
  if (sellers.length > 0) await unit.sql('billing-issuers', ISSUERS, [sellers.map(() => newId(unit.now)), sellers.map(({ id }) => id)])
}
