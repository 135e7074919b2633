import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { newId } from '../../platform/ids.ts'
import type { Prices } from '../plans/index.ts'
import type { TestDatabase } from '../../../test/harness.ts'

const TERMS = { termMonths: 12, renewalWarningDays: [90, 60, 45, 30], renewalSignedMonthsBefore: 1, provisionalDays: 60, quoteValidDays: 30 }

export interface Sold {
  startsOn: string
  endsOn?: string
  institution?: 'PRIVATE' | 'PUBLIC'
  timeZone?: string
  resellerId?: string | null
  items?: { productKey: string; kind: string; prices: Prices; entitlements?: object; startsOn?: string; endsOn?: string | null }[]
}

export const PLAN = { productKey: 'STARTER', kind: 'PLAN', prices: { MONTHLY: '395', CONVERSATION: '0.05' }, entitlements: { CONVERSATIONS: 3 } }

/** A tenant with a contract in force and what was agreed in it. */
export async function sellTo(owner: pg.Pool, { startsOn, endsOn, institution = 'PRIVATE', timeZone = 'America/Santo_Domingo', resellerId = null, items = [PLAN] }: Sold): Promise<string> {
  const [tenantId, contractId] = [newId(), newId()]
  await owner.query(`insert into tenant (id, name, slug, sector, institution, time_zone, language, currency, reseller_id, created_at)
    values ($1, 'Prueba', $2, 'OTHER', $3, $4, 'ES', 'USD', $5, now())`, [tenantId, `t-${tenantId.slice(-12)}`, institution, timeZone, resellerId])
  await owner.query(`insert into contract (tenant_id, id, quote_number, number, phase, currency, terms, tax_name, tax_percent, created_at, created_by, signed_on, starts_on, ends_on, changed_at)
    values ($1, $2, $3, $3, 'IN_FORCE', 'USD', $4, 'ITBIS', 18, now(), '{}', $5, $5, coalesce($6::date, ($5::date + interval '1 year')::date), now())`, [tenantId, contractId, randomUUID(), TERMS, startsOn, endsOn ?? null])
  for (const { productKey, kind, prices, entitlements = {}, ...days } of items) {
    await owner.query(`insert into subscription_item (tenant_id, id, product_key, product_kind, name, quantity, currency, prices, discount_percent, entitlements, starts_on, ends_on, contract_id, origin, created_at, created_by)
      values ($1, $2, $3, $4, $5, 1, 'USD', $6, 0, $7, $8, $9, $10, $11, now(), '{}')`,
    [tenantId, newId(), productKey, kind, { es: productKey, en: productKey }, prices, entitlements, days.startsOn ?? startsOn, days.endsOn ?? null, contractId, randomUUID()])
  }
  return tenantId
}

export interface Session {
  openedAt: string
  month?: string
  kind?: string
  initiator?: 'UIC' | 'BIC'
  units?: 1 | -1
}

/** As metering would have counted them. */
export async function count(owner: pg.Pool, tenantId: string, sessions: readonly Session[]): Promise<void> {
  for (const { openedAt, month = `${openedAt.slice(0, 7)}-01`, kind = 'WEB', initiator = 'UIC', units = 1 } of sessions) {
    await owner.query(`insert into metered_session (tenant_id, id, identity_id, conversation_id, channel_account_id, channel_kind, message_id, initiator, opened_at, month, units)
      values ($1, $2, $2, $2, $2, $3, $4, $5, $6, $7, $8)`, [tenantId, newId(), kind, newId(), initiator, openedAt, month, units])
  }
}

/** Invoices as a canonical text, without ids and moments. */
export async function invoicesOf({ owner }: Pick<TestDatabase, 'owner'>, tenantIds: readonly string[]): Promise<string> {
  const { rows } = await owner.query(`
    select i.tenant_id, i.kind, i.month::text, i.state, i.number, i.drafted_on::text, i.currency, i.net::text, i.tax::text, i.total::text, (
      select json_agg(json_build_array(l.position, l.charge, l.item_id, l.month, l.kind, l.name, l.quantity::text, l.unit_price::text, l.days, l.units, l.included, l.late, l.amount::text) order by l.position)
      from invoice_line l where l.tenant_id = i.tenant_id and l.invoice_id = i.id) as lines
    from invoice i where i.tenant_id = any($1::uuid[]) order by i.tenant_id, i.month, i.currency, i.kind`, [tenantIds])
  return JSON.stringify(rows)
}

export const linesOf = async ({ owner }: Pick<TestDatabase, 'owner'>, tenantId: string, month: string): Promise<string[]> =>
  (await owner.query(`select l.charge || ' ' || to_char(l.month, 'YYYY-MM') || ' ' || round(l.amount, 2) as line from invoice_line l
    join invoice i on i.tenant_id = l.tenant_id and i.id = l.invoice_id where l.tenant_id = $1 and i.month = $2 order by l.position`, [tenantId, month])).rows.map(({ line }) => line)
