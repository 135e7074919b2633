import type pg from 'pg'
import { newId } from '../../src/platform/ids.ts'

/** A contract that is over and on which nothing is due, with all that was ever written about it. */
export async function fillContracts(owner: pg.Pool, { tenantId, canary }: { tenantId: string; canary: string }) {
  const [contract, contractFile, contractLine, letter] = [newId(), newId(), newId(), newId()]
  const by = JSON.stringify({ kind: 'OPERATOR', name: canary })
  const terms = { termMonths: 12, renewalWarningDays: [90, 60, 45, 30], renewalSignedMonthsBefore: 1, provisionalDays: 60, quoteValidDays: 30, paymentTermDays: 30, overdueInvoicesForSuspension: 2, suspensionDays: 30 }
  const name = JSON.stringify({ es: canary, en: canary })
  await owner.query(`insert into contract_file (tenant_id, id, name, media_type, size, sha256, storage_key, uploaded_at, uploaded_by) values ($1, $2, $3, 'application/pdf', 1, 'x', 'x/y', now(), $4)`,
    [tenantId, contractFile, canary, by])
  await owner.query(`insert into contract (tenant_id, id, quote_number, number, phase, currency, terms, tax_name, tax_percent, note, created_at, created_by, sent_on, valid_until, signed_on, signed_by, signed_title,
      signed_file_id, starts_on, ends_on, provisional_until, account_owner_id, account_owner_name, account_owner_email, changed_at)
    values ($1, $2, $3, $3, 'EXPIRED', 'USD', $4, 'ITBIS', 18, $3, now(), $5, '2020-01-01', '2020-02-01', '2020-01-02', $3, $3, $6, '2020-01-02', '2021-01-02', '2021-03-03', $7, $3, $3, now())`,
  [tenantId, contract, canary, JSON.stringify(terms), by, contractFile, newId()])
  await owner.query(`insert into contract_line (tenant_id, id, contract_id, position, product_key, product_kind, name, quantity, prices, list_prices, discount_percent, entitlements)
    values ($1, $2, $3, 0, 'QR', 'ADD_ON', $4, 1, '{"MONTHLY": "15"}', '{}', 0, '{"QR": true}')`, [tenantId, contractLine, contract, name])
  await owner.query(`insert into contract_event (tenant_id, id, contract_id, at, day, kind, who, reason) values ($1, $2, $3, now(), '2020-01-02', 'SIGNED', $4, $5)`, [tenantId, newId(), contract, by, canary])
  await owner.query(`insert into formal_communication (tenant_id, id, contract_id, file_id, signed_by, received_on, until, accepted_at, accepted_by) values ($1, $2, $3, $4, $5, '2021-01-02', '2021-03-03', now(), $6)`,
    [tenantId, newId(), contract, contractFile, canary, by])
  await owner.query(`insert into letter (tenant_id, id, kind, occasion_id, contract_id, day, language, title, content, recipients, created_at, written_at, storage_key, size, sha256)
    values ($1, $2, 'EXPIRY', $3, $3, '2021-01-02', 'ES', $4, $5, $6, now(), now(), 'x/y', 1, 'x')`,
  [tenantId, letter, contract, canary, JSON.stringify({ fileName: canary }), JSON.stringify([`${canary}@example.com`])])
  return { contract, contractFile, letter }
}
