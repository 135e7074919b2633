import type { Day } from '../../../platform/day.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { pageOf, rowsFor, timeKeyOf, type Page, type PageArgs } from '../../../platform/paging.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import { isAmount, whoOf } from '../../plans/index.ts'
import { mayReadBilling } from '../billing.policy.ts'
import { sellerSeen } from '../invoices/invoice.queries.ts'
import type { NewPayment, PaymentMethod } from './payment.service.ts'

export interface PaymentRow {
  id: string
  tenantId: string
  receivedOn: Day
  amount: string
  currency: string
  method: PaymentMethod
  reference: string
  note: string
  recordedAt: Date
  recordedBy: string | null
}

const KNOWN = `
  select id, invoice_id is not distinct from $3::uuid and to_char(received_on, 'YYYY-MM-DD') = $4 and amount = $5::numeric and currency = $6 and method = $7 and reference = $8 as "isSame"
  from invoice_payment where tenant_id = $1 and client_id = $2`

export async function paymentKnown(unit: Unit, { tenantId, clientId, invoiceId = null, receivedOn, amount, currency, method, reference }: NewPayment): Promise<{ id: string; isSame: boolean } | undefined> {
  const plain = isAmount(amount) ? amount : '0'
  return (await unit.sql<{ id: string; isSame: boolean }>('invoice-payment-known', KNOWN, [tenantId, clientId, invoiceId, receivedOn, plain, currency, method, reference]))[0]
}

const INSERT = `
  insert into invoice_payment (tenant_id, id, client_id, invoice_id, received_on, amount, currency, method, reference, note, recorded_at, recorded_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`

export async function insertPayment(unit: Unit, id: string, { tenantId, clientId, invoiceId = null, receivedOn, amount, currency, method, reference, note }: NewPayment): Promise<void> {
  await unit.sql('invoice-payment-insert', INSERT, [tenantId, id, clientId, invoiceId, receivedOn, amount, currency, method, reference, note, unit.now, whoOf(unit)])
}

const COLUMNS = `p.id, p.tenant_id as "tenantId", p.received_on as "receivedOn", p.amount, p.currency, p.method, p.reference, p.note, p.recorded_at as "recordedAt", p.recorded_by->>'name' as "recordedBy"`
const FROM = `from invoice_payment p join tenant t on t.id = p.tenant_id where ($1::uuid is null or t.reseller_id = $1)`

const PAGE = `select ${COLUMNS} ${FROM} and ($5::uuid is null or p.tenant_id = $5) and (p.recorded_at, p.id) < ($2, $3) order by p.recorded_at desc, p.id desc limit $4`

/** The newest first. */
export async function listPayments(unit: ReadUnit, { tenantId = null, ...args }: PageArgs & { tenantId?: string | null }): Promise<Page<PaymentRow>> {
  if (!mayReadBilling(unit.actor)) throw new Forbidden()
  const rows = await unit.sql<PaymentRow>('invoice-payments', PAGE, [sellerSeen(unit.actor), ...timeKeyOf(args), rowsFor(args), tenantId])
  return pageOf(rows, args, row => [row.recordedAt.toISOString(), row.id])
}

/** Loader. */
export async function loadPayments(unit: ReadUnit, ids: readonly string[]): Promise<(PaymentRow | undefined)[]> {
  const rows = await unit.sql<PaymentRow>('invoice-payments-by-id', `select ${COLUMNS} ${FROM} and p.id = any($2::uuid[])`, [sellerSeen(unit.actor), ids])
  return ids.map(id => rows.find(row => row.id === id))
}
