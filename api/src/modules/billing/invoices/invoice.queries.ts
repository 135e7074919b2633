import { isDay, type Day } from '../../../platform/day.ts'
import { BadInput, Forbidden, NotFound } from '../../../platform/errors.ts'
import { likeText, pageOf, rowsFor, timeKeyOf, type Page, type PageArgs } from '../../../platform/paging.ts'
import type { Actor } from '../../../platform/actor.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import { mayReadBilling, mayRunBilling } from '../billing.policy.ts'
import type { InvoiceState } from '../life/account.ts'
import type { Charge } from '../rating/facts.ts'

export interface InvoiceRow {
  id: string
  tenantId: string
  sellerId: string | null
  kind: 'INVOICE' | 'CREDIT'
  state: InvoiceState
  number: string | null
  month: Day | null
  correctsId: string | null
  isHeld: boolean
  draftedOn: Day
  issuedOn: Day | null
  dueOn: Day | null
  isOverdue: boolean
  currency: string
  net: string
  taxName: string
  taxPercent: string
  tax: string
  total: string
  open: string
  paidOn: Day | null
  note: string
  issuer: Party | null
  customer: Party | null
  createdAt: Date
  version: number
}

export interface Party {
  name: string
  taxId: string
  address: string
  email: string
  paymentText?: string
}

export interface LineRow {
  invoiceId: string
  position: number
  kind: 'CHARGE' | 'ADJUSTMENT' | 'MANUAL'
  charge: Charge | null
  name: { es: string; en: string }
  month: Day | null
  quantity: string
  unitPrice: string
  discountPercent: string
  days: number | null
  ofDays: number | null
  units: number | null
  included: number | null
  late: number | null
  amount: string
  currency: string
}

export const INVOICE_COLUMNS = `
  i.id, i.tenant_id as "tenantId", t.reseller_id as "sellerId", i.kind, i.state, i.number, i.month, i.corrects_id as "correctsId", i.is_held as "isHeld", i.drafted_on as "draftedOn",
  i.issued_on as "issuedOn", i.due_on as "dueOn", i.open > 0 and i.due_on < ($1::timestamptz at time zone t.time_zone)::date as "isOverdue", i.currency, i.net, i.tax_name as "taxName",
  trim_scale(i.tax_percent)::text as "taxPercent", i.tax, i.total, i.open, i.paid_on as "paidOn", i.note, i.issuer, i.customer, i.created_at as "createdAt", i.version`

/** Which reseller's tenants somebody sees at most; null: all that her unit reaches. */
export const sellerSeen = (actor: Actor): string | null => (actor.kind === 'RESELLER' ? actor.resellerId : null)

/** Drafts are for those who issue them. */
const SEEN = `($2::uuid is null or t.reseller_id = $2) and ($3::boolean or i.state <> 'DRAFT')`
const seen = ({ now, actor }: ReadUnit) => [now, sellerSeen(actor), mayRunBilling(actor)]

export interface InvoiceFilter {
  tenantId?: string | null
  sellerId?: string | null
  states?: InvoiceState[] | null
  kind?: 'INVOICE' | 'CREDIT' | null
  isOverdue?: boolean | null
  month?: Day | null
  search?: string | null
}

const CONDITIONS: { [Name in keyof InvoiceFilter]-?: (at: string) => string } = {
  tenantId: at => `i.tenant_id = ${at}::uuid`,
  sellerId: at => `t.reseller_id = ${at}::uuid`,
  states: at => `i.state = any(${at}::text[])`,
  kind: at => `i.kind = ${at}`,
  isOverdue: at => `(i.open > 0 and i.due_on < ($1::timestamptz at time zone t.time_zone)::date) = ${at}::boolean`,
  month: at => `i.month = date_trunc('month', ${at}::date)::date`,
  search: at => `(lower(i.number) like ${at} or t.name_key like name_key(${at}))`,
}

/** The newest first. */
export async function listInvoices(unit: ReadUnit, { filter, ...args }: PageArgs & { filter?: InvoiceFilter | null }): Promise<Page<InvoiceRow>> {
  if (!mayReadBilling(unit.actor)) throw new Forbidden()
  if (filter?.month && !isDay(filter.month)) throw new BadInput('month')
  const values: unknown[] = [...seen(unit), ...timeKeyOf(args), rowsFor(args)]
  const asked = Object.entries(filter ?? {}).filter(([, value]) => value !== null && value !== undefined && value !== '')
  const conditions = asked.map(([name, value]) => {
    values.push(name === 'search' ? likeText(String(value).trim().toLowerCase()) : value)
    return ` and ${CONDITIONS[name as keyof InvoiceFilter](`$${values.length}`)}`
  })
  const rows = await unit.sql<InvoiceRow>(`invoices ${asked.map(([name]) => name).join(' ')}`, `
    select ${INVOICE_COLUMNS} from invoice i join tenant t on t.id = i.tenant_id
    where ${SEEN} and (i.created_at, i.id) < ($4, $5)${conditions.join('')} order by i.created_at desc, i.id desc limit $6`, values)
  return pageOf(rows, args, row => [row.createdAt.toISOString(), row.id])
}

const BY_ID = `select ${INVOICE_COLUMNS} from invoice i join tenant t on t.id = i.tenant_id where ${SEEN} and i.id = any($4::uuid[])`

/** Loader: those that the caller sees. */
export async function loadInvoices(unit: ReadUnit, ids: readonly string[]): Promise<(InvoiceRow | undefined)[]> {
  const rows = await unit.sql<InvoiceRow>('invoices-by-id', BY_ID, [...seen(unit), ids])
  return ids.map(id => rows.find(row => row.id === id))
}

/** Not there and not hers look the same. */
export async function invoiceSeen(unit: ReadUnit, id: string): Promise<InvoiceRow> {
  if (!mayReadBilling(unit.actor)) throw new Forbidden()
  const [invoice] = await loadInvoices(unit, [id])
  if (!invoice) throw new NotFound('The invoice')
  return invoice
}

const LINES = `
  select l.invoice_id as "invoiceId", l.position, l.kind, l.charge, l.name, l.month, trim_scale(l.quantity)::text as quantity, trim_scale(l.unit_price)::text as "unitPrice",
    trim_scale(l.discount_percent)::text as "discountPercent", l.days, l.of_days as "ofDays", l.units, l.included, l.late, trim_scale(l.amount)::text as amount, i.currency
  from invoice_line l join invoice i on i.tenant_id = l.tenant_id and i.id = l.invoice_id where l.invoice_id = any($1::uuid[]) order by l.position`

/** Loader: by the id of the invoice. */
export async function loadLines(unit: ReadUnit, ids: readonly string[]): Promise<LineRow[][]> {
  const rows = Map.groupBy(await unit.sql<LineRow>('invoice-lines', LINES, [ids]), row => row.invoiceId)
  return ids.map(id => rows.get(id) ?? [])
}

const CREDITS = `select ${INVOICE_COLUMNS} from invoice i join tenant t on t.id = i.tenant_id where ${SEEN} and i.corrects_id = any($4::uuid[]) order by i.created_at, i.id`

/** Loader: credit notes, by the id of what they are about. */
export async function loadCredits(unit: ReadUnit, ids: readonly string[]): Promise<InvoiceRow[][]> {
  const rows = Map.groupBy(await unit.sql<InvoiceRow>('invoice-credits', CREDITS, [...seen(unit), ids]), row => row.correctsId!)
  return ids.map(id => rows.get(id) ?? [])
}

export interface AllocationRow {
  id: string
  invoiceId: string
  paymentId: string | null
  day: Day
  amount: string
  currency: string
}

const ALLOCATIONS = (column: string) => `
  select a.id, a.invoice_id as "invoiceId", a.payment_id as "paymentId", a.day, a.amount, i.currency
  from invoice_allocation a join invoice i on i.tenant_id = a.tenant_id and i.id = a.invoice_id where a.${column} = any($1::uuid[]) order by a.day, a.id`

/** Loader: by the id of the invoice. */
export async function loadAllocations(unit: ReadUnit, ids: readonly string[]): Promise<AllocationRow[][]> {
  const rows = Map.groupBy(await unit.sql<AllocationRow>('invoice-allocations', ALLOCATIONS('invoice_id'), [ids]), row => row.invoiceId)
  return ids.map(id => rows.get(id) ?? [])
}

/** Loader: by the id of the payment. */
export async function loadPaid(unit: ReadUnit, ids: readonly string[]): Promise<AllocationRow[][]> {
  const rows = Map.groupBy(await unit.sql<AllocationRow>('invoice-allocations-paid', ALLOCATIONS('payment_id'), [ids]), row => row.paymentId!)
  return ids.map(id => rows.get(id) ?? [])
}
