import type pg from 'pg'
import { newId } from '../../src/platform/ids.ts'

/** An invoice that is paid in part, a draft, and how the tenant stands. Nothing of it is due, or it would change while the tests look. */
export async function fillBilling(owner: pg.Pool, { tenantId, canary }: { tenantId: string; canary: string }) {
  const [invoice, draft, invoicePayment] = [newId(), newId(), newId()]
  const by = JSON.stringify({ kind: 'OPERATOR', name: canary })
  const party = JSON.stringify({ name: canary, taxId: canary, address: canary, email: `${canary}@example.com` })
  await owner.query(`insert into billing_profile (tenant_id, legal_name, tax_id, address, email) values ($1, $2, left($2, 40), $2, $3)`, [tenantId, canary, `${canary}@example.com`])
  await owner.query(`insert into billing_account (tenant_id, advanced_to, drafted_month) values ($1, '2098-01-01', '2098-01-01')`, [tenantId])
  await owner.query(`insert into billing_suspension (tenant_id, starts_on, ends_on) values ($1, '2026-01-02', '2026-01-03')`, [tenantId])
  for (const [id, month] of [[invoice, '2026-01-01'], [draft, '2026-02-01']]) {
    await owner.query(`insert into invoice (tenant_id, id, issuer_id, kind, month, state, is_held, drafted_on, currency, net, tax_name, tax_percent, tax, total, note, created_at, created_by)
      select $1, $2, id, 'INVOICE', $3, 'DRAFT', true, $3::date, 'USD', 100, 'ITBIS', 18, 18, 118, $4, now(), $5 from invoice_issuer where reseller_id is null`, [tenantId, id, month, canary, by])
    await owner.query(`insert into invoice_line (tenant_id, invoice_id, position, charge, month, kind, name, quantity, unit_price, discount_percent, amount)
      values ($1, $2, 1, 'MONTHLY', $3, 'CHARGE', $4, 1, 100, 0, 100)`, [tenantId, id, month, JSON.stringify({ es: canary, en: canary })])
  }
  await owner.query(`update invoice set state = 'ISSUED', number = $3, issued_on = '2026-01-03', due_on = '2026-02-02', open = 68, issuer = $4, customer = $4 where tenant_id = $1 and id = $2`, [tenantId, invoice, canary, party])
  await owner.query(`insert into invoice_payment (tenant_id, id, client_id, invoice_id, received_on, amount, currency, method, reference, note, recorded_at, recorded_by)
    values ($1, $2, $3, $4, '2026-01-10', 50, 'USD', 'TRANSFER', $3, $3, now(), $5)`, [tenantId, invoicePayment, canary, invoice, by])
  await owner.query(`insert into invoice_allocation (tenant_id, id, invoice_id, payment_id, day, amount) values ($1, $2, $3, $4, '2026-01-10', 50)`, [tenantId, newId(), invoice, invoicePayment])
  await owner.query(`insert into billing_event (tenant_id, id, day, at, kind, invoice_id, amount) values ($1, $2, '2026-01-03', now(), 'ISSUED', $3, 118)`, [tenantId, newId(), invoice])
  await owner.query(`insert into billing_usage (tenant_id, month, days, conversations, uic, bic, predictive_calls, late_conversations, late_uic, late_bic) values ($1, '2026-01-01', $2, 1, 0, 0, 0, 0, 0, 0)`, [tenantId, canary])
  return { invoice }
}
