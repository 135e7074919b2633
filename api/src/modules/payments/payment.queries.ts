import { isDay } from '../../platform/day.ts'
import { BadInput, Forbidden } from '../../platform/errors.ts'
import { likeText, pageOf, rowsFor, timeKeyOf, type Page, type PageArgs } from '../../platform/paging.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import { mayReadPayments } from './payment.policy.ts'
import type { PaymentFailure, PaymentState } from './payment-state.ts'

export interface PaymentRow {
  id: string
  amount: string
  currency: string
  reference: string
  description: string
  state: PaymentState
  failure: PaymentFailure | null
  reason: string | null
  url: string | null
  externalId: string | null
  isDemo: boolean
  contactId: string | null
  conversationId: string | null
  requestedBy: string | null
  createdAt: Date
  expiresAt: Date
  changedAt: Date
  version: number
}

export interface PaymentEventRow {
  id: string
  paymentId: string
  at: Date
  state: PaymentState
  failure: PaymentFailure | null
  reason: string | null
  memberId: string | null
}

export interface PaymentFilter {
  state?: PaymentState | null
  failure?: PaymentFailure | null
  from?: string | null
  until?: string | null
  search?: string | null
  contactId?: string | null
  conversationId?: string | null
}

const COLUMNS = `
  p.id, p.amount, p.currency, p.reference, p.description, p.state, p.failure, p.reason, p.url, p.external_id as "externalId", p.is_demo as "isDemo",
  p.contact_id as "contactId", p.conversation_id as "conversationId", p.requested_by as "requestedBy", p.created_at as "createdAt",
  p.expires_at as "expiresAt", p.changed_at as "changedAt", p.version`

const PERSON = (contactId: string) => `(
  with recursive person (id) as (
    select ${contactId}::uuid union select c.id from contact c join person on c.merged_into = person.id where c.tenant_id = $1
  ) select id from person)`
const MIDNIGHT = (day: string) => `(${day}::date::timestamp at time zone (select time_zone from tenant where id = $1))`

export const plainText = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const CONDITIONS: { [Name in keyof PaymentFilter]-?: (at: string) => string } = {
  state: at => `p.state = ${at}`,
  failure: at => `p.failure = ${at}`,
  from: at => `p.created_at >= ${MIDNIGHT(at)}`,
  until: at => `p.created_at < ${MIDNIGHT(`(${at}::date + 1)`)}`,
  search: at => `(p.plain like ${at} or lower(p.external_id) like ${at})`,
  contactId: at => `p.contact_id in ${PERSON(at)}`,
  conversationId: at => `p.conversation_id = ${at}`,
}

/** The newest first. */
export async function listPayments(unit: ReadUnit, { filter, ...args }: PageArgs & { filter?: PaymentFilter | null }): Promise<Page<PaymentRow>> {
  assertMayRead(unit)
  for (const name of ['from', 'until'] as const) if (filter?.[name] && !isDay(filter[name])) throw new BadInput(name)
  const values: unknown[] = [unit.tenantId, ...timeKeyOf(args), rowsFor(args)]
  const asked = Object.entries(filter ?? {}).filter(([, value]) => value)
  const conditions = asked.map(([name, value]) => {
    values.push(name === 'search' ? likeText(plainText(String(value).trim())) : value)
    return ` and ${CONDITIONS[name as keyof PaymentFilter](`$${values.length}`)}`
  })
  const rows = await unit.sql<PaymentRow>(`payments ${asked.map(([name]) => name).join(' ')}`, `
    select ${COLUMNS} from payment p
    where p.tenant_id = $1 and (p.created_at, p.id) < ($2, $3)${conditions.join('')}
    order by p.created_at desc, p.id desc limit $4`, values)
  return pageOf(rows, args, row => [row.createdAt.toISOString(), row.id])
}

/** Loader. */
export async function loadPayments(unit: ReadUnit, ids: readonly string[]): Promise<(PaymentRow | undefined)[]> {
  const rows = await unit.sql<PaymentRow>('payments-by-id', `
    select ${COLUMNS} from payment p where p.tenant_id = $1 and p.id = any($2::uuid[])`, [unit.tenantId, ids])
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.map(id => byId.get(id))
}

/** Loader: by the id of the payment, the oldest first. */
export async function loadPaymentEvents(unit: ReadUnit, ids: readonly string[]): Promise<PaymentEventRow[][]> {
  const rows = await unit.sql<PaymentEventRow>('payment-events', `
    select id, payment_id as "paymentId", at, state, failure, reason, member_id as "memberId"
    from payment_event where tenant_id = $1 and payment_id = any($2::uuid[]) order by at, id`, [unit.tenantId, ids])
  const byPayment = Map.groupBy(rows, row => row.paymentId)
  return ids.map(id => byPayment.get(id) ?? [])
}

export function assertMayRead(unit: ReadUnit) {
  if (!mayReadPayments(unit.actor)) throw new Forbidden()
}
